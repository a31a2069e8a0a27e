"""Install the programs of Debian that the tests need and that are missing, in one go, while packages of Python come.

Where that may not be or fails, it says nothing: the set-up of each program looks for it again, and tells what to do.
"""

import shutil

from browser import setup_chromium
from workbooks import setup_libreoffice


def missing() -> list[str]:
    """The packages of the programs that are not there."""
    needed = (setup_chromium, setup_libreoffice)
    return [name for each in needed if not any(map(shutil.which, each.NAMES)) for name in each.PACKAGES]


def main() -> None:
    if packages := missing():
        setup_chromium.install_debian(packages)


if __name__ == "__main__":
    main()
