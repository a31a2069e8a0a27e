"""The referee: frictionless is asked about what we turn away, in our rows and by our schema. All rows are invented."""

import re
import shutil
import sys
from pathlib import Path

import pytest

from check.repository import GOOD, RETURN, TODAY
from socialvalue.check import check, referee, report
from socialvalue.check.cells import judging
from socialvalue.load import load
from socialvalue.records import Checked


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return shutil.copytree(GOOD, tmp_path / "data")


@pytest.fixture
def lenient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Our own check looks at no pattern, as if somebody had forgotten it."""
    monkeypatch.setitem(judging.CONSTRAINTS, "pattern", lambda field, pattern: lambda text, value: None)


def judged(data: Path, *changes: tuple[str, str]) -> Checked:
    path = data / RETURN / "lines.csv"
    text = path.read_text(encoding="utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    path.write_text(text, encoding="utf-8")
    return check(load(data, today=TODAY))


@pytest.mark.usefixtures("lenient")
def test_what_we_miss_in_a_file_that_we_turn_away_is_told_of(data: Path) -> None:
    """frictionless names the cell that our check passed; the one that we named is not named twice."""
    found = judged(data, ("62.5", "many"), ("E07000901", "Somewhere")).findings
    ours, theirs = sorted((f for f in found if f.rule in ("plain-number", "second-opinion")), key=lambda f: f.rule)
    assert (ours.row, ours.column) == (2, "quantity")
    assert (theirs.row, theirs.column) == (3, "area")
    assert "[ENSW][0-9]{8}" in theirs.message


@pytest.mark.usefixtures("lenient")
def test_the_referee_repeats_no_cell(data: Path) -> None:
    """What it objects to may be somebody's data: only the constraint is said, not the cell."""
    source = load(data, today=TODAY)
    checked = judged(data, ("62.5", "many"), ("E07000901", "somebody@example.org"))
    said = [finding.words + finding.value for finding in checked.findings if finding.rule == "second-opinion"]
    assert said
    assert not any("somebody" in words for words in said)
    assert "somebody" not in re.sub(r".*known-area.*", "", report(checked, source, "text"))


def test_a_good_return_does_not_wait_for_the_referee(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where nothing is wrong frictionless is not even imported."""
    monkeypatch.setitem(sys.modules, "frictionless", None)
    assert judged(data).findings == ()
    assert judged(data, ("62.5", "many")).not_applied == ("second-opinion",)


@pytest.mark.usefixtures("lenient")
def test_a_bad_file_costs_no_more_rows_than_are_stated(data: Path) -> None:
    """However long a file is, frictionless is handed the stated number of its rows, and tells of no other."""
    path = data / RETURN / "lines.csv"
    header = path.read_text(encoding="utf-8").splitlines()[0]
    areas = {5: "near", referee.ROWS: "last", referee.ROWS + 1: "beyond"}
    rows = [f"{n},fw1,{n},weeks,,,{areas.get(n, '')},,,,,self-reported,,,,," for n in range(1, 1_200)]
    rows[0] = rows[0].replace("fw1,1,", "fw1,none,")
    path.write_text("\n".join([header, *rows]) + "\n", encoding="utf-8")
    found = [f.row for f in check(load(data, today=TODAY)).findings if f.rule == "second-opinion"]
    assert found == [6, referee.ROWS + 1]
