"""The file that an answer becomes: the officer's own with the answer in it, or one made from its values."""

import re
from collections.abc import Sequence
from datetime import datetime
from io import BytesIO
from pathlib import Path

from xlsxwriter import Workbook as Writer
from xlsxwriter.worksheet import Worksheet

from socialvalue.intake.answer.parts import NotPatched
from socialvalue.intake.answer.patching import patched
from socialvalue.intake.answer.thing import Answer, Column, Thing
from socialvalue.intake.reading import read_file
from socialvalue.intake.workbook import Cell, Sheet, Workbook
from socialvalue.records import Finding, Severity

ANSWERED = re.compile(r"-answered(?:-[0-9]+)?$")
TABLES = ("lines.csv", "evidence.csv")
MOST_TABLES = 40
"""Tables of returns that are shown with their cells marked; things of others are told on the first sheet alone."""
OPTIONS = {"in_memory": True, "strings_to_numbers": False, "strings_to_formulas": False, "strings_to_urls": False}
SHEET_NAME = 31
"""The most characters that the name of a sheet may have."""
MADE = datetime(2000, 1, 1)


def written_into(book: Workbook, answer: Answer) -> bytes:
    """The workbook with the answer in it: patched where it is an .xlsx, else made from its values."""
    if book.content:
        try:
            return patched(book.content, answer)
        except NotPatched:
            pass
    return made(book.sheets, answer)


def answer_path(path: Path) -> Path:
    """Where the answer to a file goes: beside it, under a name that is free."""
    stem = ANSWERED.sub("", path.stem)
    for number in range(1, 10_000):
        found = path.with_name(f"{stem}-answered{'' if number == 1 else f'-{number}'}.xlsx")
        if not found.exists():
            return found
    raise FileExistsError(stem)


def of_returns(root: Path, findings: Sequence[Finding]) -> bytes:
    """A workbook that answers returns as they lie in their folders: their tables, with the cells marked.

    `root` is where the files of the findings lie below.
    """
    files = list(dict.fromkeys(each.file for each in findings if each.file.rpartition("/")[2] in TABLES))[:MOST_TABLES]
    several = len({file.rpartition("/")[0] for file in files}) > 1
    sheets = {file: _sheet(root / file, _named(file, number, several)) for number, file in enumerate(files, start=1)}
    causes: dict[tuple[bool, str, str], list[Cell]] = {}
    for severity in (Severity.ERROR, Severity.WARNING):
        for finding in findings:
            if finding.severity is severity and not finding.accepted:
                key = (severity is Severity.ERROR, _about(finding, sheets), finding.mend)
                causes.setdefault(key, []).extend(_cells(finding, sheets))
    things = [Thing(must, what, do, cells) for (must, what, do), cells in causes.items()]
    columns = {each.name: Column(1, max(map(len, each.rows), default=0) + 1) for each in sheets.values()}
    foot = ["Must: the return can’t go live without it.   Look: it goes live, with the warning beside it.",
            "This workbook shows the tables of the return. Change the files, and check again."]  # fmt: skip
    return made(list(sheets.values()), Answer(things, columns, foot))


def _about(finding: Finding, sheets: dict[str, Sheet]) -> str:
    return finding.message if finding.file in sheets else f"{finding.file}: {finding.message}"


def _named(file: str, number: int, several: bool) -> str:
    """The name of a sheet: lines; with several returns their period too."""
    folder, _, name = file.rpartition("/")
    stem = name.removesuffix(".csv")
    return name_of(f"{number} {stem} {folder.rpartition('/')[2]}") if several else stem


def _sheet(path: Path, name: str) -> Sheet:
    return Sheet(name, read_file(path).sheets[0].rows)


def _cells(finding: Finding, sheets: dict[str, Sheet]) -> list[Cell]:
    sheet = sheets.get(finding.file)
    if sheet is None or not finding.row:
        return []
    header = list(sheet.rows[0]) if sheet.rows else []
    column = header.index(finding.column) + 1 if finding.column in header else 1
    return [(sheet.name, (finding.row, column))]


def made(sheets: Sequence[Sheet], answer: Answer) -> bytes:
    """A workbook with the texts of these sheets and the answer in it: for a CSV, an .ods or an old .xls.

    These can't be patched. Every cell is text, as it was read.
    """
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
