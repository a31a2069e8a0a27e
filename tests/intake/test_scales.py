"""Figures in thousands or millions are multiplied where that is certain and asked about where it isn't."""

from pathlib import Path

import pytest
import xlsxwriter

from intake.books import Cell
from intake.conftest import DECLARED, Said, lines_of
from scales import NOT_SAID, SAID, UNITS
from socialvalue.check.scales import scale_in
from socialvalue.check.units_in_headings import units_beside
from socialvalue.intake.headings import unit_beside

HOME = Path("returns/road-fund/north-road/2024-q2")
SAYS = {"organisation": "example-builder", "tier": "main contractor", "status": "self-reported"}


def test_every_spelling_is_known() -> None:
    """What a heading says of the size of its figures, and what is left of the heading; or that it says nothing."""
    assert {text: (found.word, found.rest) for text in SAID if (found := scale_in(text))} == SAID
    assert [text for text in NOT_SAID if scale_in(text)] == []
    assert {text: units_beside(text) for text in UNITS} == UNITS


def imported(bring: Said, path: Path, sheets: dict[str, list[list[Cell]]], *options: str) -> tuple[int, str]:
    """Import a workbook of some sheets, each below a title that says the project and the days."""
    book = xlsxwriter.Workbook(path)
    for name, rows in sheets.items():
        sheet = book.add_worksheet(name)
        for number, row in enumerate([["North Road, Q1 2024-25"], *rows]):
            sheet.write_row(number, 0, row)
    book.close()
    return bring(path, "--yes", *DECLARED, *options, **SAYS)


def test_thousands_of_pounds_are_multiplied(bring: Said, data: Path, tmp_path: Path) -> None:
    """A cell that says its own thousands, or its own unit, is multiplied no second time."""
    headings = ["Actual £k", "Actual (£000)", "Actual (GBP k)", "Delivered, £ thousand", "Actual £m"]
    headings += ["Actual £bn", "Actual (£ hundreds)", "Actual (pence)"]
    sheets: dict[str, list[list[Cell]]] = {
        f"Sheet {at}": [["KPI", heading, "District"], ["le1", at, "Northtown"]]
        for at, heading in enumerate(headings, start=1)
    }
    sheets["Sheet 1"] += [["le1", "£27k", "Southtown"], ["fw1", "26 wks", "Northtown"]]
    _, said = imported(bring, tmp_path / "return.xlsx", sheets, "--show", "changes")
    taken = [row["quantity"] for row in lines_of(data / HOME)]
    assert taken == [
        "1000",
        "27000",
        "26",
        "2000",
        "3000",
        "4000",
        "5000000",
        "6000000000",
        "700",
        "0.08",
    ]
    assert "pence: divided by 100" in said
    assert "£k: times 1,000" in said
    assert "£m: times 1,000,000" in said


UNSURE: dict[str, list[list[Cell]]] = {
    "Heading": [["KPI", "Actual (thousands)"], ["le1", 1]],
    "Unit": [["KPI", "Actual", "Unit"], ["le1", 2, "'000"]],
    "Measure": [["KPI", "Actual"], ["Spend with local firms (thousands)", 3]],
    "Title": [["All figures in £000"], ["KPI", "Actual", "Unit"], ["le1", 4, ""], ["fw1", 5, "weeks"], ["le1", 6, "£"]],
    "Note": [["KPI", "Actual"], ["le1", 7], ["Note: spend in £'000s"]],
    "Sign": [["KPI", "Actual £k"], ["le1", "£8"]],
    "Pence": [["KPI", "Actual pence"], ["le1", "£9"]],
    "Hundreds": [["KPI", "Actual (hundreds)"], ["le1", 10]],
}


def test_thousands_that_are_not_certain_are_asked(bring: Said, data: Path, tmp_path: Path) -> None:
    """Thousands of what isn't said, or the cell says pounds by itself, or a title speaks for the whole table; weeks
    below “£000” are weeks."""
    keys = ("scale:thousands", "scale:k", "scale:k-sign", "scale:pence-sign", "scale:hundreds")
    path = tmp_path / "return.xlsx"
    code, said = imported(bring, path, UNSURE)
    assert code == 1
    assert [key for key in keys if f"--answer {key}=" not in said] == [], said
    assert not (data / HOME).exists()
    answers = [word for key in keys for word in ("--answer", f"{key}=times")]
    _, said = imported(bring, path, UNSURE, *answers, "--answer", "same:hundreds=both")
    taken = [row["quantity"] for row in lines_of(data / HOME)]
    assert taken == [
        "1000",
        "2000",
        "3000",
        "4000",
        "5",
        "6000",
        "7000",
        "8000",
        "0.09",
        "1000",
    ]


UNKNOWN = ["Actual €", "Actual %", "Actual p", "€ delivered", "Actual (weeks)", "Amount [USD]", "Amount (€000s)"]


def test_a_unit_that_isnt_the_measures_is_asked_about(bring: Said, data: Path, tmp_path: Path) -> None:
    """Pounds are never made of it in silence."""
    sheets: dict[str, list[list[Cell]]] = {
        f"S{at}": [["KPI", heading], ["le1", at]] for at, heading in enumerate(UNKNOWN, start=1)
    }
    code, said = imported(bring, tmp_path / "return.xlsx", sheets, "--answer", "mapping=yes")
    assert code == 1
    assert [text for heading in UNKNOWN for text in units_beside(heading) if f'is in "{text}"' not in said] == [], said
    assert not (data / HOME).exists()


@pytest.mark.parametrize(
    "heading", ["Actual", "Actual (this quarter)", "Amount (ex VAT)", "Delivered (Q1 2025-26)", "Actual (delivered)"]
)
def test_words_that_say_no_unit_are_none(heading: str) -> None:
    """A period, tax and the like say nothing of the unit."""
    assert unit_beside(heading) == ""
