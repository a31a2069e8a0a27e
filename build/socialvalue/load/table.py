"""Read one CSV file strictly, as text. What is not plain CSV is a trouble, never a guess."""

import csv
import io
from dataclasses import dataclass
from pathlib import Path

from socialvalue.load import limits
from socialvalue.load.files import read_text
from socialvalue.records import Trouble

csv.field_size_limit(limits.FILE_BYTES)


@dataclass(frozen=True)
class TableText:
    """A header and rows of text; every row has as many cells as the header."""

    header: tuple[str, ...]
    rows: list[list[str]]
    numbers: list[int]
    """The row of each, as a spreadsheet shows it: the header is row 1."""
    troubles: tuple[Trouble, ...] = ()


def read_table(path: Path, name: str) -> TableText:
    """Read `path`. A file that cannot be read at all has an empty header and says why in `troubles`."""
    text = read_text(path, name, limits.FILE_BYTES)
    if isinstance(text, Trouble):
        return TableText((), [], [], (text,))
    try:
        records = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    except csv.Error as error:
        return TableText((), [], [], (Trouble("not-csv", name, detail=str(error)),))
    if not records:
        return TableText((), [], [], (Trouble("empty-file", name),))
    header = tuple(records[0])
    if len(header) > limits.COLUMNS:
        return TableText((), [], [], (Trouble("too-many-columns", name, row=1, detail=str(len(header))),))
    if len(records) > limits.ROWS:
        return TableText((), [], [], (Trouble("too-many-rows", name, detail=str(limits.ROWS)),))
    rows, numbers, troubles = [], [], []
    for number, record in enumerate(records[1:], start=2):
        if len(record) == len(header):
            rows.append(record)
            numbers.append(number)
        elif not record:
            troubles.append(Trouble("blank-row", name, row=number))
        else:
            troubles.append(Trouble("ragged-row", name, row=number, detail=f"{len(record)} of {len(header)}"))
    return TableText(header, rows, numbers, tuple(troubles))
