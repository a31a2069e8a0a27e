"""A promise is not the total of the other promises of its measure."""

from collections.abc import Iterator

from socialvalue.check.rule import Hit, Rule, at
from socialvalue.check.tables import Tables
from socialvalue.check.wording import figure
from socialvalue.domain.look_up import coded
from socialvalue.records import Severity, rows

FEWEST = 3
"""Promises of a measure: a total and what it is of."""


def find(tables: Tables) -> Iterator[Hit]:
    targets = tables["targets"]
    stands = (targets["strength"] == "commitment") & ~targets["target"].isin(set(targets["replaces"]) - {""})
    alone = (targets["part_of"] == "") & (targets["measure"] != "")
    found = targets[stands & alone].dropna(subset=["quantity"])
    group = found.index.to_series().groupby(coded(found, ["project", "measure", "unit"])[0])
    for places in group.groups.values():
        promises = found.loc[places]
        whole = sum(int(quantity) for quantity in promises["quantity"])
        for row in rows(promises) if len(promises) >= FEWEST else ():
            if row.quantity > 0 and 2 * int(row.quantity) == whole:
                said = (
                    f"{figure(row.quantity)} is the total of the other {len(promises) - 1} promises of {row.measure}."
                )
                yield at(row, "quantity", said, value=figure(row.quantity))


RULE = Rule(
    id="total-among-targets",
    severity=Severity.WARNING,
    group="Traps",
    title="No promise is the total of others",
    why="26 and 30 weeks in two towns, and 56 in all, are 56 weeks. As three promises they are 112, and half of them "
    "is never delivered.",
    example="26, 30 and 56 weeks promised by one project",
    mend="If it is their total, name it in part_of of each of the others. If it is not, say in area or "
    "local_definition what it is about, and accept the warning.",
    find=find,
)
