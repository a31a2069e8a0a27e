"""No row of a shared table leads back to itself by way of the rows that it names."""

from collections.abc import Iterator

from socialvalue.check.rule import Hit, Rule, at
from socialvalue.check.tables import Tables
from socialvalue.domain.parts import circles
from socialvalue.records import Severity, rows

LEADS_TO = (
    ("projects", "project", "part_of"),
    ("targets", "target", "replaces"),
    ("targets", "target", "part_of"),
    ("sites", "site", "replaced_by"),
    ("sites", "site", "part_of"),
    ("measures", "measure", "replaced_by"),
)
"""The tables, what a row of them is known by, and the columns that name another row of the same table."""


def find(tables: Tables) -> Iterator[Hit]:
    for table, key, column in LEADS_TO:
        named = tables[table][tables[table][column] != ""]
        if named.empty:
            continue
        names = zip(named["owner"], named[key], strict=True)
        others = {(owner, name): (owner, other) for (owner, name), other in zip(names, named[column], strict=True)}
        for row in rows(named):
            if circles((row.owner, getattr(row, key)), others):
                said = f"{getattr(row, key)} leads back to itself, by way of what it names here."
                yield at(row, column, said, value=getattr(row, column))


RULE = Rule(
    id="no-circles",
    severity=Severity.ERROR,
    group="Register",
    title="Nothing is a part of itself, or replaces itself",
    why="Two promises that replace each other are both gone. A whole that lies in its own part is counted nowhere.",
    example="a promise that names itself in replaces",
    mend="Name the row that came before it, or that holds it. Leave the cell empty where there is none.",
    find=find,
)
