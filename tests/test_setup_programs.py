"""The programs of Debian that the tests need are installed in one go, and only those that are missing."""

from pathlib import Path

import pytest

import setup_programs
from browser import setup_chromium
from workbooks import setup_libreoffice


@pytest.mark.parametrize(
    ("there", "asked"),
    [
        ((), [*setup_chromium.PACKAGES, *setup_libreoffice.PACKAGES]),
        (("chromium",), [*setup_libreoffice.PACKAGES]),
        (("soffice",), [*setup_chromium.PACKAGES]),
        (("google-chrome", "libreoffice"), None),
    ],
)
def test_what_is_missing_is_installed(
    there: tuple[str, ...], asked: list[str] | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A browser of any name will do, and where both are there nothing is asked for."""
    for name in there:
        (tmp_path / name).write_text("#!/bin/sh\n")
        (tmp_path / name).chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    installed: list[list[str]] = []
    monkeypatch.setattr(setup_chromium, "install_debian", lambda packages: installed.append(list(packages)))
    setup_programs.main()
    assert installed == ([asked] if asked else [])
