"""What becomes of the rows of a file: the lines of returns, each cell with where it came from and what was changed."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from socialvalue.domain.spans import Span
from socialvalue.intake.days import ORDERS
from socialvalue.intake.workbook import Place, place

SHOWN = "its number format shows it so"
"""Why a cell that holds 0.5 is read as 50%."""


class Waits(Exception):
    """A question about the row stands open, so that nothing is made of it yet: its key, and its cell if known."""

    def __init__(self, key: str = "", at: Place | None = None) -> None:
        super().__init__(key)
        self.key, self.at = key, at


class Left(Exception):
    """The row is left out, and why."""


@dataclass(frozen=True)
class Change:
    """A cell that is written otherwise than it stood."""

    sheet: str
    at: Place
    was: str
    becomes: str
    why: str

    @property
    def cell(self) -> str:
        """The cell as a spreadsheet names it."""
        return place(*self.at)


@dataclass(frozen=True)
class LeftOut:
    """A row or cell that nothing was written for, and why."""

    sheet: str
    at: Place
    was: str
    why: str

    @property
    def row(self) -> int:
        """Its row."""
        return self.at[0]


@dataclass
class Entry:
    """One line that a file gives, before it is known which return it belongs to."""

    sheet: str
    at: Place
    """The cell of its quantity."""
    fields: dict[str, str] = field(default_factory=dict)
    """By the columns of lines.csv; and `project`, `start`, `end`."""
    document: dict[str, str] = field(default_factory=dict)
    """What shows it, by the columns of evidence.csv; empty for nothing."""
    places: dict[str, Place] = field(default_factory=dict)
    """The cell that each field came from."""
    changes: list[Change] = field(default_factory=list)
    """The cells of this line that were changed."""
    numbered: str = ""
    """The number that its sheet gives the row, where it gives one: what Part of row refers to."""
    whole: "Entry | None" = None
    """The line above that it is part of, where its row says so."""

    @property
    def key(self) -> tuple[str, str, str]:
        """The return that it belongs to: project, first day and last day."""
        return self.fields["project"], self.fields["start"], self.fields["end"]


@dataclass
class Gathered:
    """Everything that the files give so far."""

    entries: list[Entry] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)
    documents: dict[str, Mapping[str, str]] = field(default_factory=dict)
    """Documents that a sheet of their own describes, by their titles."""
    described: dict[str, tuple[str, Mapping[str, Place]]] = field(default_factory=dict)
    """Where that sheet describes each of them: its name, and the cells by the columns of evidence.csv."""
    said_once: list[str] = field(default_factory=list)
    """What our own workbook says for every row, each with its code."""
    heads: dict[str, str] = field(default_factory=dict)
    """What the file says for the descriptor: organisation, mailbox, supersedes, and the attestations as yes."""
    head_cells: dict[str, tuple[str, Place]] = field(default_factory=dict)
    """The cells that they stand in, or belong in: sheet and place."""
    pending: list[tuple[str, Place]] = field(default_factory=list)
    """Rows that wait for an answer."""
    waiting: dict[str, list[tuple[str, Place]]] = field(default_factory=dict)
    """The cells that each open question is about, by its key: sheet and place."""
    uncounted: dict[str, Any] = field(default_factory=dict)
    """The measure of each figure that doesn't say how many people stand behind it, by the key of the question."""


@dataclass
class Context:
    """What holds for every row of a table that doesn't say otherwise."""

    project: str = ""
    span: Span | None = None
    order: str = ORDERS[0]
    area: str = ""
    status: str = ""
    organisation: str = ""
    tier: str = ""
    notes: bool = True
