"""Make a workbook of an answer: for a CSV, an .ods or an old .xls, which can't be patched. It holds values alone."""

from collections.abc import Sequence
from datetime import datetime
from io import BytesIO

from xlsxwriter import Workbook as Writer
from xlsxwriter.worksheet import Worksheet

from socialvalue.intake.answer.patching import patched
from socialvalue.intake.answer.thing import Answer
from socialvalue.intake.workbook import Sheet

OPTIONS = {"in_memory": True, "strings_to_numbers": False, "strings_to_formulas": False, "strings_to_urls": False}
SHEET_NAME = 31
"""The most characters that the name of a sheet may have."""
MADE = datetime(2000, 1, 1)


def made(sheets: Sequence[Sheet], answer: Answer) -> bytes:
    """A workbook with the texts of these sheets and the answer in it. Every cell is text, as it was read."""
    out = BytesIO()
    book = Writer(out, OPTIONS)
    book.set_properties({"created": MADE})
    typed = book.add_format({"num_format": "@", "font_name": "Arial", "font_size": 11})
    for sheet in sheets:
        if not sheet.hidden:
            _written(book.add_worksheet(name_of(sheet.name)), sheet, typed)
    book.close()
    return patched(out.getvalue(), answer)


def name_of(name: str) -> str:
    """A name that a sheet may have."""
    safe = "".join("-" if letter in "[]:*?/\\" else letter for letter in name).strip("'")[:SHEET_NAME]
    return safe or "Sheet"


def _written(sheet: Worksheet, read: Sheet, typed: object) -> None:
    widths: dict[int, int] = {}
    for row, cells in enumerate(read.rows):
        for column, text in enumerate(cells):
            if text:
                sheet.write_string(row, column, text, typed)
                widths[column] = max(widths.get(column, 8), min(len(text) + 2, 40))
    for column, width in widths.items():
        sheet.set_column(column, column, width)
