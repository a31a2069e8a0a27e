"""A part of a line is no larger than the line."""

from collections.abc import Iterator

import pandas as pd

from socialvalue.check.rule import Hit, Rule, at
from socialvalue.check.tables import Tables
from socialvalue.check.wording import figure
from socialvalue.domain.look_up import beside
from socialvalue.records import Severity, rows

AT_MOST = ("", "up to")
"""Bounds of a whole that nothing inside it can pass. "About" and "at least" leave room."""
AT_LEAST = ("", "at least")
"""Bounds of a part that is at least as large as it says."""


def find(tables: Tables) -> Iterator[Hit]:
    lines = tables["lines"]
    columns = ["owner", "line", "unit", "quantity", "bound", "row"]
    wholes = lines[columns].rename(columns={name: f"{name}_whole" for name in ("quantity", "bound", "row")})
    wholes = wholes.astype({"line": "string", "row_whole": "Int64"})
    parts = lines[lines["part_of"] != ""]
    wanted = ["quantity_whole", "bound_whole", "row_whole"]
    found = beside(parts, ["owner", "part_of", "unit"], wholes, ["owner", "line", "unit"], wanted)
    for line in rows(_larger(found)):
        whole = figure(line.quantity_whole)
        said = f"This is a part of row {line.row_whole}, and {figure(line.quantity)} is more than its {whole}."
        yield at(line, "quantity", said, value=figure(line.quantity))


def _larger(parts: pd.DataFrame) -> pd.DataFrame:
    sure = parts["bound_whole"].isin(AT_MOST) & parts["bound"].isin(AT_LEAST)
    return parts[sure & parts["quantity"].gt(parts["quantity_whole"]).fillna(False)]


RULE = Rule(
    id="part-above-whole",
    severity=Severity.ERROR,
    group="Traps",
    title="A part is no larger than its whole",
    why="£300 cannot lie inside £100. One of the two is wrong, or the one is no part of the other.",
    example="le1,100,gbp and a part of it of 300",
    mend="Correct the number that is wrong, or leave part_of empty.",
    find=find,
)
