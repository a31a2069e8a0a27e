"""Look at letters in the cells of an .xlsx that people see otherwise: raised ones, as in 48¹, and struck out ones.

The reader of a workbook gives the letters alone: 48 with a raised 1 becomes 481. Each part is cut where a text or a
cell begins, and each piece is looked at once: what never ends takes no longer than what does.
"""

import html
import re
from collections.abc import Iterator

from socialvalue.intake.looked import Eye, Looked
from socialvalue.intake.workbook import Place, column_of

STRINGS = "xl/sharedStrings.xml"
"""The part that holds most texts, by the one name under which the reader looks for it."""
MARKS = re.compile(rb"vertAlign|strike")
ITEM, RUN, CELL = (re.compile(rb"<(?:\w{1,20}:)?" + name + rb"\b") for name in (b"si", b"r", b"c"))
"""Where a shared text, a run of letters of one look, and a cell begin."""
RUN_ENDS = re.compile(rb"</(?:\w{1,20}:)?r\s*>")
TEXT = re.compile(rb"<(?:\w{1,20}:)?t\b[^<>]*>([^<]*)</")
RAISED = re.compile(rb"<(?:\w{1,20}:)?vertAlign\b[^<>]*(?:super|sub)script")
STRUCK = re.compile(rb"<(?:\w{1,20}:)?strike\b(?![^<>]*[\"'](?:0|false)[\"'])")
NUMBER = re.compile(rb"<[^<>]*>\s*<(?:\w{1,20}:)?v\b[^<>]*>\s*([0-9]{1,9})\s*<")
AT = re.compile(rb"<[^<>]*?\br\s*=\s*[\"']([A-Za-z]{1,3})([0-9]{1,7})[\"']")
SHARED = re.compile(rb"<[^<>]*?\bt\s*=\s*[\"']s[\"']")
LONGEST = 1_000_000
"""What may be kept of a block for the next: longer than any cell."""


def marked(content: bytes) -> str:
    """The text of some runs with what is raised or struck out in words; "" where nothing is."""
    parts, any_mark = [], False
    for run in _pieces(RUN, content):
        end = RUN_ENDS.search(run)
        whole = run[: end.start()] if end else run
        text = "".join(html.unescape(each.decode("utf-8", "replace")) for each in TEXT.findall(whole + b"</"))
        said = "superscript" if RAISED.search(whole) else "struck out" if STRUCK.search(whole) else ""
        any_mark = any_mark or bool(said and text.strip())
        parts.append(f" [{said} {text.strip()}] " if said and text.strip() else text)
    return " ".join("".join(parts).split()) if any_mark else ""


def _pieces(begins: re.Pattern[bytes], whole: bytes) -> Iterator[bytes]:
    """What lies between one beginning and the next."""
    starts = [found.start() for found in begins.finditer(whole)]
    for start, end in zip(starts, [*starts[1:], len(whole)][: len(starts)], strict=True):
        yield whole[start:end]


class _Pieces:
    """Gives the pieces of a part block by block; the last of a block may go on in the next."""

    def __init__(self, begins: re.Pattern[bytes]) -> None:
        self._begins, self._tail = begins, b""

    def of(self, block: bytes) -> Iterator[bytes]:
        *whole, last = [b"", *_pieces(self._begins, self._tail + block)]
        yield from filter(None, whole)
        self._tail = last if len(last) < LONGEST else b""

    def rest(self) -> bytes:
        return self._tail


class StringsEye:
    """Goes through the shared texts, for those with letters that are raised or struck out."""

    def __init__(self, beside: Eye, looked: Looked) -> None:
        self._beside, self._looked, self._pieces, self._count = beside, looked, _Pieces(ITEM), 0

    def look(self, block: bytes) -> None:
        self._beside.look(block)
        for piece in self._pieces.of(block):
            self._take(piece)

    def done(self) -> None:
        self._beside.done()
        self._take(self._pieces.rest())

    def _take(self, piece: bytes) -> None:
        if piece:
            if MARKS.search(piece) and (text := marked(piece)):
                self._looked.marked[self._count] = text
            self._count += 1


class CellMarks:
    """Goes through the cells of a sheet, for those with such a text."""

    def __init__(self, texts: dict[int, str], found: dict[Place, str]) -> None:
        self._texts, self._found, self._pieces = texts, found, _Pieces(CELL)

    def take(self, part: bytes) -> None:
        """Look at the next part of the sheet."""
        for piece in self._pieces.of(part):
            self._cell(piece)

    def done(self) -> None:
        """The sheet has ended."""
        self._cell(self._pieces.rest())

    def _cell(self, piece: bytes) -> None:
        text = ""
        if MARKS.search(piece):
            text = marked(piece)
        elif self._texts and SHARED.match(piece) and (number := NUMBER.match(piece)):
            text = self._texts.get(int(number[1]), "")
        if text and (at := AT.match(piece)):
            self._found[int(at[2]), column_of(at[1])] = text
