"""What the register said of promises, stated figures, costs and prices is changed where people can see it."""

from collections.abc import Iterator
from typing import Any

import pandas as pd

from socialvalue.check.rule import Hit, Rule, at
from socialvalue.check.tables import Tables
from socialvalue.check.wording import typed
from socialvalue.records import Severity, rows

AMOUNTS = ("quantity", "amount_gbp", "total_cost_gbp", "grant_gbp", "contract_gbp")
"""Columns in whole millionths, of whatever they count."""
SAYS = {
    "targets": (
        ("target",),
        (
            *("project", "measure", "quantity", "unit", "bound", "strength", "stated_on", "due", "replaces", "part_of"),
            *("area", "local_definition", "local_area_set"),
        ),
    ),
    "target-profiles": (("target", "by"), ("quantity",)),
    "published-figures": (
        ("figure",),
        ("programme", "project", "as_written", "amount_gbp", "bound", "strength", "period_start", "period_end"),
    ),
    "project-facts": (("project", "fact", "source"), ("amount_gbp", "bound", "value")),
    "projects": (
        ("project",),
        (
            *("programme", "part_of", "promoter", "total_cost_gbp", "total_cost_bound", "grant_gbp", "grant_bound"),
            *("contract_gbp", "completion", "contract_start", "contract_end", "framework", "edition"),
        ),
    ),
    "project-areas": (("project", "area"), ()),
    "project-programmes": (("project", "programme"), ()),
    "sites": (
        ("site",),
        ("programme", "zone", "area", "homes", "bound", "stage", "part_of", "replaced_by", "project"),
    ),
    "left-out": (("item",), ("project", "quantity", "unit", "bound", "reason_kind")),
    "procurements": (("procurement",), ("project", "value_gbp")),
    "reporting": (("project", "first"), ("every", "last", "within_days")),
    "areas": (("area",), ("population", "population_year", "within")),
    "deflators": (("vintage", "financial_year"), ("index",)),
}
"""For each table the columns that name a row, and those that a published figure or its rating rests on."""


def find(tables: Tables) -> Iterator[Hit]:
    if tables.was is None:
        return
    for table, (key, columns) in SAYS.items():
        was, now = (_named(frame[table], key) for frame in (tables.was, tables.frames))
        for name, row in now.items():
            yield from _moved(was[name], row, columns) if name in was else ()
        for name, old in was.items():
            if name not in now:
                said = f"{' '.join(name)} was in this table when it was published, and is not now."
                yield Hit(said, "", old.owner, old.file)


def _named(table: pd.DataFrame, key: tuple[str, ...]) -> dict[tuple[str, ...], Any]:
    return {tuple(str(getattr(row, column)) for column in key): row for row in rows(table)}


def _moved(was: Any, row: Any, columns: tuple[str, ...]) -> Iterator[Hit]:
    for column in columns:
        old, new = _said(column, getattr(was, column)), _said(column, getattr(row, column))
        if old != new:
            said = f"This was published as {old or 'nothing'}, and is now {new or 'nothing'}."
            yield at(row, column, said, value=new)


def _said(column: str, cell: Any) -> str:
    if pd.isna(cell):
        return ""
    return typed(cell) if column in AMOUNTS else str(cell)


RULE = Rule(
    id="register-changed",
    severity=Severity.WARNING,
    group="History",
    title="What the register said stays, unless somebody says why",
    why="A promise of 400 weeks that becomes 4 is kept a hundredfold. Costs, claims and prices move figures as well.",
    example="a promise of 4 weeks where 400 was published",
    mend="If a promise moved, add a row with the new one and name the old one in replaces. If a cell was copied "
    "wrongly, accept the warning and say what the source says. If not, put back what was published.",
    find=find,
)
