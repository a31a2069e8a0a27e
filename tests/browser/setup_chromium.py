"""Find a Chromium for the browser tests and what drives it, or install them; else say what to do, and fail."""

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
"""Chromium without windows first: it is the same engine, and opens a page in a quarter of the time."""
PACKAGES = ("chromium-headless-shell", "libatomic1")
"""Debian's: the browser, and what the driver of playwright needs besides."""
DRIVER = """
from playwright.sync_api import sync_playwright
with sync_playwright() as playwright:
    print(playwright.chromium.executable_path)
"""
HELP = """The browser tests need a Chromium and the driver of playwright. One of them is missing or does not start,
and could not be installed. Install them with your system's package manager, for example
    sudo apt-get install chromium-headless-shell libatomic1
or with
    .venv/bin/python -m playwright install --with-deps chromium
and run make test again."""


def find() -> Path | None:
    """Return the browser that the tests use, where it can be driven: the system's, else playwright's own."""
    own = driven()
    if own is None:
        return None
    for name in NAMES:
        if found := shutil.which(name):
            return Path(found)
    return own if own.is_file() else None


def driven() -> Path | None:
    """Where playwright's own browser would lie; None where its driver does not start, for want of a library."""
    asked = subprocess.run([sys.executable, "-c", DRIVER], check=False, capture_output=True, text=True)
    return Path(asked.stdout.strip()) if asked.returncode == 0 else None


def install() -> None:
    """Install Debian's where we may, else let playwright download its own; `find` judges."""
    install_debian(PACKAGES)
    if find():
        return
    _run([sys.executable, "-m", "playwright", "install", "chromium"])


def install_debian(packages: Sequence[str]) -> None:
    """Install packages of Debian, where we may."""
    if shutil.which("apt-get") and (rights := _rights()) is not None:
        for step in (["update"], ["install", "--yes", "--no-install-recommends", *packages]):
            _run([*rights, "apt-get", *step])


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
    if not find():
        install()
    browser = find()
    print(
        f"Chromium for the browser tests: {browser}" if browser else HELP,
        file=sys.stdout if browser else sys.stderr,
    )
    return 0 if browser else 1


if __name__ == "__main__":
    sys.exit(main())
