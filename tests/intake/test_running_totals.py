"""A workbook of totals so far: its periods are what each total adds to the one before."""

from pathlib import Path

import pytest
import xlsxwriter

from intake.books import Cell, table
from intake.conftest import DECLARED, Said, lines_of
from intake.test_master_workbook import HOME, ROAD, SAYS
from socialvalue.intake.headings import field_of, likely_field


def test_totals_so_far_become_periods_when_somebody_says_so(bring: Said, data: Path, tmp_path: Path) -> None:
    """Earlier returns are taken off, then what stands before in the file; a total that falls is left out."""
    rows = [
        ["Project", "KPI", "Period", "Total to date"],
        [ROAD, "fw1", "Q2 2024-25", 100],
        [ROAD, "fw1", "Q3 2024-25", 130],
        [ROAD, "fw1", "Q4 2024-25", 120],
    ]
    path = table(tmp_path / "totals.xlsx", rows)
    code, said = bring(path, "--yes", *DECLARED, **SAYS)
    assert code == 1
    assert "--answer running-totals=" in said
    code, said = bring(path, "--yes", *DECLARED, **{"running-totals": "yes"}, **SAYS)
    assert code == 0, said
    earlier = float(lines_of(data / HOME / "2023-q4")[0]["quantity"])
    quantities = [float(lines_of(data / HOME / period)[0]["quantity"]) for period in ("2024-q3", "2024-q4")]
    assert quantities == [100 - earlier, 30]
    assert "a total of 120, below the 130 before it" in said
    assert not (data / HOME / "2025-q1").exists()


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        *(
            (heading, "running_total")
            for heading in ("YTD actual", "Actual (YTD)", "Delivered (cumulative)", "Cum. actual")
        ),
        *((heading, "running_total") for heading in ("Actual since April", "Quantity, so far", "Y.T.D. actual")),
        *(("Actual (this quarter)", "quantity"), ("Comments to date", "public_note"), ("Target to date", "left_out")),
    ],
)
def test_a_heading_says_that_figures_are_totals(heading: str, field: str) -> None:
    """In brackets, before or behind; of figures alone."""
    assert (field_of(heading) or likely_field(heading)) == field


def test_what_groups_headings_says_it_too(bring: Said, tmp_path: Path) -> None:
    """Below Year to date an Actual is a total so far."""
    title: list[Cell] = [f"{ROAD}, Q1 2024-25"]
    rows: list[list[Cell]] = [title, [None, "Promised", "Year to date"], ["KPI", "Target", "Actual"], ["fw1", 9, 4]]
    _, said = bring(table(tmp_path / "year.xlsx", rows), "--yes", *DECLARED, mapping="yes")
    assert "Are the figures under Actual totals so far" in said


RISING: list[list[Cell]] = [
    ["Site", "KPI", "Jan-24", "Feb-24", "Mar-24", "Apr-24", "May-24"],
    [ROAD, "fw1", 70, 78, 90, 10, 18],
    [ROAD, "co1", 4, 8, 12, 3, 12],
]


def test_figures_that_never_fall_are_asked_about(bring: Said, data: Path, tmp_path: Path) -> None:
    """Nobody says that they are totals so far, and they look like it: asked, never assumed."""
    first = [row[:5] for row in RISING]
    code, said = bring(table(tmp_path / "rising.xlsx", first), "--yes", *DECLARED, **SAYS)
    assert code == 1
    assert "In Master no figure falls from one period to the next. Are they totals so far?" in said
    code, said = bring(
        table(tmp_path / "falls.xlsx", [*first[:2], [ROAD, "co1", 4, 8, 7]]), "--yes", "--dry-run", *DECLARED, **SAYS
    )
    assert "running-totals" not in said


@pytest.mark.parametrize("heading", ["Actual", "Actual (YTD)"])
def test_totals_of_a_sheet_a_month_are_less_those_of_the_sheets_before(
    heading: str, bring: Said, data: Path, tmp_path: Path
) -> None:
    """Each month has a sheet of its own, and no sheet alone shows that its figures rise."""
    book = xlsxwriter.Workbook(tmp_path / "sheets.xlsx")
    for month, figure in (("April", 10), ("May", 25), ("June", 40)):
        sheet = book.add_worksheet(month)
        rows: list[list[Cell]] = [[f"{ROAD}, {month} 2025"], ["KPI", heading], ["fw1", figure], ["co1", figure * 10]]
        for number, row in enumerate(rows):
            sheet.write_row(number, 0, row)
    book.close()
    answers = {**SAYS, "months": "apart", "organisation": "example-builder", "tier": "main contractor"}
    _, said = bring(tmp_path / "sheets.xlsx", "--yes", *DECLARED, **answers)
    assert "--answer running-totals=" in said
    if heading == "Actual":
        assert "In April, May, June no figure falls from one period to the next." in said
    _, said = bring(tmp_path / "sheets.xlsx", "--yes", *DECLARED, **answers, **{"running-totals": "year"})
    written = [lines_of(data / HOME / f"2025-{month:02}") for month in (4, 5, 6)]
    assert [[row["quantity"] for row in rows] for rows in written] == [["10", "100"], ["15", "150"], ["15", "150"]], (
        said
    )


def test_totals_that_begin_anew_each_april(bring: Said, data: Path, tmp_path: Path) -> None:
    """What the year before holds is not taken off; without that answer April would be below March."""
    answers = {**SAYS, "running-totals": "year", "months": "apart"}
    code, said = bring(table(tmp_path / "rising.xlsx", RISING), "--yes", *DECLARED, **answers)
    assert code == 0, said
    months = ("2024-01", "2024-02", "2024-03", "2024-04", "2024-05")
    weeks = [float(lines_of(data / HOME / month)[0]["quantity"]) for month in months]
    assert weeks == [10, 8, 12, 10, 8], "January's total holds the 60 weeks of the quarter before it"
