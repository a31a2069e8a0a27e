"""Which table of the register a sheet is, where its headings stand, and what each column becomes."""

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from socialvalue.check.names import plain
from socialvalue.intake.headings import LOOKED_AT, is_total
from socialvalue.intake.mapping import Mapping as Kept
from socialvalue.intake.workbook import Sheet

HEADINGS: Mapping[str, Mapping[str, Sequence[str]]] = tomllib.loads(
    Path(__file__).with_name("headings.toml").read_text(encoding="utf-8")
)
"""The headings that are known, by table and column."""
KNOWN = {
    table: {plain(heading): column for column, headings in columns.items() for heading in headings}
    for table, columns in HEADINGS.items()
}
CALLED = {
    "organisations": ("organisation", "contractor", "supplier", "partner", "compan"),
    "targets": ("target", "promise", "commitment", "kpi"),
    "areas": ("area", "ward", "district"),
    "sites": ("housing", "dwelling"),
    "projects": ("project", "scheme", "contract"),
}
"""Words in the name of a sheet that tell its table where its columns fit several; the first table that has one."""
NEEDED = {
    "organisations": ("name",),
    "projects": ("name",),
    "sites": ("name",),
    "targets": ("project", "measure", "quantity"),
    "areas": ("area", "name"),
}
"""The columns without which a sheet is none of these tables."""
LEFT_OUT = "left_out"
COUNT = re.compile(r"(?:no|nr|number|amount) of \w.*")
"""A heading that is the number of a promise, whatever is counted: its unit is asked for where nothing says it."""
BRACKETS = re.compile(r"[(\[].*?[)\]]")
FIELDS = [LEFT_OUT, *(f"{table}.{column}" for table, columns in HEADINGS.items() for column in columns)]
"""What a heading may be kept as in data/imports/register/."""


@dataclass(frozen=True)
class Listing:
    """A sheet that is a table of the register: the row of its headings, and the column of each by its number."""

    file: str
    sheet: Sheet
    table: str
    header: int
    columns: Mapping[int, str]

    def rows(self) -> Iterator[int]:
        """The rows below the headings that hold something, hidden ones and totals left aside."""
        for number, row in enumerate(self.sheet.rows[self.header :], start=self.header + 1):
            if number not in self.sheet.hidden_rows and any(text.strip() for text in row) and not is_total(row):
                yield number

    def heading(self, column: int) -> str:
        """The words at the head of a column."""
        return " ".join(self.sheet.cell(self.header, column).split())


def listing_of(file: str, sheet: Sheet, table: str = "", kept: Kept | None = None) -> Listing | None:
    """The sheet as a table of the register, as `table` if that was answered; None where it can be none."""
    return next(iter(_fitting(file, sheet, [table] if table else list(HEADINGS), kept)), None)


def unclear(file: str, sheet: Sheet, kept: Kept | None = None) -> bool:
    """Whether its columns fit several tables as well, and its name doesn't tell which."""
    return len(_fitting(file, sheet, list(HEADINGS), kept)) > 1


def _fitting(file: str, sheet: Sheet, tables: Sequence[str], kept: Kept | None) -> list[Listing]:
    """The sheet as each table that knows most of its headings: its columns decide, and its name among equals."""
    if len(tables) > 1 and without_number(sheet, kept):
        return []
    found = [each for name in tables if (each := _as(file, sheet, name, kept))]
    most = max((len(each.columns) for each in found), default=0)
    best = [each for each in found if len(each.columns) == most]
    named = next((name for name, words in CALLED.items() if any(w in sheet.name.casefold() for w in words)), "")
    return [each for each in best if each.table == named] or best


def without_number(sheet: Sheet, kept: Kept | None = None) -> bool:
    """Whether it lists what projects promised and no column is known as how much: then it is no list of projects."""
    heads = ({column_of(" ".join(text.split()), "targets", kept) for text in row} for row in sheet.rows[:LOOKED_AT])
    return any(columns >= set(NEEDED["targets"]) - {"quantity"} and "quantity" not in columns for columns in heads)


def lacking(sheet: Sheet, kept: Kept | None = None) -> tuple[str, Sequence[str]]:
    """The table that a sheet is nearly, and the columns that it lacks for it; nothing where it is far from each.

    It is near to one where it has some of the columns that are needed, or two of any and the name of its sheet.
    """
    near: tuple[str, Sequence[str]] = ("", ())
    most = 1
    for table, needed in NEEDED.items():
        called = any(word in sheet.name.casefold() for word in CALLED[table])
        for row in sheet.rows[:LOOKED_AT]:
            columns = {column_of(" ".join(text.split()), table, kept) for text in row} - {""}
            if len(columns) > most and (called or columns & set(needed)):
                most, near = len(columns), (table, tuple(each for each in needed if each not in columns))
    return near


def _as(file: str, sheet: Sheet, table: str, kept: Kept | None) -> Listing | None:
    best: Listing | None = None
    for number, row in enumerate(sheet.rows[:LOOKED_AT], start=1):
        columns: dict[int, str] = {}
        for at, text in enumerate(row, start=1):
            column = column_of(" ".join(text.split()), table, kept) if at not in sheet.hidden_columns else ""
            if column and column not in columns.values():
                columns[at] = column
        if "contractor" not in columns.values():  # then the number is whose? A list of firms, more likely
            columns = {at: column for at, column in columns.items() if column != "contractor_number"}
        whole = set(columns.values()) >= set(NEEDED[table]) and len(sheet.rows) > number
        if whole and (best is None or len(columns) > len(best.columns)):
            best = Listing(file, sheet, table, number, columns)
    return best


def column_of(heading: str, table: str, kept: Kept | None) -> str:
    """The column that a heading names; what was kept goes first."""
    if kept and (said := kept.field_of(f"{table}/{heading}")):
        return said.partition(".")[2]
    known = KNOWN[table].get(plain(heading)) or KNOWN[table].get(plain(BRACKETS.sub(" ", heading))) or ""
    return known or ("quantity" if table == "targets" and COUNT.fullmatch(heading.casefold().replace(".", "")) else "")
