"""An amount beside which another unit stands than its own is a question with its cell, and never taken."""

from pathlib import Path

import pytest

from intake.books import Cell, table
from intake.conftest import DECLARED, Said, lines_of
from intake.lists import Desk

HOME = Path("returns/road-fund/north-road/2024-q2")
SAYS = {"organisation": "example-builder", "tier": "main contractor", "status": "self-reported"}


def promise(quantity: str, unit: str, heading: str = "Target", measure: str = "fw1") -> tuple[str, list[list[str]]]:
    return "Targets", [["Project", "Measure", heading, "Unit"], ["skills-centre", measure, quantity, unit]]


@pytest.mark.parametrize(
    ("quantity", "unit", "heading", "key"),
    [
        ("£40", "weeks", "Target", "units:gbp-or-weeks"),
        ("40%", "weeks", "Target", "units:percent-or-weeks"),
        ("40 hrs", "weeks", "Target", "units:hours-or-weeks"),
        ("40 weeks", "£", "Target", "units:weeks-or-gbp"),
        ("40 weeks", "", "Target (£)", "units:weeks-or-gbp"),
        ("40", "weeks", "Target (€)", "cell:Targets!C2"),
        ("40", "weeks", "Target %", "units:weeks-or-percent"),
        ("40 €", "weeks", "Target", "cell:Targets!C2"),
    ],
)
def test_a_promise_in_two_units_is_asked_about(
    register: Desk, quantity: str, unit: str, heading: str, key: str
) -> None:
    """The sign with the number, the cell for the unit and the heading have to say one thing."""
    found = register.bring(promise(quantity, unit, heading))
    assert list(register.open) == [key]
    assert found.waiting[key] == [("Targets", (2, 3))]
    assert "Targets!C2" in register.open[key].words


@pytest.mark.parametrize(
    ("quantity", "unit", "heading", "measure"),
    [
        ("40 wks", "weeks", "Target", "fw1"),
        ("40 weeks", "Weeks of training", "Target", "fw1"),
        ("£40", "gbp", "Target (£)", "le1"),
        ("£40", "£ per year", "Target", "le1"),
        ("40", "weeks", "Target (this year)", "fw1"),
    ],
)
def test_units_that_say_one_thing_are_taken(
    register: Desk, quantity: str, unit: str, heading: str, measure: str
) -> None:
    """The good twins, each in other words."""
    register.bring(promise(quantity, unit, heading, measure))
    assert [key for key in register.open if not key.startswith("promise")] == []


@pytest.mark.parametrize(("answer", "unit"), [("weeks", "weeks"), ("gbp", "£")])
def test_an_answer_says_which_unit_is_meant(register: Desk, answer: str, unit: str) -> None:
    """Weeks are weeks then; pounds stay pounds, and the check tells that the measure isn't counted so."""
    found = register.bring(promise("£40", "weeks"), **{"units:gbp-or-weeks": answer})
    [key] = found.new["targets"]
    assert found.known is not None
    assert found.known.rows["targets"][key]["unit"] == unit


@pytest.mark.parametrize(
    ("heading", "cell", "asked"),
    [
        ("Contract value", "£40", ""),
        ("Contract value (£)", "40", ""),
        ("Contract value (£, excl. VAT)", "40", ""),
        ("Contract value", "40 weeks", "cell:Projects!C2"),
        ("Contract value", "40%", "cell:Projects!C2"),
        ("Contract value (€)", "40", "cell:Projects!C2"),
        ("Contract value (€)", "£40", "cell:Projects!C2"),
        ("Budget (%)", "40", "cell:Projects!C2"),
    ],
)
def test_a_column_of_pounds_holds_pounds(register: Desk, heading: str, cell: str, asked: str) -> None:
    """No sign of another thing is passed over, in a cell or in the heading above it."""
    register.bring(("Projects", [["Ref", "Project", heading], ["new-hall", "New Hall", cell]]))
    assert list(register.open) == ([asked] if asked else [])


@pytest.mark.parametrize(("cell", "asked"), [("40 plots", ""), ("40 no.", ""), ("£40", "cell:Sites!B2")])
def test_a_column_of_homes_holds_homes(register: Desk, cell: str, asked: str) -> None:
    """Plots are homes; pounds aren't."""
    register.bring(("Sites", [["Site name", "No. of dwellings"], ["West Field", cell]]))
    assert list(register.open) == ([asked] if asked else [])


def test_a_return_in_two_units_is_asked_about(bring: Said, data: Path, tmp_path: Path) -> None:
    """Pounds in the row of weeks are no pounds, and no weeks; a heading of pounds leaves "26 wks" alone."""
    rows: list[list[Cell]] = [["North Road, Q1 2024-25"], ["KPI", "Actual £", "Unit", "District"]]
    rows += [["le1", "£40", "weeks", "Northtown"], ["fw1", "26 wks", "weeks", "Northtown"]]
    path = table(tmp_path / "return.xlsx", rows)
    code, said = bring(path, "--yes", *DECLARED, **SAYS)
    assert (code, "Master!B3 is “£40”, and its unit is said to be “weeks”. Which is meant?" in said) == (1, True)
    assert not (data / HOME).exists()
    _, said = bring(path, "--yes", *DECLARED, "--answer", "units:gbp-or-weeks=gbp", **SAYS)
    assert [row["quantity"] for row in lines_of(data / HOME)] == ["40", "26"], said
