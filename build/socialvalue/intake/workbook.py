"""What was read from a file: its sheets as text, and what was noticed about them."""

import string
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from socialvalue.check.findings import visible
from socialvalue.check.personal import kinds_in
from socialvalue.intake import limits
from socialvalue.records.naming import name_meant

Place = tuple[int, int]
"""A cell by its row and column, both counted from 1."""
Cell = tuple[str, Place]
"""A sheet, and a cell in it."""
CELLS_NAMED = 6


@dataclass(frozen=True)
class Sheet:
    """One sheet: `rows` hold the text of every cell from A1 on, as long as the longest of them.

    A number is written plainly (412.5), a day as 2025-06-30, nothing as "". A formula stands for the value that was
    saved with it; one without a saved value stands as its own text, "=26+30", and is named in `unsaved`. An error that
    a spreadsheet left behind stands as its sign, "#DIV/0!".
    """

    name: str
    rows: Sequence[Sequence[str]]
    hidden: bool = False
    """Whether people who open the file don't see it."""
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    merged: Mapping[Place, Place] = field(default_factory=dict)
    """Merged cells: the first cell of each, and the last."""
    unsaved: frozenset[Place] = frozenset()
    formulas: frozenset[Place] = frozenset()
    """The cells whose value a formula worked out."""
    stored: Mapping[Place, str] = field(default_factory=dict)
    """The numbers of the cells that show more than their number, and stand in `rows` as shown: 0.5 for 50%."""
    notes: Mapping[Place, str] = field(default_factory=dict)
    """What people noted on cells, beside what stands in them."""
    part: str = ""
    """Which of several tables of its file's sheet it holds; "" for the first, or for all of it."""
    mark: str = ""
    """What parts the cells of a table of text: commas, semicolons; "" for a sheet of a workbook."""

    @property
    def key(self) -> str:
        """Its name in the keys of questions."""
        return name_meant(f"{self.name} {self.part}")

    def cell(self, row: int, column: int) -> str:
        """The text of a cell; "" outside the sheet."""
        if row > len(self.rows) or column > len(self.rows[row - 1]):
            return ""
        return self.rows[row - 1][column - 1]


@dataclass(frozen=True)
class Workbook:
    """A workbook or a table of text, read for its values alone."""

    name: str
    kind: str
    """What it is, in words: an Excel workbook, a table with semicolons."""
    sheets: Sequence[Sheet]
    properties: Mapping[str, str] = field(default_factory=dict)
    """The properties that its maker gave it a name for."""
    content: bytes = field(default=b"", repr=False)
    """The file itself, where it is an .xlsx: an answer is written into it."""
    tells_formats: bool = True
    """Whether its cells were read as they show; of some kinds of files only their numbers are known."""
    noticed: Sequence[str] = ()
    """What whoever imports it should know, in sentences: macros, links to other files, how its letters were read."""


def letters(column: int) -> str:
    """The letters of a column: 1 -> A, 28 -> AB."""
    found = ""
    while column:
        column, rest = divmod(column - 1, 26)
        found = string.ascii_uppercase[rest] + found
    return found


def column_of(name: bytes) -> int:
    """The number of a column: AB -> 28."""
    number = 0
    for letter in name.upper():
        number = number * 26 + letter - 64
    return number


def place(row: int, column: int) -> str:
    """A cell as a spreadsheet names it: (12, 3) -> C12."""
    return f"{letters(column)}{row}"


def shown(text: str, most: int = limits.SHOWN_CHARACTERS) -> str:
    """The text of a cell as it may be printed: short, on one line, nothing hidden, and nothing personal."""
    if kinds_in(text):
        return "[personal]"
    text = visible(text.replace("\r\n", " ").replace("\n", " ").replace("\r", " ").replace("\t", " ").strip())
    return text if len(text) <= most else f"{text[: most - 1]}…"


def cells_named(cells: Iterable[Cell]) -> str:
    """Where cells are, in words: SV return, C12 and C13."""
    sheets: dict[str, list[Place]] = {}
    for sheet, at in cells:
        sheets.setdefault(sheet, []).append(at)
    return "; ".join(f"{sheet}, {_listed(places)}" for sheet, places in sheets.items())


def _listed(places: Iterable[Place]) -> str:
    names = [place(*at) for at in sorted(dict.fromkeys(places))]
    if len(names) > CELLS_NAMED:
        return f"{names[0]} to {names[-1]} ({len(names)} cells)"
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)
