"""Find a LibreOffice for the tests of workbooks, or install Debian's Calc; else say what to do, and fail."""

import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("soffice", "libreoffice")
PACKAGES = ("libreoffice-calc",)
HELP = """The tests of workbooks need LibreOffice Calc. It is missing, and was not to be had. Install it, for example
    sudo apt-get install libreoffice-calc
and run make test again."""


def find() -> Path | None:
    """The program that opens and saves workbooks."""
    return next((Path(found) for name in NAMES if (found := shutil.which(name))), None)


def main() -> int:
    """Make sure that there is one; return the exit code."""
    sys.path.insert(0, str(Path(__file__).parent.parent))
    from browser.setup_chromium import install_debian

    if not find():
        install_debian(PACKAGES)
    program = find()
    if program:
        done = subprocess.run([program, "--version"], check=False, capture_output=True, text=True)
        print(f"LibreOffice for the tests of workbooks: {done.stdout.strip() or program}")
        return 0
    print(HELP, file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
