"""What an edition says in words of that which returns count, and what it said when its words were recorded.

No figure of a line rests on these words, so they may be mended. But they say to readers what was counted, and the theme
which sums it is part of.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

import pandas as pd

from socialvalue.domain.editions_in_use import to_record
from socialvalue.domain.frameworks import signed_under
from socialvalue.records import rows

WORDS = {
    "measures": ("measure", ("name", "what_counts", "what_does_not", "theme")),
    "units": ("unit", ("one", "many")),
}
"""For each table of a framework the column that names a row, and those that say to readers what was counted."""


class Cell(NamedTuple):
    """Where words of a framework stand."""

    framework: str
    table: str
    name: str
    column: str


def words(tables: Mapping[str, pd.DataFrame], frameworks: Iterable[str]) -> dict[Cell, str]:
    """What the measures and units of these frameworks are called, and what they count."""
    wanted = set(frameworks)
    return {
        Cell(row.owner, table, getattr(row, name), column): str(getattr(row, column))
        for table, (name, columns) in WORDS.items()
        for row in rows(tables[table])
        if row.owner in wanted
        for column in columns
    }


def recorded_words(tables: Mapping[str, pd.DataFrame]) -> dict[Cell, str]:
    """What was recorded of them."""
    return {Cell(row.owner, row.table, row.name, row.column): str(row.words) for row in rows(tables["edition-words"])}


def unrecorded_words(tables: Mapping[str, pd.DataFrame], current: Mapping[str, str]) -> dict[Cell, str]:
    """The words that `edition-words` lacks of frameworks with an edition to record, as in editions.py."""
    recorded = recorded_words(tables)
    now = words(tables, {framework for framework, _ in to_record(tables, current)})
    return {cell: text for cell, text in now.items() if cell not in recorded}


def reworded(was: Mapping[Cell, str], now: Mapping[Cell, str]) -> Iterator[Cell]:
    """Where other words stand; other spaces between the same words are nothing."""
    return (cell for cell, text in now.items() if cell in was and was[cell].split() != text.split())


def counted_by(tables: Mapping[str, pd.DataFrame], lines: pd.DataFrame, targets: pd.DataFrame) -> set[tuple[str, str]]:
    """The measures that these lines and promises are counted by, and the units of those: framework and name.

    A measure and a unit of one name are both meant.
    """
    framework_of = dict(zip(tables["returns"]["owner"], tables["returns"]["framework"], strict=True))
    promised = signed_under(targets, tables["projects"], tables["returns"], tables["measures"])
    found = {(framework_of.get(row.owner, ""), row.measure) for row in rows(lines)}
    found |= set(zip(promised, targets["measure"], strict=True))
    return found | {(row.owner, row.unit) for row in rows(tables["measures"]) if (row.owner, row.measure) in found}
