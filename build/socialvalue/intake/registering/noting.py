"""What of a list was taken otherwise than it stands, or not at all: an officer sees each cell of it."""

from dataclasses import dataclass, field

from socialvalue.intake.entry import Change, LeftOut
from socialvalue.intake.registering.cells import Cell


@dataclass
class Noted:
    """The changed cells, each once, and what was left out."""

    changes: list[Change] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)

    def changed(self, cell: Cell, becomes: str, why: str) -> None:
        self.note(Change(cell.sheet, (cell.row, cell.column), cell.text, becomes, why))

    def note(self, change: Change) -> None:
        if change not in self.changes:
            self.changes.append(change)
