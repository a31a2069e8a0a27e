"""What is understood of lists: their tables, the rows that are new, as before or changed, and where each came from."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from socialvalue.intake.entry import Change, LeftOut
from socialvalue.intake.mapping import Mapping as Kept
from socialvalue.intake.registering.known import Known
from socialvalue.intake.registering.sheet import Listing
from socialvalue.intake.workbook import Cell, Sheet, Workbook, place


@dataclass
class Changed:
    """A row that stands and that a list says something else of: what, was and is."""

    table: str
    key: str
    cells: Mapping[str, tuple[str, str]]


@dataclass
class Found:
    """What is understood of some lists so far."""

    listings: list[Listing] = field(default_factory=list)
    without: list[tuple[Workbook, Sheet, str]] = field(default_factory=list)
    """The sheets that nothing is read from, and why."""
    known: Known | None = None
    new: dict[str, list[str]] = field(default_factory=dict)
    """The keys of the new rows of each table."""
    changed: list[Changed] = field(default_factory=list)
    same: dict[str, int] = field(default_factory=dict)
    changes: Sequence[Change] = ()
    """The cells that are written otherwise than they stood."""
    left_out: Sequence[LeftOut] = ()
    waiting: Mapping[str, Sequence[Cell]] = field(default_factory=dict)
    origins: dict[tuple[str, str, str], tuple[str, tuple[int, int]]] = field(default_factory=dict)
    """The sheet and the cell of each column of a row: by table, key and column."""
    mapping: Kept | None = None
    deleted: dict[str, list[str]] = field(default_factory=dict)
    """The links that are over, as answered: project and what it was linked with, by table."""
    remarks: list[str] = field(default_factory=list)
    """What is filled in because nothing else can be meant, and what a project stays linked with: a sentence each."""

    @property
    def tables(self) -> list[str]:
        """The tables that change."""
        return list(
            dict.fromkeys([*(each for each, keys in self.new.items() if keys), *(c.table for c in self.changed)])
        )


def origin(found: Found, table: str, key: str, column: str) -> str:
    """Where a cell of a row came from, as Sheet!C5; empty where it came from no cell."""
    said = found.origins.get((table, key, column)) or found.origins.get((table, key, ""))
    return f"{said[0]}!{place(*said[1])}" if said else ""
