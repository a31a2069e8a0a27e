"""A tracker with a column for each month: names of columns in one row, months in the row below."""

from datetime import date
from pathlib import Path

import pytest
import xlsxwriter

from intake.books import Cell, table
from intake.conftest import DECLARED, Said, lines_of
from socialvalue.intake.two_headings import in_one_row
from socialvalue.intake.workbook import Sheet

SAYS = {"status": "self-reported", "organisation": "example-builder", "tier": "main contractor"}
SAYS |= {"mapping": "yes", "months": "apart"}
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
    path = tracker(tmp_path / "tracker.xlsx", months)
    _, said = bring(path, "--yes", *DECLARED, **SAYS)
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


def merged(path: Path, group: str, below: list[str], title: str = "North Road") -> Path:
    """A heading that is merged over three columns, and what stands below it."""
    book = xlsxwriter.Workbook(path)
    sheet = book.add_worksheet("S")
    sheet.write("A1", title)
    sheet.write_row("A2", ["KPI", "Unit"])
    sheet.merge_range("C2:E2", group)
    sheet.write("F2", "Total")
    sheet.write_row("C3", below)
    sheet.write_row("A4", ["Apprenticeship weeks", "weeks", 10, 30, 20, 60])
    book.close()
    return path


@pytest.mark.parametrize(
    ("group", "below", "title"),
    [
        ("2024-25", ["Apr", "May", "Jun"], "North Road"),
        ("2024", ["April", "May", "June"], "North Road"),
        ("Actual", ["Apr", "May", "Jun"], "North Road, 2024"),
        ("Delivered", ["Apr-24", "May-24", "Jun-24"], "North Road"),
    ],
)
def test_months_below_a_merged_heading_have_its_year(
    group: str, below: list[str], title: str, bring: Said, data: Path, tmp_path: Path
) -> None:
    """Each month is read as itself, with the year of the heading above or of the title."""
    _, said = bring(merged(tmp_path / "m.xlsx", group, below, title), "--yes", *DECLARED, **SAYS)
    home = data / "returns/road-fund/north-road"
    taken = {month: [row["quantity"] for row in lines_of(home / month)] for month in ("2024-04", "2024-05", "2024-06")}
    assert taken == {"2024-04": ["10"], "2024-05": ["30"], "2024-06": ["20"]}, said


def test_months_without_a_year_are_asked_about(bring: Said, tmp_path: Path) -> None:
    """Nothing is guessed where neither a heading nor a title names a year, and January of 2024 may be that of 2025."""
    _, said = bring(merged(tmp_path / "m.xlsx", "Actual", ["Apr", "May", "Jun"]), "--yes", **SAYS)
    assert 'Which days are "May"?' in said
    _, said = bring(merged(tmp_path / "n.xlsx", "2024", ["Jan", "Feb", "Mar"]), "--yes", **SAYS)
    assert '"Jan of 2024": which days?' in said
    assert said.count("which days?") == 1


@pytest.mark.parametrize("answer", ["", "D"])
def test_a_heading_over_several_columns_of_figures_is_asked_about(
    answer: str, bring: Said, data: Path, tmp_path: Path
) -> None:
    """The first column is never taken in silence, and what isn't taken is listed."""
    path = merged(tmp_path / "m.xlsx", "2024-25", ["Site A", "Site B", "Site C"])
    given = {"columns:s-c": answer} if answer else {}
    code, said = bring(path, "--yes", *DECLARED, **SAYS, **given)
    if not answer:
        assert code == 1
        assert "stands over C to E of S, and each has figures" in said
    else:
        assert [row["quantity"] for row in lines_of(data / "returns/road-fund/north-road/2024-25")] == ["30"], said


def test_a_month_in_a_heading_is_its_period_and_forecasts_are_left_out(bring: Said, data: Path, tmp_path: Path) -> None:
    """A column of figures without a heading is asked about."""
    rows: list[list[Cell]] = [
        ["North Road"],
        ["KPI", "Actual Apr-24", "Forecast Apr-24", "Actual May-24", "Forecast May-24", None],
        ["fw1", 20, 21, 10, 11, 7],
    ]
    path = table(tmp_path / "m.xlsx", rows)
    _, said = bring(path, "--yes", *DECLARED, **SAYS)
    assert "column F (no heading) have figures. Which are this return’s?" in said
    _, said = bring(path, "--yes", *DECLARED, **SAYS, figures__master="B")
    home = data / "returns/road-fund/north-road"
    assert [lines_of(home / month)[0]["quantity"] for month in ("2024-04", "2024-05")] == ["20", "10"], said
