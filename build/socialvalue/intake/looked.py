"""What was seen of the package of a workbook, and what is said where it can't be read safely."""

from dataclasses import dataclass, field
from typing import Protocol

from socialvalue.errors import BrokenRepository
from socialvalue.intake import limits
from socialvalue.intake.number_formats import NumberFormat
from socialvalue.intake.workbook import Place

AUTHOR = "Open Social Value"
"""Who wrote the notes in an answer of ours."""
ASKS = "It asks another program for figures (DDE). It was not asked: the values are those that were saved."


class Refused(BrokenRepository):
    """The file is not opened. The message says why, and what to do."""


class Shows(Protocol):
    """Knows what a cell shows."""

    def shown(self, number: str) -> str:
        """What it shows that holds this number; "" where that is no more than the number."""


@dataclass
class SheetLook:
    """What was seen of one sheet that its reader doesn't tell."""

    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    errors: dict[Place, str] = field(default_factory=dict)
    unsaved: dict[Place, str] = field(default_factory=dict)
    """Formulas without a saved result, by their place."""
    formulas: set[Place] = field(default_factory=set)
    formats: dict[Place, Shows] = field(default_factory=dict)
    """What the cells with a number show, where that may be more than the number."""
    notes: dict[Place, str] = field(default_factory=dict)
    """What people noted on cells, beside what stands in them."""
    struck: set[Place] = field(default_factory=set)
    """The cells with a line through all that they hold."""
    marked: dict[Place, str] = field(default_factory=dict)
    """The texts of the cells with letters that are raised or struck out, with that in words."""


@dataclass
class Looked:
    """What was seen of a package."""

    kind: str
    sheets: dict[str, SheetLook] = field(default_factory=dict)
    """By the name of the part that holds it, or the name of the sheet where that is at hand."""
    order: list[str] = field(default_factory=list)
    """The parts of the sheets in the order of the sheets, where the package says so."""
    formats: dict[int, NumberFormat] = field(default_factory=dict)
    """The number formats that show more than the number, by the styles that have them."""
    struck: set[int] = field(default_factory=set)
    """The styles with a line through the letters."""
    marked: dict[int, str] = field(default_factory=dict)
    """The shared texts with letters that are raised or struck out, by their number, with that in words."""
    properties: dict[str, str] = field(default_factory=dict)
    noticed: list[str] = field(default_factory=list)

    def notice(self, words: str) -> None:
        """Say something of the file, once."""
        if words not in self.noticed:
            self.noticed.append(words)


class Eye(Protocol):
    """Looks at one part of a package, block by block as it unpacks."""

    def look(self, block: bytes) -> None:
        """Take in the next block; raises Refused where it holds what can't be read safely."""

    def done(self) -> None:
        """The part has ended."""


@dataclass
class Budget:
    """What is left of the cells that all sheets together may have."""

    cells: int = limits.CELLS

    def take(self, cells: int) -> None:
        self.cells -= cells
        if self.cells < 0:
            raise Refused(
                f"has more than {limits.CELLS:,} cells. Keep the rows that belong to the return, and no others."
            )


def too_far(where: str) -> Refused:
    """What to say of a cell outside the part of a sheet that is read."""
    return Refused(
        f"has something as far out as {where}. Rows up to {limits.ROWS:,} and {limits.COLUMNS} columns are read. "
        "Delete the rows below the table and the columns beside it, and save it again."
    )
