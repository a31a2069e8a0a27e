"""Find a Chromium for the browser tests and what drives it, or install them; else say what to do, and fail."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome")
PACKAGES = ("chromium", "libatomic1")
"""Debian's: the browser, and what the driver of playwright needs besides."""
HELP = """The browser tests need a Chromium and the driver of playwright. One of them is missing or does not start,
and could not be installed. Install them with your system's package manager, for example
    sudo apt-get install chromium libatomic1
or with
    .venv/bin/python -m playwright install --with-deps chromium
and run make test again."""


def find() -> Path | None:
    """Return the browser that the tests use: the system's, else the one that playwright downloaded."""
    for name in NAMES:
        if found := shutil.which(name):
            return Path(found)
    if not drives():
        return None
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        own = Path(playwright.chromium.executable_path)
    return own if own.is_file() else None


def drives() -> bool:
    """Whether the driver of playwright starts here: a bare system may lack a library that it needs."""
    asked = [sys.executable, "-m", "playwright", "--version"]
    return subprocess.run(asked, check=False, capture_output=True).returncode == 0


def ready() -> Path | None:
    """The browser, where there is one that can be driven."""
    return find() if drives() else None


def install() -> None:
    """Install Debian's chromium where we may, else let playwright download its own; `ready` judges."""
    if shutil.which("apt-get") and (rights := _rights()) is not None:
        for step in (["update"], ["install", "--yes", "--no-install-recommends", *PACKAGES]):
            _run([*rights, "apt-get", *step])
        if ready():
            return
    _run([sys.executable, "-m", "playwright", "install", "chromium"])


def _rights() -> list[str] | None:
    """What to put before an administrator's command; None where we can't be one without being asked."""
    if os.geteuid() == 0:
        return []
    if (
        shutil.which("sudo")
        and subprocess.run(["sudo", "-n", "true"], check=False, capture_output=True).returncode == 0
    ):
        return ["sudo", "-n"]
    return None


def _run(command: list[str]) -> None:
    print("+", " ".join(command), flush=True)
    subprocess.run(command, check=False, env={**os.environ, "DEBIAN_FRONTEND": "noninteractive"})


def main() -> int:
    """Make sure that there is a browser; return the exit code."""
    if not ready():
        install()
    browser = ready()
    print(
        f"Chromium for the browser tests: {browser}" if browser else HELP,
        file=sys.stdout if browser else sys.stderr,
    )
    return 0 if browser else 1


if __name__ == "__main__":
    sys.exit(main())
