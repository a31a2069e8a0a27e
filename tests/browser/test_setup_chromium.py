"""The set-up of the browser tests on a machine that lacks something: it says what to do, and never passes."""

import subprocess
import sys
from pathlib import Path

import pytest
import setup_chromium


def system(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, browser: bool, driver: bool) -> None:
    """A machine with a browser or without, whose driver starts or does not; nothing can be installed there."""
    if browser:
        (tmp_path / "chromium").write_text("#!/bin/sh\n")
        (tmp_path / "chromium").chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("PLAYWRIGHT_BROWSERS_PATH", str(tmp_path / "none"))
    monkeypatch.setattr(setup_chromium, "_run", lambda command: None)
    if not driver:
        program = "import sys; sys.exit('error while loading shared libraries: libatomic.so.1')"
        broken = subprocess.run([sys.executable, "-c", program], check=False, capture_output=True, text=True)
        monkeypatch.setattr(subprocess, "run", lambda command, **options: broken)


@pytest.mark.parametrize(("browser", "driver"), [(False, True), (True, False), (False, False)])
def test_what_is_missing_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], browser: bool, driver: bool
) -> None:
    """No browser, or a driver that lacks a library, as on a bare Debian: what to install, and exit code 1."""
    system(tmp_path, monkeypatch, browser=browser, driver=driver)
    assert setup_chromium.main() == 1
    assert capsys.readouterr().err.strip() == setup_chromium.HELP


def test_a_machine_that_has_both_is_taken_as_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The good twin of these."""
    system(tmp_path, monkeypatch, browser=True, driver=True)
    assert setup_chromium.main() == 0
    assert str(tmp_path / "chromium") in capsys.readouterr().out
