"""What is remembered of a group holds together: a project, no day twice, and a number where one is shown alone."""

from collections.abc import Iterator

import numpy as np
import pandas as pd

from socialvalue.check.rule import Hit, Rule, at
from socialvalue.check.tables import Tables
from socialvalue.domain.disclosure import KEY, OF_MEASURE, clashes
from socialvalue.domain.remembered import linked, renamed
from socialvalue.records import Severity, plain, rows

UNKNOWN = (
    "Bring the project back. If it has another name now, write this one into renamed_from, run socialvalue disclose, "
    "and add what it writes to the change."
)


def find(tables: Tables) -> Iterator[Hit]:
    yield from _lost(tables)
    settled = tables.settled
    if settled.empty:
        return
    nobodys = settled[~settled["project"].isin(tables["projects"]["project"])]
    for row in rows(nobodys.drop_duplicates("project")):
        yield at(row, "project", f"There is no project {row.project}.", UNKNOWN, value=row.project)
    groups = settled[settled["sensitivity"] != "none"].reset_index(drop=True)
    numbered = groups["quantity"].notna() | groups["headcount"].notna()
    for row in rows(groups[numbered & ~groups["shown"]]):
        yield at(row, "shown", "It is hidden, and its number stands here.", "Take the number away.")
    for row in rows(groups[groups["shown"] & groups["quantity"].isna()]):
        yield at(row, "quantity", "It is shown, and its number is not here.")
    pairs = clashes(groups, groups, linked(tables["measures"], settled))
    for row in rows(groups.iloc[np.unique(pairs.loc[pairs["at"] > pairs["at_other"], "at"])]):
        yield at(row, "start", f"Another row of {row.measure} holds some of these days.", value=row.start)


def _lost(tables: Tables) -> Iterator[Hit]:
    """A hit for each row that the published repository has, and that is not here or says something else."""
    if tables.before is None:
        return
    here, was = _cells(tables.settled), _cells(renamed(tables.before.tables["disclosures"], tables["projects"]))
    if was.equals(here):
        return
    there = {tuple(map(str, row[1:-1])): row.replaced_by for row in rows(here)}
    for row in rows(was):
        now = there.get(tuple(map(str, row[1:-1])))
        if now is None or row.replaced_by not in ("", now):
            said = f"The row of {row.project}, {row.measure}, {row.start} to {row.end}, is gone or is another one."
            yield Hit(said, file=row.file)


def _cells(settled: pd.DataFrame) -> pd.DataFrame:
    return plain(settled[["file", *KEY, "shown", "quantity", "headcount", *OF_MEASURE, "least", "replaced_by"]])


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
