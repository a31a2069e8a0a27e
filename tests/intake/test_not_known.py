"""What people write where nothing is known leaves a cell of the register empty, whatever its column holds."""

import pytest

from intake.lists import Desk
from socialvalue.intake.amounts import amount
from socialvalue.intake.not_known import says_not_known

HEADS = ["Project ref", "Project", "District", "Contractor", "Contract value", "Start", "Description"]
SITES = ["Site ref", "Site name", "District", "Developer", "Homes", "Status", "As of"]
SAID = ["N/K", "n / k", "N.K.", "(not known)", "t.b.c.", "TBC", "tba", "N/A", "n\\a", "Various", "-", "–", "?", "…"]
KEPT = ["N & K Builders", "Various Homes Ltd", "TBC Construction", "Na Fianna", "0", "*", "£", "#"]


@pytest.mark.parametrize("said", SAID)
def test_nothing_known_leaves_cells_empty(register: Desk, said: str) -> None:
    """Neither a firm, a district, a reference, a number, a day nor a stage is made of it, and nothing is asked."""
    projects = [HEADS, [said, "New Hall", said, said, said, said, "A hall."]]
    found = register.bring(
        ("Projects", projects), ("Sites", [SITES, [said, "Mill Lane", said, said, said, said, said]])
    )
    assert register.open == {}
    assert {table: found.new.get(table) for table in ("projects", "sites", "organisations", "project-areas")} == {
        **{"projects": ["new-hall"], "sites": ["mill-lane"], "organisations": None, "project-areas": None}
    }
    row = register.rows("sites")[-1]
    assert (row["homes"], row["stage"], row["stated_on"], row["developer"]) == ("", "not known", "", "")
    assert register.rows("projects")[-1]["contract_gbp"] == ""


@pytest.mark.parametrize("said", KEPT)
def test_what_says_something_is_kept(said: str) -> None:
    """Names that begin so, nought as a number, and the star that hides a count."""
    assert not says_not_known(said, number=True)


def test_nothing_known_is_no_figure_of_a_return() -> None:
    """The same words beside a measure: not sent; nil may be 0."""
    assert {amount(said).absent for said in SAID} == {"not-sent"}
    assert amount("nil").absent == "none"


@pytest.mark.parametrize("name", ["Smith Ltd ()", "Smith Ltd (  )", "Smith Ltd [-]", "Smith Ltd"])
def test_empty_brackets_are_no_part_of_a_name(register: Desk, name: str) -> None:
    """What a form leaves behind; brackets that say something stay."""
    register.bring(("Projects", [HEADS, ["", "New Hall ()", "", name, "", "", "A hall."]]))
    assert register.rows("organisations")[-1]["name"] == "Smith Ltd"
    assert register.rows("projects")[-1]["name"] == "New Hall"
    register.bring(("Projects", [HEADS, ["", "Old Hall (east)", "", "Jones (Leyland) Ltd", "", "", "A hall."]]))
    assert register.rows("projects")[-1]["name"] == "Old Hall (east)"
