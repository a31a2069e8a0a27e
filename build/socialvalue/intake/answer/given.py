"""Read an answer that is sent again: what was answered on its first sheet. That sheet and its column are dropped."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from socialvalue.intake.answer.first_sheet import FIRST
from socialvalue.intake.answer.thing import ANSWER_COLUMN, HEADING, KEY_COLUMN, MARK
from socialvalue.intake.workbook import Sheet, Workbook, column_of
from socialvalue.workbooks import layout

DECLARED = ("only-this-contract-and-period", "commitment-of-this-contract")
"""Questions that a tick answers."""


def answered(book: Workbook) -> tuple[Workbook, dict[str, str]]:
    """The workbook without what an answer added to it, and the answers that were given in it, by their keys."""
    first = next((sheet for sheet in book.sheets if sheet.cell(1, KEY_COLUMN) == MARK), None)
    if first is None:
        return book, {}
    added = dict(_columns(first))
    sheets = tuple(
        _without(sheet, added[sheet.name]) if sheet.name in added else sheet
        for sheet in book.sheets
        if sheet is not first
    )
    return replace(book, sheets=sheets), dict(_answers(first))


def _columns(first: Sheet) -> Iterator[tuple[str, int]]:
    """The columns that were added, by the names of their sheets."""
    for line in first.cell(2, KEY_COLUMN).splitlines():
        column, _, name = line.partition(" ")
        if column.isalpha():
            yield name, column_of(column.encode())


def _answers(first: Sheet) -> Iterator[tuple[str, str]]:
    for row in range(FIRST, len(first.rows) + 1):
        key, text = (first.cell(row, column).strip() for column in (KEY_COLUMN, ANSWER_COLUMN))
        if key and text:
            yield key, "yes" if key in DECLARED and text.casefold() in layout.TICKS else text


def _without(sheet: Sheet, column: int) -> Sheet:
    """The sheet without the column What to do, also where somebody moved it."""
    places = {at for row in sheet.rows for at, text in enumerate(row, start=1) if text.strip() == HEADING}
    at = column if column in places or not places else min(places)
    if at not in places:
        return sheet
    rows = [[*row[: at - 1], "", *row[at:]] if len(row) >= at else row for row in sheet.rows]
    return replace(sheet, rows=[_trimmed(row) for row in rows])


def _trimmed(row: Sequence[str]) -> Sequence[str]:
    while row and not row[-1]:
        row = row[:-1]
    return row
