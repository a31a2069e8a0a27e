"""What an edition says stays as it is while returns use it: a change makes another edition."""

from collections.abc import Iterator, Mapping
from typing import Any

import pandas as pd

from socialvalue.check.rule import Hit, Rule, at
from socialvalue.check.tables import Tables
from socialvalue.records import Severity, rows

WEIGHS = {
    "measures": ("measure", ("unit", "adds_up", "needs_headcount", "sensitivity", "disadvantaged", "local"), False),
    "unit-values": (
        "unit_value",
        (
            *("measure", "kind", "counts_in", "value_gbp", "low_gbp", "high_gbp", "price_year", "uprate", "area"),
            *("valid_from", "valid_to", "benefit_years", "net_of"),
        ),
        True,
    ),
    "units": ("unit", ("decimals", "record_only", "level"), False),
    "adjustments": ("adjustment", ("scope", "applies_to", "kind", "effect", "rate"), True),
}
"""For each table of a framework: its key, the columns that figures rest on, and whether a new row moves figures."""
MEND = (
    "Put this back, or raise the version in the framework's datapackage.json and say in its changes what moved. A unit "
    "value that returns of the old edition use stays as a row of its own, with that edition in its column edition."
)
UNNAMED = "the framework, which gives no version,"


def find(tables: Tables) -> Iterator[Hit]:
    if tables.before is None:
        return
    published = set(tables.before.tables["measures"]["owner"])
    for framework in sorted(set(tables["returns"]["framework"]) & published):
        version = tables.before.editions.get(framework, "")
        if version == str(tables.frameworks.get(framework, {}).get("version", "")):
            edition = f"edition {version}" if version else UNNAMED
            for table, (key, columns, new_moves) in WEIGHS.items():
                was = _of(tables.before.tables[table], framework, key)
                yield from _moved(table, was, _of(tables[table], framework, key), columns, new_moves, edition)


def _of(table: pd.DataFrame, framework: str, key: str) -> dict[str, Any]:
    return {getattr(row, key): row for row in rows(table[table["owner"] == framework])}


def _moved(
    table: str, was: Mapping[str, Any], now: Mapping[str, Any], columns: tuple[str, ...], new_moves: bool, edition: str
) -> Iterator[Hit]:
    for key, row in now.items():
        if key not in was:
            if new_moves:
                said = f"{key} was not in {edition} when it was published, and returns use it."
                yield at(row, "", said, MEND)
            continue
        for column in columns:
            if _text(getattr(was[key], column)) != _text(getattr(row, column)):
                said = f"{column} of {key} differs from what {edition} was published with. Returns use it."
                yield at(row, column, said, MEND)
    for key in (key for key in was if key not in now):
        place = was[key]
        said = f"{key} was in {edition} when it was published, and returns use it."
        yield Hit(said, MEND, place.owner, place.file)


def _text(cell: Any) -> str:
    return "" if pd.isna(cell) else str(cell)


RULE = Rule(
    id="edition-unchanged",
    severity=Severity.ERROR,
    group="History",
    title="An edition that returns use does not change",
    why="Figures of a published edition could not be worked out again from what it says now.",
    example="value_gbp 120.00 where 100.00 was published, in the same edition",
    mend=MEND,
    find=find,
)
