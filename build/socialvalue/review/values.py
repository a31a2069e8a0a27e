"""What changed in the frameworks: unit values, deductions, measures, units and editions."""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

import pandas as pd

from socialvalue.publish.words.figures import pounds_number, rate
from socialvalue.records import Checked, rows

TABLES = {
    "unit-values": ("unit value", "unit_value", "value_gbp"),
    "adjustments": ("deduction", "adjustment", "rate"),
    "measures": ("measure", "measure", ""),
    "units": ("unit", "unit", ""),
}
"""Each table with what a row of it is, the column of its name, and that of its number."""
NOT_SAID = ("file", "row")


class Replaced(NamedTuple):
    """A row of a framework that says something else than before: `before` or `after` is empty where there was none."""

    what: str
    framework: str
    name: str
    before: str
    after: str


def replaced(before: Checked, after: Checked) -> Iterator[Replaced]:
    """Every unit value, deduction, measure, unit and edition that is not what it was."""
    for framework in sorted({*before.editions, *after.editions}):
        was, now = before.editions.get(framework, ""), after.editions.get(framework, "")
        if was != now:
            yield Replaced("edition", framework, framework, was, now)
    for table, (what, name, number) in TABLES.items():
        old, new = _by_name(before.tables[table], name), _by_name(after.tables[table], name)
        for key in sorted({*old, *new}):
            row, other = old.get(key), new.get(key)
            if row != other:
                was, now = _said(what, row, number), _said(what, other, number)
                if what == "measure" and row and other and row["theme"] != other["theme"]:
                    was, now = f"{was}, theme {row['theme']}", f"{now}, theme {other['theme']}"
                yield Replaced(what, key[0], key[1], was, f"{now}, in other words" if was == now else now)


def _by_name(table: pd.DataFrame, name: str) -> dict[tuple[str, ...], Mapping[str, Any]]:
    """The rows by framework, name and edition, without where they stand."""
    found: dict[tuple[str, ...], Mapping[str, Any]] = {}
    for row in rows(table):
        cells = {column: str(cell) for column, cell in row._asdict().items() if column not in NOT_SAID}
        found[row.owner, getattr(row, name), cells.get("edition", ""), cells.get("valid_from", "")] = cells
    return found


def _said(what: str, row: Mapping[str, Any] | None, number: str) -> str:
    """What a row says in few words: a unit its nouns, a measure its name, others their number."""
    if row is None:
        return ""
    if what == "unit":
        return ", ".join(filter(None, (row["one"], row["many"], f"decimals: {row['decimals']}")))
    if what == "measure":
        return str(row["name"])
    if not row[number].isdecimal():
        return "described"
    return pounds_number(int(row[number])) if what == "unit value" else rate(int(row[number]))
