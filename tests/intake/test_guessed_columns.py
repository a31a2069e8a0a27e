"""Tables whose headings don't name their measures or figures: read by what stands below, and shown before anything."""

from pathlib import Path

import pytest
import xlsxwriter

from intake.books import Cell, table
from intake.conftest import DECLARED, Said
from intake.lists import Desk
from intake.test_rows_of_others import HOME, SAYS, TITLE, taken
from socialvalue.intake.table import find_table
from socialvalue.intake.workbook import Sheet

ROWS: list[list[Cell]] = [["Volunteering", 40], ["Carbon saved", 4]]


@pytest.mark.parametrize(
    "headings",
    [
        ["KPI", "Claimed"], ["KPI", "Total"], ["KPI", "Value"], ["KPI", "Q1"], ["KPI", None], ["Item", "Actual"],
        ["What we did", "How many"], [None, "Actual"],
    ],
)  # fmt: skip
def test_a_table_is_found_by_its_cells(headings: list[Cell], bring: Said, data: Path, tmp_path: Path) -> None:
    """The columns are shown, and nothing is written before somebody says that they are so."""
    path = table(tmp_path / "t.xlsx", [TITLE, headings, *ROWS])
    code, said = bring(path, "--yes", *DECLARED)
    assert code == 1
    assert "Are your headings to be read like this?" in said
    assert not (data / HOME).exists()
    _, said = bring(path, "--yes", *DECLARED, **SAYS)
    assert taken(data) == [("co1", "40"), ("en1", "4")], said


def test_measures_across_the_top_without_a_known_one_are_asked_about(register: Desk) -> None:
    """Each column of figures is one of a measure, in the words of its heading, but for a plan."""
    rows = [["Month", "Apprentices", "Volunteers", "Planned visits"], ["Apr-24", "4", "40", "3"]]
    found = find_table(Sheet("S", rows), register.register, guess=True)
    assert found is not None
    assert [column.measure for column in found.of("quantity")] == ["Apprentices", "Volunteers"]
    assert find_table(Sheet("S", rows), register.register) is None


@pytest.mark.parametrize("rows", [["Name,Phone"], ["fw1,4", "co1,40"], ["KPI,Notes", "fw1,Some"]])
def test_what_is_no_table_stays_none(rows: list[str], register: Desk) -> None:
    """Words alone, figures without headings."""
    assert find_table(Sheet("S", [row.split(",") for row in rows]), register.register, guess=True) is None


def test_beside_a_table_that_says_what_it_is_nothing_is_guessed(bring: Said, data: Path, tmp_path: Path) -> None:
    """A list of phones on another sheet asks nothing."""
    book = xlsxwriter.Workbook(tmp_path / "t.xlsx")
    for name, rows in (("SV", [TITLE, ["KPI", "Actual"], *ROWS]), ("Sites", [["Site", "Homes"], ["North Road", 7]])):
        sheet = book.add_worksheet(name)
        for at, row in enumerate(rows):
            sheet.write_row(at, 0, row)
    book.close()
    _, said = bring(tmp_path / "t.xlsx", "--yes", *DECLARED, **SAYS)
    assert taken(data) == [("co1", "40"), ("en1", "4")], said
