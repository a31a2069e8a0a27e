"""Write the workbooks that people send: a contractor's, a programme's with every site, and our own filled in."""

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

import xlsxwriter

from socialvalue.workbooks import layout

Cell = str | float | None

CONTRACTOR: list[list[Cell]] = [
    ["Apprentices (weeks)", None, "26 wks", 26, "Northto", 950, "Apprentice log", "05/06/2024", "Two of them"],
    ["Local spend £k", None, 412.5, 412.5, "Northtown", None, "Ledger", "30/06/2024", None],
    ["People off benefit into work", "FTE", "4.5 FTE", "4.5 FTE", "Southtown", None, None, None, None],
    ["Volunteering", "hrs", 0, 0, None, None, None, None, "none this time"],
    ["Carbon saved", "tCO2e", "about 40", 40, None, None, None, None, None],
    ["Jobs created", "no.", "n/a", "n/a", None, None, None, None, None],
    ["TOTAL", None, 483, 483, None, None, None, None, None],
]
HEADINGS = ["KPI", "Unit", "Actual", "Running total", "District", "Cost", "Evidence", "Evidence date", "Comments"]


def contractor(path: Path, rows: Sequence[Sequence[Cell]] = CONTRACTOR, period: str = "Quarter 1, 2024-25") -> Path:
    """Three title rows, merged group headings, a hidden column, a total, days as text, and a sheet of notes."""
    book = xlsxwriter.Workbook(path)
    sheet = book.add_worksheet("SV return")
    sheet.merge_range(0, 0, 0, 8, "North Road, social value return")
    sheet.write(1, 0, period)
    sheet.write(2, 0, "Version 3, draft")
    sheet.merge_range(4, 2, 4, 3, "This quarter")
    sheet.merge_range(4, 6, 4, 8, "Back-up")
    sheet.write_row(5, 0, HEADINGS)
    for number, row in enumerate(rows, start=6):
        for column, value in enumerate(row):
            if value is not None:
                sheet.write(number, column, value)
    sheet.set_column(5, 5, 9, None, {"hidden": True})
    book.add_worksheet("Notes").write(0, 0, "Working notes, not for sending")
    book.close()
    return path


def table(path: Path, rows: Sequence[Sequence[Cell | date]], name: str = "Master") -> Path:
    """A sheet with these rows, from A1 on."""
    book = xlsxwriter.Workbook(path)
    day = book.add_format({"num_format": "dd/mm/yyyy"})
    sheet = book.add_worksheet(name)
    for number, row in enumerate(rows):
        for column, value in enumerate(row):
            if isinstance(value, date):
                sheet.write_datetime(number, column, value, day)
            elif value is not None:
                sheet.write(number, column, value)
    book.close()
    return path


def own(
    path: Path, rows: Sequence[Mapping[str, Cell]], mark: Mapping[str, str], documents: Sequence[Cell] = ()
) -> Path:
    """Our own workbook as a person leaves it, saved by a program that worked none of our formulas out."""
    book = xlsxwriter.Workbook(path)
    for key, name in layout.PROPERTIES.items():
        book.set_custom_property(name, mark[key])
    start, figures, evidence = (book.add_worksheet(name) for name in (layout.START, layout.FIGURES, layout.EVIDENCE))
    lists = book.add_worksheet(layout.LISTS)
    lists.hide()
    cells = {
        "organisation": "C3",
        "mailbox": "C4",
        "area": "C5",
        "done_by": "C6",
        "tier": "C7",
        "status": "C8",
        "only_this_contract": "A10",
        "of_this_contract": "A11",
    }
    for number, key in enumerate(layout.MARKS):
        lists.write(number, layout.MARK_COLUMN - 1, key)
        lists.write(number, layout.MARK_VALUE_COLUMN - 1, cells.get(key, mark.get(key, "")))
    for key, cell in cells.items():
        start.write(cell, mark.get(f"{key} cell", ""))
    figures.write_row(0, 0, [column.heading for column in layout.FIGURES_COLUMNS])
    for number, row in enumerate(rows, start=1):
        for at, column in enumerate(layout.FIGURES_COLUMNS):
            if column.field and row.get(column.field) is not None:
                figures.write(number, at, row[column.field])
            elif not column.typed:
                figures.write_formula(number, at, "=1/0", None, "wrong")
    evidence.write_row(0, 0, [column.heading for column in layout.EVIDENCE_COLUMNS])
    evidence.write_row(1, 0, documents)
    book.close()
    return path
