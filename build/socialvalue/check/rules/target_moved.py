"""A target that took the place of another is told beside it."""

from collections.abc import Iterator

from socialvalue.check.rule import Hit, Rule, at
from socialvalue.check.tables import Tables
from socialvalue.check.wording import figure
from socialvalue.domain.successions import same_promise
from socialvalue.records import Severity, rows


def find(tables: Tables) -> Iterator[Hit]:
    targets = tables["targets"]
    named = {target.target: target for target in rows(targets.dropna(subset=["quantity"]))}
    for target in named.values():
        before = named.get(target.replaces)
        if before is None or before.quantity == target.quantity or not same_promise(before, target):
            continue
        said = f"The target moved from {figure(before.quantity)} to {figure(target.quantity)} {target.unit}."
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
