"""Look at the parts of an .ods as they unpack. A cell or a row of it may stand for millions by a number beside it."""

import html
import re
import zipfile

from socialvalue.intake import limits
from socialvalue.intake.looked import ASKS, Budget, Looked, Refused, SheetLook, too_far

NEEDS = "content.xml"
KIND = "an OpenDocument spreadsheet"
TAG = re.compile(
    rb"<(/?)table:(table-row|table-cell|covered-table-cell|table-column|dde-link|table)(?=[\s/>])"
    rb"((?:[^<>\"']|\"[^\"<]*\"|'[^'<]*')*?)(/?)>"
)
ATTRIBUTE = re.compile(rb"([\w:-]+)\s*=\s*[\"']([^\"']*)[\"']")
TAIL = 1_000_000


class ContentEye:
    """Goes through content.xml, counting what is repeated."""

    def __init__(self, looked: Looked, budget: Budget) -> None:
        self._looked, self._budget, self._tail = looked, budget, b""
        self._seen, self._name = SheetLook(), ""
        self._row = self._below = 1
        self._rows = self._column = self._across = self._width = 0

    def look(self, block: bytes) -> None:
        whole = self._tail + block
        cut = whole.rfind(b"<")
        part, self._tail = (whole[:cut], whole[cut:]) if cut > 0 else (b"", whole)
        if len(self._tail) > TAIL:
            raise Refused("has a cell that is longer than a spreadsheet can hold. Shorten it.")
        for closing, name, attributes, alone in TAG.findall(part):
            if not closing:
                self._opened(name, dict(ATTRIBUTE.findall(attributes)), bool(alone))

    def done(self) -> None:
        """The last tag of the part closes the document: nothing is left to look at."""

    def _opened(self, name: bytes, given: dict[bytes, bytes], alone: bool) -> None:
        if name == b"table":
            self._seen, self._below, self._column, self._width = SheetLook(), 1, 0, 0
            self._looked.sheets[html.unescape(given.get(b"table:name", b"").decode("utf-8", "replace"))] = self._seen
        elif name == b"table-row":
            self._row, self._rows, self._across = self._below, _times(given, b"table:number-rows-repeated"), 0
            self._below += self._rows
            self._hide(given, self._seen.hidden_rows, self._row, self._rows, limits.ROWS)
        elif name == b"table-column":
            times = _times(given, b"table:number-columns-repeated")
            self._hide(given, self._seen.hidden_columns, self._column + 1, times, limits.COLUMNS)
            self._column += times
        elif name == b"dde-link":
            self._looked.notice(ASKS)
        else:
            self._cell(given, alone)

    def _cell(self, given: dict[bytes, bytes], alone: bool) -> None:
        times = _times(given, b"table:number-columns-repeated")
        empty = alone and b"office:value-type" not in given and b"table:formula" not in given
        if not empty:
            last = self._row + self._rows - 1
            self._width = max(self._width, self._across + times)
            if last > limits.ROWS or self._width > limits.COLUMNS:
                raise too_far(f"row {last:,}" if last > limits.ROWS else f"column {self._width:,}")
            if last * self._width > limits.AREA:
                raise too_far(f"row {last:,} and column {self._width:,} at once")
            self._budget.take(times * self._rows)
            if b"table:formula" in given:
                self._seen.formulas.add((self._row, self._across + 1))
                if alone and not any(key in given for key in (b"office:value", b"office:string-value")):
                    text = given[b"table:formula"].decode("utf-8", "replace").partition(":")[2]
                    self._seen.unsaved[self._row, self._across + 1] = html.unescape(text)
        self._across += times

    def _hide(self, given: dict[bytes, bytes], seen: set[int], first: int, times: int, most: int) -> None:
        if given.get(b"table:visibility", b"visible") != b"visible" and first <= most:
            seen.update(range(first, min(first + times, most + 1)))


def _times(given: dict[bytes, bytes], key: bytes) -> int:
    found = given.get(key, b"1")
    return int(found[:9]) if found.isdigit() and int(found[:9]) else 1


class NoEye:
    """A part that holds no cells: only its size counts."""

    def look(self, block: bytes) -> None:
        """Nothing in it is read as cells."""

    def done(self) -> None:
        """Nor is anything kept."""


def eye(name: str, looked: Looked, budget: Budget) -> ContentEye | NoEye:
    """What looks at one part of an .ods."""
    return ContentEye(looked, budget) if name == NEEDS else NoEye()


def named(archive: zipfile.ZipFile, looked: Looked) -> None:
    """The sheets are called by their names already."""
