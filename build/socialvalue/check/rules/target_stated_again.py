"""Two promises of one project about the same thing are asked about: one of them may be the other, moved."""

from collections.abc import Iterator

import pandas as pd

from socialvalue.check.rule import Hit, Rule, at
from socialvalue.check.tables import Tables
from socialvalue.check.wording import figure
from socialvalue.records import Severity, rows

SAME = ["project", "measure", "area", "local_definition", "local_area_set"]
"""Promises that are alike in these are about the same thing."""


def find(tables: Tables) -> Iterator[Hit]:
    targets = tables["targets"]
    stands = (targets["strength"] == "commitment") & ~targets["target"].isin(set(targets["replaces"]))
    found = targets[stands & (targets["part_of"] == "") & (targets["measure"] != "")].dropna(subset=["quantity"])
    for _, alike in found.groupby(SAME, observed=True):
        first, *others = rows(alike)
        for row in others:
            if row.stated_on != first.stated_on or _never_added(row, tables["measures"]):
                said = f"{row.project} promises {figure(row.quantity)} {row.unit} of {row.measure} here, and "
                said += f"{figure(first.quantity)} in {first.target}. Nothing says that these are two things."
                yield at(row, "replaces", said, value=row.target)


def _never_added(target: object, measures: pd.DataFrame) -> bool:
    """Whether the measure is a record or a count on one day in every framework that has it."""
    known = measures.loc[measures["measure"] == getattr(target, "measure", ""), "adds_up"]
    return bool(len(known)) and bool((known != "flow").all())


RULE = Rule(
    id="target-stated-again",
    severity=Severity.WARNING,
    group="Traps",
    title="Two promises about the same thing are told apart",
    why="A promise that moved would count twice: as 200 weeks and 240 weeks, or as 80% and 70%.",
    example="80% of local spend stated in 2022, and 70% stated in 2024, with nothing in replaces",
    mend="Where one is the other, moved, name the earlier one in replaces. Where there are two, say in area or "
    "local_definition what each is about.",
    find=find,
)
