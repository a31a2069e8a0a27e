"""A public repository refuses what its own site would hide. All invented."""

import shutil
from pathlib import Path

import pytest

from check.repository import GOOD, RETURN, TODAY
from socialvalue.check import check
from socialvalue.load import load


@pytest.mark.parametrize(
    ("quantity", "headcount", "refused"),
    [
        ("9.5", "9", True),
        ("9.5", "10", False),
        ("8.5", "", True),
        ("9.5", "", False),
        ("0.1", "", True),
        ("0", "", False),
    ],
)
def test_people_are_the_headcount_or_else_the_quantity(
    quantity: str, headcount: str, refused: bool, tmp_path: Path
) -> None:
    """Whatever the unit, as for what is published: a part of one is one, and none is nobody."""
    data = Path(shutil.copytree(GOOD, tmp_path / "data"))
    measures = next(data.glob("frameworks/*/measures.csv"))
    measures.write_text(measures.read_text(encoding="utf-8").replace("flow,yes,very", "flow,no,very"), encoding="utf-8")
    lines = data / RETURN / "lines.csv"
    row = f"5,iw2,{quantity},fte_years,{headcount},,E07000119,,,,,self-reported,,,,,\n"
    lines.write_text(lines.read_text(encoding="utf-8") + row, encoding="utf-8")
    found = check(load(data, today=TODAY)).findings
    assert [each.column for each in found if each.rule == "small-counts"] == (
        ["headcount" if headcount else "quantity"] if refused else []
    )
