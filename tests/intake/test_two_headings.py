"""A tracker with a column for each month: names of columns in one row, months in the row below."""

from datetime import date
from pathlib import Path

import pytest
import xlsxwriter

from intake.conftest import DECLARED, Said, lines_of
from socialvalue.intake.two_headings import in_one_row
from socialvalue.intake.workbook import Sheet

MONTHS = ["Apr-24", "May-24", "Jun-24", "Q1 total"]


def tracker(path: Path, months: list[str | date]) -> Path:
    """Merged headings over two rows, measures down, months across, a helper column that is hidden, notes below."""
    book = xlsxwriter.Workbook(path)
    sheet = book.add_worksheet("Tracker")
    month = book.add_format({"num_format": "mmm-yy"})
    sheet.write("A1", "North Road, KPI tracker")
    for column, name in enumerate(["KPI", "Unit", "Target"]):
        sheet.merge_range(2, column, 3, column, name)
    sheet.merge_range(2, 3, 2, 6, "Quarter 1")
    for column, name in enumerate(months, start=3):
        if isinstance(name, date):
            sheet.write_datetime(3, column, name, month)
        else:
            sheet.write(3, column, name)
    sheet.write(3, 7, "weight")
    sheet.set_column(7, 7, 8, None, {"hidden": True})
    sheet.write_row("A5", ["Apprenticeship weeks", "weeks", 20, 4, 4, 5, 13, 0.2])
    sheet.write_row("A6", ["Spend with local firms", "£k", 300, 31, 42.5, "TBC", 73.5, 0.8])
    sheet.write("A8", "Notes:")
    book.close()
    return path


@pytest.mark.parametrize("months", [MONTHS, [date(2024, month, 1) for month in (4, 5, 6)] + ["Q1 total"]])
def test_each_month_is_a_return(months: list[str | date], bring: Said, data: Path, tmp_path: Path) -> None:
    """Also where a spreadsheet made days of the months. Totals of months, targets and helpers are left out."""
    answers = {"status": "self-reported", "organisation": "example-builder", "tier": "main contractor"}
    path = tracker(tmp_path / "tracker.xlsx", months)
    _, said = bring(path, "--yes", *DECLARED, mapping="yes", **answers)
    home = data / "returns/road-fund/north-road"
    taken = {month: [row["quantity"] for row in lines_of(home / month)] for month in ("2024-04", "2024-05", "2024-06")}
    assert taken == {"2024-04": ["4", "31000"], "2024-05": ["4", "42500"], "2024-06": ["5"]}, said


@pytest.mark.parametrize(
    "row", [["", "2024", "2030"], ["Wages", "2024-25", "1,200"], ["", "May", ""], ["Total", "Q1 2024", "Q2 2024"]]
)
def test_a_row_of_figures_is_no_second_row_of_headings(row: list[str]) -> None:
    """Numbers may look like years; a row of headings names periods and no figure."""
    sheet = Sheet("S", [["KPI", "Actual", "Target"], row])
    assert in_one_row(sheet) is sheet
