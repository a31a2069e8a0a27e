"""A person of a disadvantaged group counts there for the first 12 months only."""

from collections.abc import Iterator

from socialvalue.check.rule import Hit, Rule, at
from socialvalue.check.tables import Tables
from socialvalue.domain.years import days_of
from socialvalue.records import Severity, rows

YEAR = 366
"""Days of the longest year."""


def find(tables: Tables) -> Iterator[Hit]:
    lines = tables.series
    lines = lines[lines["measure_disadvantaged"] & lines["headcount"].gt(0).fillna(False)]
    lines = lines[lines["unit"] == "fte_years"]
    if lines.empty:
        return
    same = lines["headcount"].eq(lines["headcount"].shift()) & lines["chain"].eq(lines["chain"].shift())
    begins = ~same.fillna(False).astype(bool)
    run = begins.cumsum()
    first = lines.loc[begins, "start"].to_numpy()[run - 1]
    last = lines.assign(start=first, run=run)[~begins].drop_duplicates("run", keep="last")
    for line in rows(last[days_of(last) > YEAR]):
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
