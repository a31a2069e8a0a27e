"""The parts of a line that lie in different places are together no larger than the line."""

from collections.abc import Iterator

import pandas as pd

from socialvalue.check.rule import Hit, Rule, at
from socialvalue.check.tables import Tables
from socialvalue.check.wording import figure
from socialvalue.domain.look_up import beside
from socialvalue.records import Severity, plain, rows

AT_MOST = ("", "up to")
"""Bounds of a whole that nothing inside it can pass. "About" and "at least" leave room."""
AT_LEAST = ("", "at least")
"""Bounds of a part that is at least as large as it says."""
WHOLE = ["owner", "part_of", "unit", "kind"]
"""Parts of these alike that lie in different places hold nothing twice."""


def find(tables: Tables) -> Iterator[Hit]:
    lines = tables["lines"]
    columns = ["owner", "line", "unit", "quantity", "bound", "row"]
    wholes = lines[columns].rename(columns={name: f"{name}_whole" for name in ("quantity", "bound", "row")})
    wholes = wholes.astype({"line": "string", "row_whole": "Int64"})
    parts = lines[(lines["part_of"] != "") & (lines["area"] != "") & lines["bound"].isin(AT_LEAST)]
    wanted = ["quantity_whole", "bound_whole", "row_whole"]
    parts = beside(parts, ["owner", "part_of", "unit"], wholes, ["owner", "line", "unit"], wanted)
    areas = tables["areas"]
    parts = beside(parts, ["area"], areas[~areas["area"].isin(areas["within"])], ["area"], ["kind"])
    sure = parts["bound_whole"].isin(AT_MOST) & (parts["kind"] != "") & (parts["quantity"] <= parts["quantity_whole"])
    for line in rows(_last_of_too_many(plain(parts[sure.fillna(False)]))):
        said = (
            f"Its part in this place and those in others are {figure(line.together)} of row {line.row_whole}, "
            f"which is {figure(line.quantity_whole)}."
        )
        yield at(line, "quantity", said, value=figure(line.quantity))


def _last_of_too_many(parts: pd.DataFrame) -> pd.DataFrame:
    """The last part of each whole that its parts pass, with what they are `together`: in each place the largest."""
    largest = parts.sort_values("quantity", kind="stable").drop_duplicates([*WHOLE, "area"], keep="last")
    together = largest.groupby(WHOLE, observed=True)["quantity"].sum().rename("together").reset_index()
    found = largest.sort_values("row").drop_duplicates(WHOLE, keep="last").merge(together, on=WHOLE)
    return found[found["together"] > found["quantity_whole"]]


RULE = Rule(
    id="parts-above-whole",
    severity=Severity.WARNING,
    group="Traps",
    title="Parts in different places are no more than their whole",
    why="£60 in one town and £70 in another do not fit into £100, and each town's page would show its own.",
    example="le1,100,gbp, of which 60 in Northtown and 70 in Southtown",
    mend="Correct the number that is wrong. If some are in several places, as people may be, accept the warning.",
    find=find,
)
