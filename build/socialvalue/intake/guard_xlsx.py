"""Look at the parts of an .xlsx or .xlsm as they unpack: where cells lie, what is hidden, what was not worked out."""

import html
import re
import zipfile

from socialvalue.intake import limits
from socialvalue.intake.guard_formats import STYLES, CellFormats, StylesEye
from socialvalue.intake.guard_notes import take_notes
from socialvalue.intake.guard_rich import STRINGS, CellMarks, StringsEye
from socialvalue.intake.looked import ASKS, Budget, Eye, Looked, Refused, SheetLook, too_far
from socialvalue.intake.workbook import column_of

NEEDS = "xl/workbook.xml"
KIND = "an Excel workbook"
TAG = re.compile(rb"<(/?)(?:\w{1,20}:)?(c|f|v|t|row|col|ddeLink|oleLink)\b((?:[^<>\"']|\"[^\"<]*\"|'[^'<]*')*?)(/?)>")
CELL = re.compile(rb"<(?:\w{1,20}:)?c[\s/>]")
FILLED = re.compile(rb"<(?:\w{1,20}:)?c\b[^<>]*?\br\s*=\s*[\"']([A-Za-z]{1,7})([0-9]{1,9})[\"'][^<>]*?(?<!/)>")
NEEDS_A_LOOK = re.compile(rb"<(?:\w{1,20}:)?(?:f|ddeLink|oleLink|col)[\s/>]|t\s*=\s*[\"']e[\"']|hidden")
"""What makes a block worth going through tag by tag."""
ATTRIBUTE = re.compile(rb"([\w:]+)\s*=\s*[\"']([^\"']*)[\"']")
SHEET = re.compile(r"<(?:\w{1,20}:)?sheet\b([^<>]*)>")
RELATION = re.compile(r"<(?:\w{1,20}:)?Relationship\b([^<>]*)>")
PAIR = re.compile(r"([\w:]+)\s*=\s*[\"']([^\"']*)[\"']")
TAIL = 1_000_000
"""The longest run without a tag: longer than any cell."""
FARTHEST = 1 << 20
"""More than any column, so that a row and a column are one number."""
TWICE = "is damaged: a cell stands in it twice. Open it, look at the figures, save it and try once more."
TRUE = (b"1", b"true")
FORMULA_CHARACTERS = 200
ASKING = re.compile(r"\bDDE\(|\w\|'?", re.IGNORECASE)
"""A formula that asks another program: DDE("soffice", ...) or cmd|'/c ...'!A1."""


class SheetEye:
    """Goes through one part. Only where there is something to notice does it look tag by tag."""

    def __init__(self, name: str, looked: Looked, budget: Budget) -> None:
        self._budget, self._looked = budget, looked
        self._seen = SheetLook()
        self._formats = CellFormats(looked, self._seen)
        self._marks = CellMarks(looked.marked, self._seen.marked)
        self._name, self._tail = name, b""
        self._last = (0, 0)
        self._filled: set[int] = set()
        """The cells that hold something, each as one number."""
        self._cell: tuple[int, int] | None = None
        self._kind = b""
        self._text: bytes | None = None

    def look(self, block: bytes) -> None:
        whole = self._tail + block
        cut = whole.rfind(b"<")
        part, self._tail = (whole[:cut], whole[cut:]) if cut > 0 else (b"", whole)
        if len(self._tail) > TAIL and not self._name.endswith(".xml"):
            self._tail = b""  # a picture: it has no tags, and no cells
        elif len(self._tail) > TAIL:
            raise Refused("has a cell that is longer than a spreadsheet can hold. Shorten it.")
        self._take(part)

    def done(self) -> None:
        self._take(self._tail)
        self._tail = b""
        self._marks.done()
        if self._name.startswith("xl/worksheets/") or self._seen != SheetLook():
            self._looked.sheets[self._name] = self._seen

    def _take(self, part: bytes) -> None:
        self._budget.take(len(CELL.findall(part)))
        rows = columns = 0
        before = len(self._filled)
        filled = [(int(row), column_of(column)) for column, row in FILLED.findall(part)]
        for row, column in filled:
            rows, columns = max(rows, row), max(columns, column)
            self._filled.add(row * FARTHEST + column)
        if len(self._filled) < before + len(filled):
            raise Refused(TWICE)
        if rows > limits.ROWS or columns > limits.COLUMNS:
            raise too_far(f"row {rows:,}" if rows > limits.ROWS else f"column {columns:,}")
        self._last = (max(self._last[0], rows), max(self._last[1], columns))
        if self._last[0] * self._last[1] > limits.AREA:
            raise too_far(f"row {self._last[0]:,} and column {self._last[1]:,} at once")
        self._formats.take(part)
        if self._name != STRINGS:
            self._marks.take(part)
        if self._cell or NEEDS_A_LOOK.search(part):
            self._tags(part)

    def _tags(self, part: bytes) -> None:
        before = 0
        for found in TAG.finditer(part):
            closing, name, attributes, alone = found.groups()
            if self._text is not None and closing:
                self._text += part[before : found.start()]
            before = found.end()
            if closing:
                self._closed(name)
            else:
                self._opened(name, attributes, bool(alone))
        if self._text is not None:
            self._text += part[before:]
            self._text = self._text[:FORMULA_CHARACTERS]

    def _opened(self, name: bytes, attributes: bytes, alone: bool) -> None:
        given = dict(ATTRIBUTE.findall(attributes))
        if name == b"c" and not alone:
            at = re.fullmatch(rb"([A-Za-z]{1,3})([0-9]{1,7})", given.get(b"r", b""))
            self._cell = (int(at[2]), column_of(at[1])) if at else (0, 0)
            self._kind = given.get(b"t", b"")
        elif name == b"f" and self._cell:
            self._text = None if alone else b""
            if alone:  # a formula that is shared with the cell above
                self._seen.formulas.add(self._cell)
                self._seen.unsaved[self._cell] = "="
        elif name in (b"v", b"t") and self._cell:
            if self._kind == b"str":
                self._seen.unsaved.pop(self._cell, None)  # saved: a text, though it may be an empty one
            self._text = None if alone else b""
        elif name == b"row" and given.get(b"hidden") in TRUE and given.get(b"r", b"").isdigit():
            self._seen.hidden_rows.add(int(given[b"r"][:9]))
        elif name == b"col" and given.get(b"hidden") in TRUE:
            first, last = (int(given.get(key, b"0")[:9] or 0) for key in (b"min", b"max"))
            self._seen.hidden_columns.update(range(first, min(last, limits.COLUMNS) + 1))
        elif name in (b"ddeLink", b"oleLink"):
            self._looked.notice(ASKS)

    def _closed(self, name: bytes) -> None:
        text, self._text = (self._text or b"").decode("utf-8", "replace"), None
        if not self._cell:
            return
        if name == b"f":
            self._seen.formulas.add(self._cell)
            if ASKING.search(text):
                self._looked.notice(ASKS)
            self._seen.unsaved[self._cell] = f"={html.unescape(text)}"
        elif name in (b"v", b"t") and text.strip():
            self._seen.unsaved.pop(self._cell, None)
            if self._kind == b"e":
                self._seen.errors[self._cell] = text.strip()
        elif name == b"c":
            self._cell = None


def eye(name: str, looked: Looked, budget: Budget) -> Eye:
    """What looks at one part of an .xlsx: any part, as a workbook may call any of them a sheet."""
    sheet = SheetEye(name, looked, budget)
    if name == STRINGS:
        return StringsEye(sheet, looked)
    return StylesEye(sheet, looked) if name == STYLES else sheet


def named(archive: zipfile.ZipFile, looked: Looked) -> None:
    """Call the sheets by their names instead of their parts."""
    book = archive.read(NEEDS).decode("utf-8", "replace")
    if (sheets := len(SHEET.findall(book))) > limits.SHEETS:
        raise Refused(f"has {sheets:,} sheets; at most {limits.SHEETS} are read. Keep those that belong to the return.")
    relations = "xl/_rels/workbook.xml.rels"
    text = archive.read(relations).decode("utf-8", "replace") if relations in archive.namelist() else ""
    targets = {}
    for found in RELATION.findall(text):
        given = dict(PAIR.findall(found))
        target = given.get("Target", "").lstrip("/")
        targets[given.get("Id", "")] = target if target.startswith("xl/") else f"xl/{target}"
    by_name: dict[str, SheetLook] = {}
    for found in SHEET.findall(book):
        given = dict(PAIR.findall(found))
        part = targets.get(next((value for key, value in given.items() if key.endswith(":id") or key == "id"), ""), "")
        if part in looked.sheets:
            take_notes(archive, part, looked.sheets[part], looked)
            by_name[html.unescape(given.get("name", ""))] = looked.sheets[part]
    looked.sheets = by_name
