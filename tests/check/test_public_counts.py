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
        ("0.5", "0", True),
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


@pytest.mark.parametrize(("quantity", "headcount", "column"), [("9", "20", "quantity"), ("20", "9", "headcount")])
def test_a_number_of_people_is_the_lesser_of_both(quantity: str, headcount: str, column: str, tmp_path: Path) -> None:
    """A headcount of 20 doesn't let 9 people through: the quantity is people too."""
    data = Path(shutil.copytree(GOOD, tmp_path / "data"))
    folder = next(data.glob("frameworks/*"))
    for table, old, new in (
        ("units", "\njobs", "\nheadcount,person,people,0,no,\njobs"),
        ("measures", "fte_years,inclusive-workforce,flow,yes,very", "headcount,inclusive-workforce,flow,no,very"),
    ):
        path = folder / f"{table}.csv"
        path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    lines = data / RETURN / "lines.csv"
    row = f"5,iw2,{quantity},headcount,{headcount},,E07000119,,,,,self-reported,,,,,\n"
    lines.write_text(lines.read_text(encoding="utf-8") + row, encoding="utf-8")
    found = check(load(data, today=TODAY)).findings
    assert [each.column for each in found if each.rule == "small-counts"] == [column]
    assert [each.column for each in found if each.rule == "headcount-agrees"] == ["headcount"]
