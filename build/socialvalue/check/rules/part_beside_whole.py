"""A part that is reported beside its whole says that it is a part."""

from collections.abc import Iterator

import pandas as pd

from socialvalue.check.rule import Hit, Rule, at
from socialvalue.check.tables import Tables
from socialvalue.domain.look_up import beside
from socialvalue.records import Severity, rows

WHAT = ["owner", "measure"]
NARROWER = ["area", "organisation", "local_definition"]
"""What makes a line tell of less than the whole."""


def find(tables: Tables) -> Iterator[Hit]:
    lines = tables.standing
    said = lines[NARROWER] != ""
    wholes = lines.loc[~said.any(axis=1), [*WHAT, "quantity", "row"]]
    wholes = wholes.rename(columns={"quantity": "quantity_whole", "row": "row_whole"}).astype({"row_whole": "Int64"})
    parts = beside(lines[said.any(axis=1)], WHAT, wholes, WHAT, ["quantity_whole", "row_whole"])
    for line in rows(_smaller(parts)):
        told = (
            f"Row {line.row_whole} tells of {line.measure} ({line.measure_name}) as a whole. This may be a part of it."
        )
        yield at(line, "part_of", told)


def _smaller(parts: pd.DataFrame) -> pd.DataFrame:
    return parts[parts["quantity"].le(parts["quantity_whole"]).fillna(False)]


RULE = Rule(
    id="part-beside-whole",
    severity=Severity.WARNING,
    group="Traps",
    title="Parts say that they are parts",
    why="Two million spent in a town are inside the seven million spent in the county. Added up, they make nine.",
    example="fw1,62.5,weeks and fw1,20,weeks in Northtown",
    mend="Name the line of the whole in part_of. If it is no part, give the other line its own area or organisation.",
    find=find,
)
