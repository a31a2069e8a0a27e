"""What the check found is published without what could tell of few people. All invented."""

from dataclasses import replace

import pytest
from invented import Row, repository

from socialvalue.records import Finding, RuleEntry, Severity
from socialvalue.value import value

MANY: Row = {"owner": "road/2023", "measure": "hires", "quantity": 20, "headcount": 30}
JUMP = "20 is ten times the 2 of the period before, or more."
CATALOGUE = (RuleEntry("order-of-magnitude", Severity.WARNING, "", "Figures do not jump", "", "", ""),)


def found(owner: str = "road/2023", name: str = "lines.csv", **more: object) -> list[str]:
    """What is told of one finding, where the road has a sensitive group."""
    finding = Finding(
        JUMP, owner=owner, file=f"returns/{name}", value="20", severity=Severity.WARNING, rule="order-of-magnitude"
    )
    checked = replace(repository([MANY]), sensitive_projects=frozenset({"road"}), catalogue=CATALOGUE)
    told = value(replace(checked, findings=(finding,), **more)).findings  # type: ignore[arg-type]
    assert {each.value for each in told} <= {"20" if each.message == JUMP else "" for each in told}
    return [each.message for each in told]


@pytest.mark.parametrize("owner", ["road/2022", "road/2023", "road/held"])
def test_nothing_is_told_about_lines_of_a_project_with_a_sensitive_group(owner: str) -> None:
    """A finding about a line that is shown names the number of one that is hidden, also where that is held back."""
    assert found(owner) == []
    assert found("road/held", "datapackage.json", held_back={"road/held": JUMP}) == []


def test_of_such_a_return_that_is_held_back_only_that_is_told() -> None:
    """What is wrong with it first would be told otherwise."""
    checked = replace(repository([MANY]), sensitive_projects=frozenset({"road"}))
    told = value(replace(checked, held_back={"road/held": JUMP, "rail/2023": JUMP}))
    assert told.checked.held_back == {"road/held": "It has errors.", "rail/2023": JUMP}


def test_what_tells_of_no_small_count_is_told() -> None:
    """Other projects' lines, and other files, keep their findings."""
    assert found("rail/2023") == [JUMP]
    assert found(name="evidence.csv") == [JUMP]


def test_of_another_return_that_is_held_back_only_the_rule_is_told() -> None:
    """Nobody knows what its lines would have been."""
    assert found("rail/2023", held_back={"rail/2023": "It jumps."}) == ["Figures do not jump"]
