"""What the check found is published without what could tell of few people. All invented."""

from dataclasses import replace

import pytest
from invented import Row, repository

from socialvalue.records import Finding, RuleEntry, Severity
from socialvalue.value import value

SENSITIVE = [{"measure": "hires", "unit": "fte_years", "theme": "work", "adds_up": "flow", "sensitivity": "sensitive"}]
FEW: Row = {"owner": "road/2022", "measure": "hires", "quantity": 2, "headcount": 3}
MANY: Row = {"owner": "road/2023", "measure": "hires", "quantity": 20, "headcount": 30}
JUMP = "20 is ten times the 2 of the period before, or more."
CATALOGUE = (RuleEntry("order-of-magnitude", Severity.WARNING, "", "Figures do not jump", "", "", ""),)


def found(lines: list[Row], owner: str = "road/2023", name: str = "lines.csv", **more: object) -> list[str]:
    """What is told of one finding."""
    finding = Finding(Severity.WARNING, "order-of-magnitude", JUMP, owner=owner, file=f"returns/{name}", value="20")
    checked = repository(lines, measures=SENSITIVE)
    told = value(replace(checked, findings=(finding,), catalogue=CATALOGUE, **more)).findings  # type: ignore[arg-type]
    assert {each.value for each in told} <= {"20" if each.message == JUMP else "" for each in told}
    return [each.message for each in told]


@pytest.mark.parametrize("owner", ["road/2022", "road/2023"])
def test_nothing_is_told_about_lines_beside_a_small_count(owner: str) -> None:
    """A finding about the line that is shown names the number of the one that is hidden."""
    assert found([FEW, MANY], owner) == []


def test_what_tells_of_no_small_count_is_told() -> None:
    """Other projects' lines, other files, and lines without a small count keep their findings."""
    assert found([MANY]) == [JUMP]
    assert found([FEW, MANY], "rail/2023") == [JUMP]
    assert found([FEW, MANY], name="evidence.csv") == [JUMP]


def test_a_small_count_in_a_replaced_return_is_no_better() -> None:
    """Its page still stands, so nothing is told of it either."""
    later = {"owner": "road/2022b", "supersedes": "2022", "start": "2022-01-01", "end": "2022-12-31"}
    checked = repository([FEW, {**MANY, "owner": "road/2022b"}], measures=SENSITIVE, returns=[later])
    finding = Finding(Severity.WARNING, "order-of-magnitude", JUMP, owner="road/2022", file="returns/lines.csv")
    assert value(checked).suppressed.empty
    assert value(replace(checked, findings=(finding,))).findings == ()


def test_of_a_return_that_is_held_back_only_the_rule_is_told() -> None:
    """Nobody knows which of its counts are small."""
    assert found([MANY], "rail/2023", held_back={"rail/2023": "It jumps."}) == ["Figures do not jump"]
