"""A sensitive group is not told of where other numbers, which were told before or reach beyond its days, limit it."""

from collections.abc import Iterator

from socialvalue.check.rule import Hit, Rule, at
from socialvalue.check.tables import Tables
from socialvalue.records import Severity, rows


def find(tables: Tables) -> Iterator[Hit]:
    if not tables.kept:
        return
    for line in rows(tables.unsettled[tables.unsettled["late"]]):
        said = f"Other counts of these days, or of days that reach to them, would tell how many {line.measure} counts."
        yield at(line, "measure", said, value=line.measure)


RULE = Rule(
    id="group-told-late",
    severity=Severity.ERROR,
    group="Attestations and privacy",
    title="A sensitive group is told of when its period is first told of, for the same days as other people",
    why="Where 2 local people were taken on, and somebody adds later that some had been out of work, they are 1 or 2. "
    "And a year beside its quarters tells of days between them.",
    example="iw1 added to a return that was published with le1 and a headcount of 2; iw1 for a year that has a return "
    "with le1 for a quarter",
    mend="If the site has shown a number of it for these days, put that number back. If not, leave the line out: a "
    "promise of it may then not be rated.",
    find=find,
    of_what_stands=True,
)
