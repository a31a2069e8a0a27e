"""What is remembered of a group holds together: no day twice, and a number where one is shown alone."""

from collections.abc import Iterator

import numpy as np

from socialvalue.check.rule import Hit, Rule, at
from socialvalue.check.tables import Tables
from socialvalue.domain.disclosure import clashes
from socialvalue.records import Severity, rows


def find(tables: Tables) -> Iterator[Hit]:
    settled = tables.settled
    if settled.empty:
        return
    groups = settled[settled["sensitivity"] != "none"].reset_index(drop=True)
    numbered = groups["quantity"].notna() | groups["headcount"].notna()
    for row in rows(groups[numbered & ~groups["shown"]]):
        yield at(row, "shown", "It is hidden, and its number stands here.", "Take the number away.")
    for row in rows(groups[groups["shown"] & groups["quantity"].isna()]):
        yield at(row, "quantity", "It is shown, and its number is not here.")
    pairs = clashes(groups, groups, tables["measures"])
    for row in rows(groups.iloc[np.unique(pairs.loc[pairs["at"] > pairs["at_other"], "at"])]):
        yield at(row, "start", f"Another row of {row.measure} holds some of these days.", value=row.start)


RULE = Rule(
    id="disclosures-in-order",
    severity=Severity.ERROR,
    group="Attestations and privacy",
    title="What is remembered of a sensitive group stands once",
    why="register/disclosures.csv decides what a site shows. Two rows for the same days would show a difference.",
    example="a row of iw1 for 2024 beside one for April to June 2024",
    mend="Bring back the row as it is in the history. Rows are written by socialvalue disclose alone.",
    find=find,
)
