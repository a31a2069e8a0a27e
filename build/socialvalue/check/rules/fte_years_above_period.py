"""Nobody works more than a full-time job for the whole of the period."""

from collections.abc import Iterator

from socialvalue.check.rule import Hit, Rule, at
from socialvalue.check.tables import Tables
from socialvalue.domain.years import YEAR, days_of
from socialvalue.records import MILLION, Severity, rows

ROUNDED = 1.04
"""Months and quarters are not all as long, and people round up."""


def find(tables: Tables) -> Iterator[Hit]:
    lines = tables.lines
    lines = lines[(lines["unit"] == "fte_years") & lines["headcount"].notna() & ~lines["approximate"]]
    if lines.empty:
        return
    worked = lines["quantity"].astype("Float64") / MILLION
    people = lines["headcount"].astype("Float64")
    years = days_of(lines) / YEAR
    above = worked.gt(people * years * ROUNDED + 0.005) & years.between(0, 1, inclusive="neither") & worked.le(people)
    for line in rows(lines[above.fillna(False)]):
        said = f"{line.measure} ({line.measure_name}) has more years of work than its people could do in the period."
        yield at(line, "quantity", said)


RULE = Rule(
    id="fte-years-above-period",
    severity=Severity.ERROR,
    group="People",
    title="Full-time years fit into the period",
    why="A full-time job for a quarter is a quarter of a full-time year. Adding up jobs instead of years makes "
    "four times as many of them in a year.",
    example="le1,20,fte_years,24 in a quarter",
    mend="Multiply the full-time jobs by the months of the period and divide by 12.",
    find=find,
)
