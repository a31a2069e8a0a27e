"""What make says on a machine that lacks something: what it is, and what to do. It writes nothing then."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PYTHONS = {
    "old": "sys.version_info = (3, 10, 4)",
    "bare": "sys.modules['ensurepip'] = None",
    "whole": "pass",
}
"""Pythons that differ from this one in one thing."""
OF_MAKE = ("MAKEFLAGS", "MAKELEVEL", "MFLAGS")
"""What `make test` tells the make that it starts: this one starts by itself."""


def made(folder: Path, python: str) -> "subprocess.CompletedProcess[str]":
    """Make the virtual environment in an empty folder with one of these Pythons."""
    shutil.copyfile(ROOT / "Makefile", folder / "Makefile")
    for name, change in PYTHONS.items():
        script = folder / name
        script.write_text(
            f"#!{sys.executable}\nimport os, sys\n{change}\n"
            "if sys.argv[1] == '-c':\n    exec(sys.argv[2])\n"
            "else:\n    os.execv(sys.executable, [sys.executable, *sys.argv[1:]])\n"
        )
        script.chmod(0o755)
    command = ["make", ".venv/.made", f"PYTHON={python}"]
    alone = {name: value for name, value in os.environ.items() if name not in OF_MAKE}
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False, timeout=120, env=alone)


@pytest.mark.parametrize(
    ("python", "words"),
    [
        ("./none", "There is no ./none. Python 3.11 or newer is needed. Say where one is: make PYTHON=python3.11"),
        ("./old", "Python 3.11 or newer is needed; ./old is Python "),
        (
            "./bare",
            "./bare lacks what makes virtual environments. On Debian and Ubuntu: sudo apt-get install python3-venv",
        ),
    ],
)
def test_what_is_missing_is_said(tmp_path: Path, python: str, words: str) -> None:
    """No Python, an old one, or one without its virtual environments, as Debian has it: one sentence, no traceback."""
    ran = made(tmp_path, python)
    assert ran.returncode != 0
    assert words in ran.stderr
    assert "Traceback" not in ran.stderr
    assert not (tmp_path / ".venv").exists()


def test_a_python_that_lacks_nothing_is_taken(tmp_path: Path) -> None:
    """The good twin of these."""
    ran = made(tmp_path, "./whole")
    assert (ran.returncode, ran.stderr) == (0, "")
    assert (tmp_path / ".venv/bin/pip").exists()
