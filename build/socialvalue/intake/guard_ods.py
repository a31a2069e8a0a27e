"""Look at the parts of an .ods as they unpack. A cell or a row of it may stand for millions by a number beside it.

Beside its number a cell holds the text that it shows; letters that are raised or struck out have a style of their own.
"""

import html
import re
import zipfile

from socialvalue.intake import limits
from socialvalue.intake.guard_notes import told_by
from socialvalue.intake.looked import ASKS, Budget, Looked, Refused, SheetLook, too_far
from socialvalue.intake.shown_texts import ShownText
from socialvalue.intake.workbook import Place

NEEDS = "content.xml"
KIND = "an OpenDocument spreadsheet"
TAG = re.compile(
    rb"<(/?)table:(table-row|table-cell|covered-table-cell|table-column|dde-link|table)(?=[\s/>])"
    rb"((?:[^<>\"']|\"[^\"<]*\"|'[^'<]*')*?)(/?)>"
)
ATTRIBUTE = re.compile(rb"([\w:-]+)\s*=\s*[\"']([^\"']*)[\"']")
TAIL = 1_000_000
CELL = (b"table-cell", b"covered-table-cell")
NUMBERS = (b"float", b"percentage", b"currency")
NOTE, NOTE_ENDS = b"<office:annotation ", b"</office:annotation>"
LINE = re.compile(rb"<text:p\b[^<>]*?(?:/>|>(.*?)</text:p>)", re.DOTALL)
LINE_ENDS = b"</text:p>"
EMPTY_LINE = re.compile(rb"<text:p\b[^<>]*/>")
MARKUP = re.compile(rb"<[^<>]*>")
SPACES = re.compile(rb"<text:(?:s|tab|line-break)\b[^<>]*>")
SPAN = re.compile(rb"<text:span\b[^<>]*\btext:style-name=\"([^\"]*)\"[^<>]*>([^<]*)</text:span>")
STYLE = re.compile(
    rb"<style:style\b[^<>]*\bstyle:name=\"(?P<name>[^\"]*)\"[^<>]*(?<!/)>|<style:text-properties\b(?P<letters>[^<>]*)>"
)
STRUCK = re.compile(rb"text-line-through-(?:style|type)=\"(?!none\")")
RAISED = re.compile(rb"text-position=\"(?!0%)")
CELL_BYTES = 20_000
"""Of a cell so much is looked at for what it shows."""


class ContentEye:
    """Goes through content.xml, counting what is repeated."""

    def __init__(self, looked: Looked, budget: Budget) -> None:
        self._looked, self._budget, self._tail = looked, budget, b""
        self._seen, self._name = SheetLook(), ""
        self._row = self._below = 1
        self._rows = self._column = self._across = self._width = 0
        self._styles: dict[bytes, str] = {}
        """The styles whose letters are raised or struck out, each with that in words."""
        self._style = b""
        self._inside: tuple[dict[bytes, bytes], list[Place]] | None = None
        """The cell that is open: what its tag says, and where it stands."""
        self._held = b""
        """What was seen of it."""

    def look(self, block: bytes) -> None:
        whole = self._tail + block
        cut = whole.rfind(b"<")
        part, self._tail = (whole[:cut], whole[cut:]) if cut > 0 else (b"", whole)
        if len(self._tail) > TAIL:
            raise Refused("has a cell that is longer than a spreadsheet can hold. Shorten it.")
        if not self._looked.sheets:
            self._take_styles(part)
        before = 0
        for found in TAG.finditer(part):
            closing, name, attributes, alone = found.groups()
            if self._inside:
                self._hold(part[before : found.start()])
            before = found.end()
            if not closing:
                self._opened(name, dict(ATTRIBUTE.findall(attributes)), bool(alone))
            elif name in CELL:
                self._closed()
        if self._inside:
            self._hold(part[before:])

    def _take_styles(self, part: bytes) -> None:
        """Note which styles raise letters or strike them out; the file has them before its tables."""
        for found in STYLE.finditer(part):
            if found["letters"] is None:
                self._style = found["name"]
            elif STRUCK.search(found["letters"]):
                self._styles[self._style] = "struck out"
            elif RAISED.search(found["letters"]):
                self._styles[self._style] = "superscript"

    def _hold(self, part: bytes) -> None:
        self._held = (self._held + part)[:CELL_BYTES]

    def _closed(self) -> None:
        """A cell has ended: note what it shows, where that is more than what it holds."""
        if not self._inside:
            return
        given, places = self._inside
        held, notes = without_notes(self._held)
        self._inside = None
        if note := told_by(" ".join(map(_words, notes)), ""):
            self._seen.notes |= dict.fromkeys(places, note)
        lines = _lines(held)
        kind, value = given.get(b"office:value-type"), given.get(b"office:value")
        if kind in NUMBERS and len(held) < CELL_BYTES:
            per_cent, currency = kind == b"percentage", given.get(b"office:currency", b"GBP").decode("ascii", "replace")
            text = _words(b" ".join(lines)) if lines else None
            says = per_cent or (kind == b"currency" and currency != "GBP") if text is None else text.encode() != value
            if says:
                self._seen.formats |= dict.fromkeys(places, ShownText(text, per_cent, currency))
        if self._styles.get(given.get(b"table:style-name", b"")) == "struck out":
            self._seen.struck.update(places)
        marked = SPAN.sub(self._mark, b" ".join(lines))
        if marked != b" ".join(lines):
            self._seen.marked |= dict.fromkeys(places, _words(marked))

    def _mark(self, span: re.Match[bytes]) -> bytes:
        said = self._styles.get(span[1], "")
        return f" [{said} ".encode() + span[2] + b"] " if said and span[2].strip() else span[0]

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
            rows = range(self._row, last + 1)
            places = [(row, self._across + at) for row in rows for at in range(1, times + 1)]
            self._inside, self._held = (given, places), b""
            if alone:
                self._closed()
        self._across += times

    def _hide(self, given: dict[bytes, bytes], seen: set[int], first: int, times: int, most: int) -> None:
        if given.get(b"table:visibility", b"visible") != b"visible" and first <= most:
            seen.update(range(first, min(first + times, most + 1)))


def without_notes(held: bytes) -> tuple[bytes, list[bytes]]:
    """What a cell holds without the notes on it, and these; of each piece, once."""
    rest, *pieces = held.replace(b"<office:annotation>", NOTE).split(NOTE)
    notes = []
    for piece in pieces:
        note, _, after = piece.partition(NOTE_ENDS)
        notes.append(b" ".join(_lines(note)))
        rest += after
    return rest, notes


def _lines(content: bytes) -> list[bytes]:
    """The lines of a text; what begins and never ends is none, and is not looked for twice."""
    end = content.rfind(LINE_ENDS)
    return [b"" for _ in EMPTY_LINE.findall(content)] if end < 0 else LINE.findall(content[: end + len(LINE_ENDS)])


def _words(content: bytes) -> str:
    """The text of some XML, as it is shown."""
    return " ".join(html.unescape(MARKUP.sub(b"", SPACES.sub(b" ", content)).decode("utf-8", "replace")).split())


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
