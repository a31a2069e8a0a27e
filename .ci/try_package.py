"""Go the way of a new authority with an installed program: init, check, new, explain, build, serve.

python3 .ci/try_package.py env/bin/socialvalue FOLDER
"""

import subprocess
import sys
import time
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

PORT = 8321
LONGEST = 120
"""Seconds until a site has to be served."""


def main(program: Path, folder: Path) -> None:
    """Run each command in a repository of its own; end at the first that fails."""
    run(program, "init", str(folder), "Kent", "--area", "Kent", "--example")
    for command in (
        ["check"],
        ["new", "example-project", "2024-25-q2"],
        ["explain", "example-project/2024-25-q1", "1"],
    ):
        run(program, *command, within=folder)
    run(program, "build", within=folder)
    for page in ("index.html", "method.html", "returns/example-project/2024-25-q1.html", "assets/site.css"):
        if not (folder / "site" / page).is_file():
            sys.exit(f"The site has no {page}.")
    served = subprocess.Popen([program, "serve", "--port", str(PORT)], cwd=folder)
    try:
        print(f"serve: {answer(f'http://127.0.0.1:{PORT}/')} bytes")
    finally:
        served.terminate()
        served.wait()


def run(program: Path, *words: str, within: Path | None = None) -> None:
    """Run a command; end where it does not end well."""
    done = subprocess.run([program, *words], cwd=within, capture_output=True, text=True, check=False)
    print(f"{words[0]}: {(done.stdout.splitlines() or ['nothing'])[-1]}")
    if done.returncode:
        sys.exit(f"socialvalue {' '.join(words)} ended with {done.returncode}.\n{done.stdout}{done.stderr}")


def answer(address: str) -> int:
    """How many bytes the first page has, once it is served."""
    for _ in range(LONGEST):
        try:
            with urlopen(address, timeout=5) as page:
                return len(page.read())
        except URLError:
            time.sleep(1)
    sys.exit(f"{address} is not served after {LONGEST} seconds.")


if __name__ == "__main__":
    main(Path(sys.argv[1]).resolve(), Path(sys.argv[2]).resolve())
