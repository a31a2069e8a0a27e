"""A project that has another place or contractor than before: asked, and nothing is left over unsaid."""

import pytest

from intake.lists import Desk

PROJECTS = ["Ref", "Project", "District", "Contract value"]


def linked(register: Desk, table: str, column: str) -> list[str]:
    """What the project p1 is linked with in a table."""
    return [row[column] for row in register.rows(table) if row["project"] == "p1"]


@pytest.mark.parametrize(("answer", "many"), [("moved", 1), ("also", 2)])
def test_a_project_that_moved_or_has_another_contractor_is_asked_about(register: Desk, answer: str, many: int) -> None:
    """The link of before goes or stays, as answered; the same list again asks nothing and changes nothing."""
    heads = [*PROJECTS, "Contractor"]
    register.bring(("Projects", [heads, ["p1", "New Hall", "Northtown", "5", "First Ltd"]]))
    moved = ("Projects", [heads, ["p1", "New Hall", "Southtown", "5", "Second Ltd"]])
    assert register.bring(moved).deleted == {}
    assert list(register.open) == ["moved:p1.area", "moved:p1.contractor"]
    assert "is in Northtown by the register" in register.open["moved:p1.area"].words
    assert len(linked(register, "project-areas", "area")) == 1
    found = register.bring(moved, **dict.fromkeys(("moved__p1.area", "moved__p1.contractor"), answer))
    assert len(found.deleted) == 2 * (many == 1)
    areas, firms = linked(register, "project-areas", "area"), linked(register, "project-organisations", "organisation")
    assert (len(areas), firms[-1], len(firms)) == (many, "second-ltd", many)
    again = register.bring(moved)
    assert (again.tables, list(register.open), again.deleted) == ([], [], {})
    assert len(again.remarks) == 2 * (many == 2)  # what stays and no list names is said


def test_a_place_more_is_a_link_more(register: Desk) -> None:
    """Where the list still names the place of before, nothing moved and nobody is asked."""
    register.bring(("Projects", [PROJECTS, ["p1", "New Hall", "Northtown", "5"]]))
    register.bring(("Projects", [PROJECTS, ["p1", "New Hall", "Northtown; Southtown", "5"]]))
    assert list(register.open) == []
    assert len(linked(register, "project-areas", "area")) == 2
