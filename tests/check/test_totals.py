"""A total among the lines: small ones and rounded ones too, and none that chance makes. Everything here is invented."""

import shutil
from pathlib import Path

import pytest

from check.repository import GOOD, RETURN, TODAY
from socialvalue.check import check
from socialvalue.load import load

FLAGGED = {
    "26 30 56": ["56"],
    "56 26 30": ["56"],
    "1 2 3 6": ["6"],
    "6 1 2 3": [],
    "2 3 5": [],
    "0 0 0 0": [],
    "26.4 30.3 57": ["57"],
    "26.4 30.4 57": ["57"],
    "26.4 30.3 58": [],
    "26.4 57 30.3": [],
}
"""What stands below each other in a return, and what of it looks like the total of the others."""


@pytest.mark.parametrize("quantities", FLAGGED)
def test_a_total_is_told_from_what_chance_adds_up_to(quantities: str, tmp_path: Path) -> None:
    """A small or a rounded one has to stand below the others; of three small ones any may be the sum of two."""
    data = shutil.copytree(GOOD, tmp_path / "data")
    path = data / RETURN / "lines.csv"
    rows = [f"{5 + at},fw3,{each},weeks,,,,,,,,self-reported,,,,," for at, each in enumerate(quantities.split())]
    path.write_text(path.read_text(encoding="utf-8") + "\n".join([*rows, ""]), encoding="utf-8")
    found = [each.value for each in check(load(data, today=TODAY)).findings if each.rule == "total-among-lines"]
    assert found == FLAGGED[quantities]
