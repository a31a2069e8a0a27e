"""Read one CSV file strictly, as text. What is not plain CSV is a trouble, never a guess."""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass, replace
from itertools import groupby, islice, pairwise
from pathlib import Path

import numpy as np

from socialvalue.load import limits
from socialvalue.load.characters import seen
from socialvalue.load.files import hidden_characters, read_text
from socialvalue.records import Trouble

TITLE_ROWS = 10
"""How far down a header is looked for, when the first row is none."""

RUNS = ("blank-row", "empty-columns")
"""Troubles that many rows in a row have for one reason."""
THOUSANDS = re.compile(r"\s*[£$€]?\s*[1-9][0-9]{0,2}\s*", re.ASCII)
HUNDREDS = re.compile(r"\s*[0-9]{3}(\.[0-9]+)?\s*", re.ASCII)
"""The two halves of a number that is written with a comma."""

BLOCK = 300_000
"""Characters that are taken apart at once."""
SHORT = 3_000
"""Characters below which the csv module is quicker."""


@dataclass(frozen=True)
class TableText:
    """A header and the rows below it."""

    header: tuple[str, ...] = ()
    numbers: Sequence[int] = ()
    """The number of each row, as a spreadsheet shows it: the header is row 1."""
    blocks: Iterable[Sequence[Sequence[str]]] = ()
    """The rows, some thousands at a time: the text of each column, in the order of the header."""
    troubles: tuple[Trouble, ...] = ()


def read_table(
    path: Path | str, name: str, owner: str, columns: tuple[str, ...], required: Set[str] = frozenset()
) -> TableText:
    """Read `path`, a table that should have `columns`; in those `required` no cell may be empty.

    A row that ends early, as some spreadsheets write it, is filled up with empty cells where none of these is
    required. A file that cannot be read at all has an empty header and says why in `troubles`.
    """
    text = read_text(path, name, limits.FILE_BYTES, owner)
    if isinstance(text, Trouble):
        return TableText(troubles=(text,))
    hidden = tuple(hidden_characters(text, name, owner))
    if hidden:  # they are told of, and the rest is read as if they were not there
        found = _quoted(seen(text), name, owner, columns, required)
        return replace(found, troubles=(*_in_columns(hidden, found.header), *found.troubles))
    quick = _plain(text, columns) if len(text) >= SHORT else None
    return quick or _quoted(text, name, owner, columns, required)


def _in_columns(hidden: Sequence[Trouble], header: Sequence[str]) -> Iterator[Trouble]:
    """The troubles of hidden characters with the names of their columns."""
    for trouble in hidden:
        cell = int(trouble.column)
        yield replace(trouble, column=header[cell] if cell < len(header) else "")


def _plain(text: str, columns: tuple[str, ...]) -> TableText | None:
    """A table with the header that it should have, no quotes and even rows, as most are; None for any other.

    Without quotes a line end always ends a row and a comma a cell, so that nothing needs to be parsed.
    """
    text = text.replace("\r\n", "\n") if "\r" in text else text
    text = text if text.endswith("\n") else f"{text}\n"
    if '"' in text or "\r" in text or not text.startswith(f"{','.join(columns)}\n"):
        return None
    width = len(columns)
    if not text[text.rfind("\n", 0, -1) + 1 :].replace(",", "").strip():
        return None  # it ends with a row of commas
    count = _even_rows(text.encode(), width)
    if not 0 < count <= limits.ROWS + 1:
        return None
    return TableText(columns, range(2, count + 1), _blocks(text, width))


def _blocks(text: str, width: int) -> Iterator[Sequence[Sequence[str]]]:
    """The columns below the header, block by block: a million cells at once would fill the memory."""
    start = text.index("\n") + 1
    while start < len(text):
        end = text.find("\n", start + BLOCK)
        end = end if end > 0 else len(text) - 1
        cells = text[start:end].replace("\n", ",").split(",")
        yield [cells[at::width] for at in range(width)]
        start = end + 1


def _even_rows(content: bytes, width: int) -> int:
    """How many rows of `width` cells there are; 0 where they are not all as wide, or a cell may be too long."""
    characters = np.frombuffer(content, np.uint8)
    ends = np.flatnonzero((characters == ord(",")) | (characters == ord("\n")))
    if len(ends) % width or np.diff(ends, prepend=-1).max() > limits.CELL_CHARACTERS:
        return 0
    marks = characters[ends].reshape(-1, width)
    return len(marks) if (marks[:, -1] == ord("\n")).all() and (marks[:, :-1] == ord(",")).all() else 0


def _quoted(text: str, name: str, owner: str, columns: tuple[str, ...], required: Set[str] = frozenset()) -> TableText:
    """Any other table, read with the csv module."""
    records, trouble = _records(text, name, owner)
    trouble = trouble or _no_table(records, columns, name, owner)
    if trouble:
        return TableText(troubles=(replace(trouble, text=text),))
    header = tuple(records[0])
    width = len(header)
    records, trailing = _without_trailing(records, name, owner)
    records, short = _filled_up(records, required, name, owner)
    numbers = [number for number, record in enumerate(records, start=1) if len(record) == width]
    even = [record for record in records if len(record) == width]
    uneven = tuple(_uneven(records, header == columns, required, name, owner)) if len(even) < len(records) else ()
    del even[0], numbers[0]
    return TableText(header, numbers, [list(zip(*even, strict=True))] if even else [], (*uneven, *short, *trailing))


def _filled_up(
    records: list[list[str]], required: Set[str], name: str, owner: str
) -> tuple[list[list[str]], tuple[Trouble, ...]]:
    """The records with empty cells where some end early and lack nothing that is required, and the trouble of these."""
    header = records[0]
    width = len(header)
    short = [
        number
        for number, record in enumerate(records, start=1)
        if len(record) < width and required.isdisjoint(header[len(record) :]) and any(cell.strip() for cell in record)
    ]
    if not short:
        return records, ()
    found = [*records]
    for number in short:
        found[number - 1] = [*records[number - 1], *[""] * (width - len(records[number - 1]))]
    first = short[0]
    said = f"Row {first:,} ends" if len(short) == 1 else f"{len(short):,} rows, from row {first:,} on, end"
    return found, (Trouble("short-rows", name, owner, first, detail=said),)


def _without_trailing(records: list[list[str]], name: str, owner: str) -> tuple[list[list[str]], tuple[Trouble, ...]]:
    """The records without the empty ones at their end, however wide, and the trouble that tells of these."""
    last = next(number for number in range(len(records), 0, -1) if any(cell.strip() for cell in records[number - 1]))
    if last == len(records):
        return records, ()
    first, end = last + 1, len(records)
    said = f"Row {first:,} is" if first == end else f"Rows {first:,} to {end:,} are"
    return records[:last], (Trouble("trailing-rows", name, owner, first, detail=said),)


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


def _no_table(records: list[list[str]], columns: tuple[str, ...], name: str, owner: str) -> Trouble | None:
    """The trouble of a file whose first row is not a header with commas."""
    if records and tuple(records[0]) == columns:
        return None
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
    known = named & set(columns)
    return len(known) * 3 >= len(columns) or (len(known) > 1 and known == named - {""})


def _uneven(
    records: Sequence[Sequence[str]], whole: bool, required: Set[str], name: str, owner: str
) -> Iterator[Trouble]:
    """A trouble for each row that is not as wide as the header; one for a run of rows that are empty, or too wide
    by empty cells alone where the header is `whole`."""
    width = len(records[0])
    odd = ((number, record) for number, record in enumerate(records, start=1) if len(record) != width)
    runs = groupby(enumerate(odd), key=lambda at: _kind(at[1][1], width, whole, at[1][0] - at[0]))
    for (kind, _), run in runs:
        rows = [found for _, found in run]
        if kind in RUNS:
            first, last = rows[0][0], rows[-1][0]
            said = f"Row {first:,} is" if first == last else f"Rows {first:,} to {last:,} are"
            text = "\n".join(" | ".join(record) for _, record in rows)
            yield Trouble(kind, name, owner, first, detail=said, text=text)
            continue
        for number, record in rows:
            said = next(_split_numbers(record)) if kind == "split-number" else f"{len(record):,}"
            lacking = [column for column in records[0][len(record) :] if column in required]
            detail = ", ".join(lacking) if kind == "too-few-cells" else str(width)
            yield Trouble(kind, name, owner, number, value=said, detail=detail, text=" | ".join(record))


def _kind(record: Sequence[str], width: int, whole: bool, run: int) -> tuple[str, int]:
    """What is wrong with the width of a row, and the run of rows that it belongs to."""
    if not any(cell.strip() for cell in record):
        return "blank-row", run
    if len(record) < width:
        return "too-few-cells", 0
    if len(record) == width + 1 and any(_split_numbers(record)):
        return "split-number", 0
    return ("empty-columns", run) if whole and not any(record[width:]) else ("too-many-cells", 0)


def _split_numbers(record: Sequence[str]) -> Iterator[str]:
    """Two cells side by side that were probably one number with a comma in it: £1 and 200.00."""
    for one, other in pairwise(record):
        if THOUSANDS.fullmatch(one) and HUNDREDS.fullmatch(other):
            yield f"{one.strip()},{other.strip()}"
