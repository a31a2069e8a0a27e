"""Look at the parts of an .xlsb as they unpack: records of a kind, a length and their bytes."""

import zipfile

from socialvalue.intake import limits
from socialvalue.intake.looked import Budget, Looked, Refused, SheetLook, too_far

NEEDS = "xl/workbook.bin"
KIND = "an Excel workbook in binary form"
ROW, LAST_CELL, COLUMNS = 0, 11, 60
"""Kinds of records: a row, the last of those for cells (from 1 on), and the widths of columns (MS-XLSB, 2.3)."""
ERRORS = (3, 11)
SIGNS = {
    0: "#NULL!",
    7: "#DIV/0!",
    15: "#VALUE!",
    23: "#REF!",
    29: "#NAME?",
    36: "#NUM!",
    42: "#N/A",
    43: "#GETTING_DATA",
}
RECORD_BYTES = 4_000_000
NOTES = "It has notes on cells, which were not read. Look at them, or save it as .xlsx."


class RecordEye:
    """Goes through the records of one sheet."""

    def __init__(self, name: str, looked: Looked, budget: Budget) -> None:
        self._budget, self._looked, self._name = budget, looked, name
        self._rest = b""
        self._row = self._far = 0
        self._seen = SheetLook()

    def look(self, block: bytes) -> None:
        rest, at = self._rest + block, 0
        while (found := _record(rest, at)) is not None:
            kind, start, end = found
            if end - start > RECORD_BYTES:
                raise Refused("has a cell that is longer than a spreadsheet can hold. Shorten it.")
            if end > len(rest):
                break
            self._record(kind, rest[start:end])
            at = end
        self._rest = rest[at:]

    def done(self) -> None:
        self._looked.sheets[self._name] = self._seen

    def _record(self, kind: int, body: bytes) -> None:
        if kind == ROW and len(body) >= 12:
            self._row = int.from_bytes(body[:4], "little") + 1
            if body[11] & 0x10:
                self._seen.hidden_rows.add(self._row)
        elif 1 < kind <= LAST_CELL and len(body) >= 4:
            self._cell(kind, int.from_bytes(body[:4], "little") + 1, body)
        elif kind == COLUMNS and len(body) >= 18 and body[16] & 1:
            first, last = (int.from_bytes(body[n : n + 4], "little") + 1 for n in (0, 4))
            self._seen.hidden_columns.update(range(first, min(last, limits.COLUMNS) + 1))

    def _cell(self, kind: int, column: int, body: bytes) -> None:
        self._budget.take(1)
        self._far = max(self._far, column)
        if self._row > limits.ROWS or column > limits.COLUMNS:
            raise too_far(f"row {self._row:,}" if self._row > limits.ROWS else f"column {column:,}")
        if self._row * self._far > limits.AREA:
            raise too_far(f"row {self._row:,} and column {self._far:,} at once")
        if kind in ERRORS and len(body) >= 9:
            self._seen.errors[self._row, column] = SIGNS.get(body[8], "#ERROR!")


class NoEye:
    """A part that is no sheet: only its size counts."""

    def look(self, block: bytes) -> None:
        """Nothing in it is read as cells."""

    def done(self) -> None:
        """Nor is anything kept."""


def _record(rest: bytes, at: int) -> tuple[int, int, int] | None:
    """The kind of the next record and where its bytes start and end; None where it isn't whole yet."""
    kind = at + 1
    if kind > len(rest):
        return None
    number = rest[at]
    if number & 0x80:
        if kind >= len(rest):
            return None
        number, kind = (number & 0x7F) | (rest[kind] & 0x7F) << 7, kind + 1
    length = shift = 0
    for place in range(kind, kind + 4):
        if place >= len(rest):
            return None
        length |= (rest[place] & 0x7F) << shift
        shift += 7
        if not rest[place] & 0x80:
            return number, place + 1, place + 1 + length
    return number, kind + 4, kind + 4 + length


def eye(name: str, looked: Looked, budget: Budget) -> RecordEye | NoEye:
    """What looks at one part of an .xlsb."""
    return RecordEye(name, looked, budget) if name.endswith(".bin") and "/worksheets/" in name else NoEye()


def named(archive: zipfile.ZipFile, looked: Looked) -> None:
    """The sheets in their order: their names stand in records that the reader has read."""
    if any("/comments" in name for name in archive.namelist()):
        looked.notice(NOTES)
    looked.order = sorted(looked.sheets, key=lambda name: (len(name), name))
