"""Garbage is looked for seldom while a site is made, and as before afterwards."""

import gc
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
