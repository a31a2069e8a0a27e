"""A person of a disadvantaged group counts there for the first 12 months only."""

from collections.abc import Iterator

import pandas as pd

from socialvalue.check.rule import Hit, Rule, at
from socialvalue.check.spans import days_of
from socialvalue.check.tables import Tables
from socialvalue.records import Severity, plain, rows

YEAR = 366
"""Days of the longest year."""


def find(tables: Tables) -> Iterator[Hit]:
    lines = tables.series
    lines = lines[lines["measure_disadvantaged"] & lines["headcount"].gt(0).fillna(False)]
    lines = lines[lines["unit"] == "fte_years"]
    if lines.empty:
        return
    lines = plain(lines)
    same = lines["headcount"].eq(lines["headcount"].shift()) & lines["chain"].eq(lines["chain"].shift())
    run = (~same.fillna(False)).cumsum()
    spans = pd.DataFrame({"start": lines["start"].groupby(run).min(), "end": lines["end"].groupby(run).max()})
    long = spans.assign(days=days_of(spans), times=run.value_counts())
    long = long[(long["days"] > YEAR) & (long["times"] > 1)]
    for line in rows(lines.assign(run=run)[run.isin(long.index)].drop_duplicates("run", keep="last")):
        said = f"{line.measure} ({line.measure_name}) tells of as many people as before, for more than 12 months now."
        yield at(line, "headcount", said)


RULE = Rule(
    id="first-year-only",
    severity=Severity.WARNING,
    group="People",
    title="Disadvantaged groups count for the first 12 months",
    why="After a year in work people are employed like all others, and count as local employment alone.",
    example="the same 12 people in iw1 in five quarters",
    mend="Take out those who began more than 12 months ago. If these are other people, say so in public_note.",
    find=find,
)
