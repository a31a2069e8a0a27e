"""A quantity is that of its period, not of all periods so far."""

from collections.abc import Iterator

from socialvalue.check.rule import Hit, Rule, at
from socialvalue.check.tables import Tables
from socialvalue.check.wording import figure
from socialvalue.records import Severity, rows

PERIODS = 3
"""Fewer periods than this say nothing."""


def find(tables: Tables) -> Iterator[Hit]:
    found = tables.series
    found = found[found["of"] >= PERIODS]
    if found.empty:
        return
    sums = (found["nth"] >= PERIODS - 1) & (found["quantity"] == found["rest"])
    fell = found["before"].gt(found["quantity"]).fillna(False)
    rises = ~fell.groupby(found["chain"]).transform("any")
    last = (found["nth"] == found["of"] - 1) & rises & (found["quantity"] // 2).ge(found["first"]).fillna(False)
    for line in rows(found[sums.fillna(False)]):
        said = f"{figure(line.quantity)} is exactly what the periods before it add up to."
        yield at(line, "quantity", said, value=figure(line.quantity))
    for line in rows(found[last & ~sums.fillna(False)]):
        said = (
            f"{line.measure} ({line.measure_name}) never falls in {line.of} periods, and has come to twice the first."
        )
        yield at(line, "quantity", said, value=figure(line.quantity))


RULE = Rule(
    id="looks-cumulative",
    severity=Severity.WARNING,
    group="Traps",
    title="Quantities are those of the period alone",
    why="A total since the start looks like a good quarter. Added to the quarters before, it counts everything again.",
    example="fw1 with 20, 45 and 70 weeks in three quarters",
    mend="If these are totals since the start, take off what was reported before. If they are not, keep them.",
    find=find,
)
