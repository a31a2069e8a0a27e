"""The same line does not stand in a return twice under two numbers."""

from collections.abc import Iterator
from typing import Any

from socialvalue.check.rule import Hit, Rule, at
from socialvalue.check.tables import Tables
from socialvalue.records import Severity, rows

SAME = ["owner", "measure", "quantity", "unit", "area", "organisation", "tier", "local_definition", "part_of"]


def find(tables: Tables) -> Iterator[Hit]:
    lines = tables["lines"]
    lines = lines[lines["quantity"].gt(0).fillna(False) & lines.duplicated(SAME, keep=False)]
    first: dict[tuple[Any, ...], int] = {}
    for line in rows(lines):
        other = first.setdefault(tuple(getattr(line, column) for column in SAME), line.row)
        if other != line.row:
            yield at(line, "line", f"This says the same as row {other}, under another number.", value=line.line)


RULE = Rule(
    id="duplicate-line",
    severity=Severity.WARNING,
    group="Traps",
    title="No line is there twice",
    why="A row that was copied and not changed counts everything in it twice.",
    example="two rows with fw1,60,weeks",
    mend="Delete one of the two. If both are right, say in public_note how they differ.",
    find=find,
)
