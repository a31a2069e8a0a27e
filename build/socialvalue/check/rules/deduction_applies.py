"""A deduction for a measure, a programme, a project or a line names one that is here."""

from collections.abc import Iterator
from typing import Any

import pandas as pd

from socialvalue.check.rule import Hit, Rule, at
from socialvalue.check.tables import Tables
from socialvalue.domain.editions import OF_PROJECT, by_name_now
from socialvalue.domain.remembered import names_now
from socialvalue.records import Severity, rows

HERE = {
    "measure": 'There is no measure "{named}" in {owner}.',
    "programme": 'There is no programme "{named}".',
    "project": 'There is no project "{named}".',
    "line": 'There is no line and no promise "{named}".',
}
"""What is said where what a deduction is for is not here, by its scope."""


def find(tables: Tables) -> Iterator[Hit]:
    now, deductions = names_now(tables["projects"]), tables["adjustments"]
    known = {
        "measure": set(zip(tables["measures"]["owner"], tables["measures"]["measure"], strict=True)),
        "programme": set(tables["programmes"]["programme"]),
        "project": set(tables["projects"]["project"]),
        "line": {*_lines(deductions, tables["lines"]), *tables["targets"]["target"]},
    }
    for row in rows(deductions):
        named = row.applies_to
        if row.scope == "framework" and named:
            said = f'A deduction for all of {row.owner} is for nothing less, and this one names "{named}".'
            mend = "Leave the cell empty, or write the scope of what it is for."
            yield at(row, "applies_to", said, mend, value=named)
            continue
        called = (row.owner, named) if row.scope == "measure" else named
        if row.scope in HERE and called not in known[row.scope] and not _unseen(row, tables):
            said = HERE[row.scope].format(named=named, owner=row.owner) if named else f"It names no {row.scope}."
            later = by_name_now(named, now) if row.scope in OF_PROJECT else named
            later = later if later != named else ""
            yield at(row, "applies_to", said, f"Write {later}." if later else "", later, named)


def _lines(deductions: pd.DataFrame, lines: pd.DataFrame) -> set[str]:
    """The lines of the returns that deductions name, as project/period#line."""
    named = deductions.loc[deductions["scope"] == "line", "applies_to"]
    found = lines[lines["owner"].isin({each.partition("#")[0] for each in named})]
    return {f"{owner}#{line}" for owner, line in zip(found["owner"], found["line"], strict=True)}


def _unseen(deduction: Any, tables: Tables) -> bool:
    """Whether it is for a line of a return that was not read."""
    owner = deduction.applies_to.partition("#")[0]
    if deduction.scope != "line" or "/" not in owner:
        return False
    return bool(tables.asked) or (owner in tables.places and owner not in set(tables["lines"]["owner"]))


RULE = Rule(
    id="deduction-applies",
    severity=Severity.ERROR,
    group="Frameworks",
    looks_up=True,
    title="A deduction is for something that is here",
    why="One that names nothing takes nothing off: figures stand higher than whoever wrote it meant.",
    example="a deduction for the project nort-road",
    mend="Write what it is for as it is called here, or take the row away.",
    find=find,
)
