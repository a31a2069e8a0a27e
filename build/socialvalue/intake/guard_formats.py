"""Look at the number formats, and the lines through cells, in the parts of an .xlsx as they unpack: its reader gives
numbers without them."""

import html
import re

from socialvalue.intake import limits
from socialvalue.intake.looked import Eye, Looked, Refused, SheetLook
from socialvalue.intake.number_formats import PER_CENT, number_format
from socialvalue.intake.workbook import column_of

STYLES = "xl/styles.xml"
"""The part that holds them, by the one name under which the reader looks for it."""
TAG = re.compile(
    rb"<(/?)(?:\w{1,20}:)?(numFmts|numFmt|fonts|font|strike|cellXfs|xf)\b((?:[^<>\"']|\"[^\"<]*\"|'[^'<]*')*)>",
)
OPENS = re.compile(rb"numFmts|fonts|cellXfs")
"""What makes a block worth going through tag by tag."""
ATTRIBUTE = re.compile(rb"([\w:]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")
CELL = re.compile(rb"<(?:\w{1,20}:)?(row|c)\b([^<>]*)>")
TAKEN = frozenset({(b"numFmts", b"numFmt"), (b"fonts", b"font"), (b"fonts", b"strike"), (b"cellXfs", b"xf")})
AT = re.compile(rb"\br\s*=\s*[\"']([A-Za-z]{0,3})([0-9]{1,7})[\"']")
STYLE = re.compile(rb"\bs\s*=\s*[\"']([0-9]{1,6})[\"']")
KIND = re.compile(rb"\bt\s*=\s*[\"'](?!n[\"'])")
"""Of a cell that holds no number: a text, an error, true or false."""


class StylesEye:
    """Goes through the styles, for the number format of each style that a cell may have."""

    def __init__(self, beside: Eye, looked: Looked) -> None:
        self._beside, self._looked, self._tail = beside, looked, b""
        self._inside = b""
        self._codes: dict[int, str] = dict(PER_CENT)
        self._named = 0
        self._styles: list[int] = []
        self._fonts: list[int] = []
        """The font of each style."""
        self._font = -1
        self._struck: set[int] = set()
        """The fonts with a line through their letters."""

    def look(self, block: bytes) -> None:
        self._beside.look(block)  # which refuses a part with a run that is too long
        whole = self._tail + block
        cut = whole.rfind(b"<")
        part, self._tail = (whole[:cut], whole[cut:]) if cut > 0 else (b"", whole)
        self._take(part)

    def done(self) -> None:
        self._beside.done()
        self._take(self._tail)
        known = {number: number_format(self._codes[number]) for number in {*self._styles} if number in self._codes}
        self._looked.formats = {
            style: found for style, number in enumerate(self._styles) if (found := known.get(number)) is not None
        }
        self._looked.struck = {style for style, font in enumerate(self._fonts) if font in self._struck}

    def _take(self, part: bytes) -> None:
        if not (self._inside or OPENS.search(part)):
            return
        for closing, name, attributes in TAG.findall(part):
            if name in (b"numFmts", b"fonts", b"cellXfs"):
                self._inside = b"" if closing else name
            elif not closing and (self._inside, name) in TAKEN:
                given = {key: one or other for key, one, other in ATTRIBUTE.findall(attributes)}
                if self._inside == b"fonts":
                    self._take_font(name, given)
                else:
                    self._keep(name, _number(given, b"numFmtId"), given.get(b"formatCode", b""))
                    self._fonts += [_number(given, b"fontId")] if name == b"xf" else []

    def _take_font(self, name: bytes, given: dict[bytes, bytes]) -> None:
        self._font += name == b"font"
        if name == b"strike" and given.get(b"val", b"1") not in (b"0", b"false"):
            self._struck.add(self._font)

    def _keep(self, name: bytes, number: int, code: bytes) -> None:
        if name == b"xf":
            self._styles.append(number)
        else:
            self._named += 1
            self._codes[number] = html.unescape(code.decode("utf-8", "replace"))
        if max(len(self._styles), self._named) > limits.FORMATS:
            raise Refused(f"has more than {limits.FORMATS:,} cell formats. Copy the table into a new workbook.")


def _number(given: dict[bytes, bytes], key: bytes) -> int:
    number = given.get(key, b"0")
    return int(number[:9]) if number.isdigit() else 0


class CellFormats:
    """Goes through the cells of a sheet, for those that show more than what they hold, or it with a line through it."""

    def __init__(self, looked: Looked, seen: SheetLook) -> None:
        self._looked, self._seen = looked, seen
        self._row = self._column = 0

    def take(self, part: bytes) -> None:
        """Look at the tags of a part of the sheet that ends between two of them."""
        if not self._looked.formats and not self._looked.struck:
            return
        for name, attributes in CELL.findall(part):
            at = AT.search(attributes)
            if name == b"row":  # one that doesn't say where it is comes next
                self._row, self._column = int(at[2]) if at else self._row + 1, 0
                continue
            self._column = column_of(at[1]) if at and at[1] else self._column + 1
            style = STYLE.search(attributes)
            if not style or attributes.endswith(b"/"):
                continue
            place = int(at[2]) if at and at[1] else self._row, self._column
            if int(style[1]) in self._looked.struck:
                self._seen.struck.add(place)
            if not KIND.search(attributes) and (form := self._looked.formats.get(int(style[1]))):
                self._seen.formats[place] = form
