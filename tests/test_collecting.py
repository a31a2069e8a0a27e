"""Garbage is looked for seldom while a site is made, and as before afterwards."""

import gc
import subprocess
import sys
from pathlib import Path

import pytest

from socialvalue import run, system
from socialvalue.errors import BrokenRepository


def test_garbage_is_looked_for_as_before_afterwards(tmp_path: Path) -> None:
    """Also by a program that uses ours, and where there is nothing to read."""
    before = gc.get_threshold()
    try:
        gc.set_threshold(700, 10, 10)
        with system.seldom_collecting():
            assert gc.get_threshold()[0] > 700
        with pytest.raises(BrokenRepository):
            run.checked(tmp_path / "nowhere")
        assert gc.get_threshold() == (700, 10, 10)
    finally:
        gc.set_threshold(*before)


def test_what_a_command_leaves_is_not_looked_through(tmp_path: Path) -> None:
    """It is given back as a whole when the program ends, where a ring of things would be taken apart else."""
    program = (
        "import gc, sys\n"
        "class Ring:\n"
        "    def __init__(self): self.itself = self\n"
        "    def __del__(self): print('taken apart')\n"
        "ring = Ring(); del ring\n"
        "from socialvalue.cli import main\n"
        "main(sys.argv[1:])\n"
    )
    nothing = [sys.executable, "-c", "import gc; gc.disable()\n" + program, "value", "--data", str(tmp_path)]
    assert "taken apart" not in subprocess.run(nothing, capture_output=True, text=True, check=False).stdout
