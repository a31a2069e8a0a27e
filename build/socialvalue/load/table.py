"""Read one CSV file strictly, as text. What is not plain CSV is a trouble, never a guess."""

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from socialvalue.load import limits
from socialvalue.load.files import hidden_characters, read_text
from socialvalue.records import Trouble

TITLE_ROWS = 10
"""How far down a header is looked for, when the first row is none."""


@dataclass(frozen=True)
class TableText:
    """A header, and the text of each column below it; all columns are as long."""

    header: tuple[str, ...] = ()
    columns: Sequence[Sequence[str]] = ()
    numbers: Sequence[int] = ()
    """The row of each cell, as a spreadsheet shows it: the header is row 1."""
    troubles: tuple[Trouble, ...] = ()


def read_table(path: Path, name: str, owner: str, columns: Sequence[str]) -> TableText:
    """Read `path`, a table that should have `columns`.

    A file that cannot be read at all has an empty header and says why in `troubles`.
    """
    text = read_text(path, name, limits.FILE_BYTES, owner)
    if isinstance(text, Trouble):
        return TableText(troubles=(text,))
    hidden = tuple(hidden_characters(text, name, owner))
    if hidden:
        return TableText(troubles=hidden)
    return _plain(text, columns) or _quoted(text, name, owner, columns)


def _plain(text: str, columns: Sequence[str]) -> TableText | None:
    """A table with the header that it should have, no quotes and even rows, as most are; None for any other.

    Without quotes a line end always ends a row and a comma a cell, so that nothing needs to be parsed.
    """
    lines = text.replace("\r\n", "\n").removesuffix("\n").split("\n")
    if lines[0] != ",".join(columns) or '"' in text or text.count("\r") != text.count("\r\n"):
        return None
    if len(lines) > limits.ROWS + 1 or max(map(len, lines)) > limits.CELL_CHARACTERS:
        return None
    width = len(columns)
    if {line.count(",") for line in lines} != {width - 1}:
        return None
    cells = ",".join(lines[1:]).split(",") if lines[1:] else []
    return TableText(tuple(columns), [cells[at::width] for at in range(width)], range(2, len(lines) + 1))


def _quoted(text: str, name: str, owner: str, columns: Sequence[str]) -> TableText:
    """Any other table, read with the csv module."""
    records, trouble = _records(text, name, owner)
    trouble = trouble or _no_table(records, columns, name, owner)
    if trouble:
        return TableText(troubles=(trouble,))
    header = tuple(records[0])
    width = len(header)
    numbers = [number for number, record in enumerate(records, start=1) if len(record) == width]
    even = [record for record in records if len(record) == width]
    uneven = tuple(_uneven(records, width, name, owner)) if len(even) < len(records) else ()
    del even[0], numbers[0]
    return TableText(header, list(zip(*even, strict=True)), numbers, uneven)


def _records(text: str, name: str, owner: str) -> tuple[list[list[str]], Trouble | None]:
    """Every record, and what stopped the reading where something did."""
    csv.field_size_limit(limits.CELL_CHARACTERS)
    records: list[list[str]] = []
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    try:
        records.extend(islice(reader, 1))
        if records and len(records[0]) > limits.COLUMNS:
            found = f"{len(records[0]):,}"
            return records, Trouble("too-many-columns", name, owner, 1, value=found, detail=str(limits.COLUMNS))
        records.extend(islice(reader, limits.ROWS + 1))
    except csv.Error as error:
        kind = "unclosed-quote" if "end of data" in str(error) else "stray-quote"
        if "field limit" in str(error):
            kind = "unclosed-quote" if text.count('"') % 2 else "long-cell"
        return records, Trouble(kind, name, owner, len(records) + 1, detail=f"{limits.CELL_CHARACTERS:,}")
    if len(records) > limits.ROWS + 1:
        return records, Trouble("too-many-rows", name, owner, detail=f"{limits.ROWS:,}")
    return records, None


def _no_table(records: list[list[str]], columns: Sequence[str], name: str, owner: str) -> Trouble | None:
    """The trouble of a file whose first row is not a header with commas."""
    if not any(cell.strip() for record in islice(records, TITLE_ROWS) for cell in record):
        return Trouble("empty-file", name, owner)
    first = records[0]
    if first and first[0].lower().startswith("sep="):
        return Trouble("sep-line", name, owner, 1, value=first[0])
    if len(first) < len(columns) / 2:
        for mark, kind in ((";", "semicolons"), ("\t", "tabs"), ("|", "bars")):
            if sum(cell.count(mark) for cell in first) >= len(columns) / 2:
                return Trouble(kind, name, owner, 1)
    if _header_like(first, columns):
        return None
    said = ", ".join(cell for cell in first if cell)[:80]
    for number, record in enumerate(islice(records, 1, TITLE_ROWS), start=2):
        if _header_like(record, columns):
            return Trouble("title-rows", name, owner, 1, value=said, detail=str(number))
    return Trouble("no-header", name, owner, 1, value=said)


def _header_like(record: Sequence[str], columns: Sequence[str]) -> bool:
    """Whether a row names columns, however it writes them."""
    named = {cell.strip().casefold().replace(" ", "_") for cell in record}
    return len(named & set(columns)) * 3 >= len(columns)


def _uneven(records: Sequence[Sequence[str]], width: int, name: str, owner: str) -> Iterator[Trouble]:
    for number, record in enumerate(records, start=1):
        if not record:
            yield Trouble("blank-row", name, owner, number)
        elif len(record) != width:
            kind = "too-few-cells" if len(record) < width else "too-many-cells"
            yield Trouble(kind, name, owner, number, value=str(len(record)), detail=str(width))
