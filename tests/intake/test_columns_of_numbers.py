"""Numbers of a list: under which heading they are a figure, what bounds them, and whose they are."""

import pytest

from intake.lists import Desk
from socialvalue.errors import BrokenRepository
from socialvalue.intake.registering.saying import left_out

SITES = ["Site ref", "Site name", "Homes"]


@pytest.mark.parametrize(
    "heading", ["Net dwellings", "Net additional dwellings", "Net gain", "Capacity", "No. units", "Net homes", "Yield"]
)
def test_homes_are_known_as_lists_of_housing_call_them(register: Desk, heading: str) -> None:
    """Nothing is asked, also beside where the site lies and how large it is."""
    heads = ["SiteReference", "SiteNameAddress", "GeoX", "Hectares", heading, "2025/26"]
    register.bring(("Supply", [heads, ["S1", "Mill Lane", "353412", "1.5", "40", "20"]]))
    assert register.open == {}
    assert register.rows("sites")[-1]["homes"] == "40"


@pytest.mark.parametrize("heading", ["Remaining capacity", "MinNetDwellings", "Plots to go", "Completed"])
def test_a_column_of_numbers_that_nobody_knows_is_asked_about(register: Desk, heading: str) -> None:
    """It may be the homes of the site, or a part of them, or nothing that the register has."""
    sheet = ("Housing", [["Site ref", "Site name", heading], ["S1", "Mill Lane", "40"]])
    register.bring(sheet)
    [key] = register.open
    assert key.startswith("column:sites-")
    for answer, homes in (("left_out", ""), ("homes", "40")):
        register.bring(sheet, **{key: answer})
        assert register.rows("sites")[-1]["homes"] == homes


def test_columns_of_years_are_left_out_with_a_reason(register: Desk) -> None:
    """What comes in each year is not the whole; other headings that nobody knows are listed beside them."""
    heads = ["Site ref", "Site name", "2025/26", "2026-27", "Parish"]
    [listing] = register.bring(("Housing", [heads, ["S1", "Mill Lane", "20", "20", "West"]])).listings
    assert list(left_out(listing)) == [
        "  left out: Parish",
        "  left out: 2025/26, 2026-27. A figure of each year is none of the whole: no column of the register holds it.",
    ]


def test_nothing_is_asked_where_the_homes_are_known(register: Desk) -> None:
    """The good twin: other numbers are listed as left out. Texts are no numbers."""
    heads = ["Site ref", "Site name", "Homes", "Remaining", "Planning history"]
    register.bring(("Sites", [heads, ["S1", "Mill Lane", "40", "12", "06/2019/0001"]]))
    assert (register.open, register.rows("sites")[-1]["homes"]) == ({}, "40")


def test_of_two_columns_of_homes_one_is_asked_for(register: Desk) -> None:
    """Gross and net are two numbers; the first isn't taken because it comes first."""
    sheet = ("Sites", [["Site name", "Gross dwellings", "Net dwellings"], ["Mill Lane", "42", "40"]])
    register.bring(sheet)
    assert list(register.open) == ["which:sites.homes"]
    register.bring(sheet, **{"which:sites.homes": "net-dwellings"})
    assert register.rows("sites")[-1]["homes"] == "40"


def test_columns_of_measures_are_no_projects(register: Desk) -> None:
    """A column for each promise is never dropped in silence: the sheet is left out, or read without them."""
    sheet = ("List", [["Project", "Apprenticeship weeks", "Spend with local firms (£)"], ["New Hall", "3", "5000"]])
    register.bring(sheet)
    [key] = register.open
    assert key == "measures:list"
    assert "“Apprenticeship weeks”, “Spend with local firms (£)”" in register.open[key].words
    with pytest.raises(BrokenRepository, match="left out, as answered"):
        register.bring(sheet, measures__list="left_out")
    assert register.bring(sheet, measures__list="projects").new["projects"] == ["new-hall"]


@pytest.mark.parametrize(("was", "now", "stands"), [("Up to 1100", "900", ("900", "")), ("c. 60", "75", ("75", ""))])
def test_a_figure_brings_its_own_bound(register: Desk, was: str, now: str, stands: tuple[str, str]) -> None:
    """Up to 1,100, and then 900, is not up to 900; and 1,100 after up to 1,100 is a change."""
    register.bring(("Sites", [SITES, ["S1", "Mill Lane", was]]))
    assert register.rows("sites")[-1]["bound"]
    assert register.bring(("Sites", [SITES, ["S1", "Mill Lane", now]])).tables
    row = register.rows("sites")[-1]
    assert (row["homes"], row["bound"]) == stands
    register.bring(("Sites", [SITES, ["S1", "Mill Lane", f"about {now}"]]))
    [change] = register.bring(("Sites", [SITES, ["S1", "Mill Lane", now]])).changed
    assert change.cells["bound"] == ("about", "")
    assert register.bring(("Sites", [SITES, ["S1", "Mill Lane", ""]])).tables == []


def test_a_promise_that_loses_its_bound_is_asked_about(register: Desk) -> None:
    """At least four weeks are more than four."""
    heads = ["Project", "Measure", "Target", "Unit"]
    register.bring(("Targets", [heads, ["skills-centre", "fw1", "At least 4", "weeks"]]))
    four = ("Targets", [heads, ["skills-centre", "fw1", "4", "weeks"]])
    register.bring(four)
    assert list(register.open) == ["promise:skills-centre-fw1"]
    register.bring(four, **{"promise:skills-centre-fw1": "copied"})
    assert (register.rows("targets")[-1]["quantity"], register.rows("targets")[-1]["bound"]) == ("4", "")


def test_a_reference_in_a_column_of_names_is_no_name(register: Desk) -> None:
    """P1 under Project is the project of that key, which keeps its name; a column of keys may still rename it."""
    heads = ["Project ref", "Project", "Contract value"]
    register.bring(("Projects", [heads, ["P1", "School A", "100"], ["P2", "School B", "200"]]))
    register.bring(("Projects", [["Project", "Contract value"], ["P1", "150"], ["School B", "250"]]))
    assert register.open == {}
    mine = {row["project"]: (row["name"], row["contract_gbp"]) for row in register.rows("projects")}
    assert (mine["p1"], mine["p2"]) == (("School A", "150"), ("School B", "250"))
    register.bring(("Sites", [SITES, ["S1", "Mill Lane", "40"]]))
    register.bring(("Sites", [["Site", "Homes"], ["S1", "12"]]))
    assert (register.rows("sites")[-1]["name"], register.rows("sites")[-1]["homes"]) == ("Mill Lane", "12")
    register.bring(("Projects", [heads, ["P1", "School A (north)", "150"]]))
    assert {row["project"]: row["name"] for row in register.rows("projects")}["p1"] == "School A (north)"


HALVES = {
    "projects.contract_gbp": ["Project ref", "Project", "District", "Value", "Value"],
    "sites.homes": ["Site ref", "Site name", "District", "Homes", "Homes"],
    "targets.quantity": ["Project", "Measure", "Unit", "Target", "Target"],
}
"""Lists with two columns of one heading, as below headings of groups."""


@pytest.mark.parametrize("figure", HALVES)
def test_of_two_columns_of_one_heading_one_is_asked_for(register: Desk, figure: str) -> None:
    """Neither the first nor the last is taken; the choices say where each stands and what it holds."""
    table = figure.partition(".")[0]
    row = ["skills-centre", "fw1", "weeks"] if table == "targets" else ["S1", "Mill Lane", "Northtown"]
    for second, asked in (("40", [f"which:{figure}"]), ("100", []), ("", [])):
        sheet = ("List", [HALVES[figure], [*row, "100", second]])
        register.bring(sheet)
        assert list(register.open) == asked
    sheet = ("List", [HALVES[figure], [*row, "100", "40"]])
    register.bring(sheet)
    name = HALVES[figure][-1].lower()
    assert [(each.value, each.words) for each in register.open[f"which:{figure}"].choices] == [
        (f"{name}-d", f"{name.title()} (column D: 100)"),
        (f"{name}-e", f"{name.title()} (column E: 40)"),
    ]


def test_the_column_that_was_answered_is_read(register: Desk) -> None:
    """Also where it is the second; the answer is not kept, as its letter may be another's next time."""
    sheet = ("List", [HALVES["sites.homes"], ["S1", "Mill Lane", "Northtown", "100", "40"]])
    register.bring(sheet, **{"which:sites.homes": "homes-e"})
    assert register.rows("sites")[-1]["homes"] == "40"
    assert not register.asked["which:sites.homes"].kept
