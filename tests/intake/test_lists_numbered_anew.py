"""Lists that were numbered anew since last month, and lists of promises whose number has a heading of its own."""

import pytest

from intake.lists import Desk
from socialvalue.errors import BrokenRepository

SITES = ["Site ref", "Site name", "District", "Homes"]
BEFORE = [["1", "Mill", "Northtown", "10"], ["2", "Kiln", "Northtown", "20"], ["3", "Pit", "Northtown", "30"]]


def test_a_row_with_the_key_of_one_and_the_name_of_another_is_asked_about(register: Desk) -> None:
    """Mill is gone and the rest moved up: nothing is overwritten before somebody says which is which."""
    register.bring(("Sites", [SITES, *BEFORE]))
    anew = ("Sites", [SITES, ["1", "Kiln", "Northtown", "20"], ["2", "Pit", "Northtown", "30"]])
    register.bring(anew)
    assert sorted(register.open) == ["row:1", "row:2"]
    register.bring(anew, row__1="2", row__2="3")
    mine = {row["site"]: row["name"] for row in register.rows("sites")}
    assert (mine["1"], mine["2"], mine["3"]) == ("Mill", "Kiln", "Pit")


def test_a_new_name_under_a_known_key_is_a_new_name(register: Desk) -> None:
    """Nothing else is called so."""
    register.bring(("Sites", [SITES, *BEFORE]))
    found = register.bring(("Sites", [SITES, ["1", "Old Mill", "Northtown", "10"], *BEFORE[1:]]))
    assert not register.open
    assert found.tables == ["sites"]
    assert {row["site"]: row["name"] for row in register.rows("sites")}["1"] == "Old Mill"


@pytest.mark.parametrize("heading", ["No. of weeks", "Number of apprenticeship weeks", "Quantity"])
def test_promises_are_no_projects_whatever_their_number_is_called(register: Desk, heading: str) -> None:
    """No project is made of a promise; the unit that no cell says is asked for."""
    register.bring(("List", [["Project", "Commitment", heading], ["skills-centre", "fw1", "40"]]))
    assert list(register.open) == ["unit:fw1"]


def test_promises_without_a_number_are_said_to_lack_it(register: Desk) -> None:
    """They are neither projects nor nothing."""
    with pytest.raises(BrokenRepository, match="a list of promises in which no column is known as how much"):
        register.bring(("List", [["Project", "Commitment", "How much"], ["skills-centre", "fw1", "40"]]))
