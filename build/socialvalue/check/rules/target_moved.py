"""A target that took the place of another is told beside it."""

from collections.abc import Iterator

from socialvalue.check.rule import Hit, Rule, at
from socialvalue.check.tables import Tables
from socialvalue.check.wording import figure
from socialvalue.records import Severity, rows


def find(tables: Tables) -> Iterator[Hit]:
    targets = tables["targets"]
    before = targets.drop_duplicates("target").set_index("target")["quantity"]
    moved = targets[targets["replaces"].isin(before.index)]
    moved = moved.assign(before=moved["replaces"].map(before)).dropna(subset=["before", "quantity"])
    for target in rows(moved[moved["before"] != moved["quantity"]]):
        said = f"The target moved from {figure(target.before)} to {figure(target.quantity)} {target.unit}."
        yield at(target, "quantity", said, value=figure(target.quantity))


RULE = Rule(
    id="target-moved",
    severity=Severity.NOTE,
    group="Traps",
    title="A target that moved is told",
    why="Delivery looks better when the target falls. Both targets are kept, each with its date.",
    example="400 weeks, then 300",
    mend="Nothing needs mending. Delivery is measured against the new target, and the old one is shown.",
    find=find,
)
