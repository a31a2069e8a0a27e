"""A sensitive group is not told of later, where it can only be among few people who were told of before."""

from collections.abc import Iterator

from socialvalue.check.rule import Hit, Rule, at
from socialvalue.check.tables import Tables
from socialvalue.records import Severity, rows


def find(tables: Tables) -> Iterator[Hit]:
    if not tables.kept:
        return
    for line in rows(tables.unsettled[tables.unsettled["late"]]):
        said = f"The site has shown few people for these days already, and {line.measure} may be among them."
        yield at(line, "measure", said, value=line.measure)


RULE = Rule(
    id="group-told-late",
    severity=Severity.ERROR,
    group="Attestations and privacy",
    title="A sensitive group is told of when its period is first told of",
    why="Where 2 local people were taken on, and somebody adds later that some had been out of work, they are 1 or 2.",
    example="iw1 added to a return that was published with le1 and a headcount of 2",
    mend="Leave the line out of this return.",
    find=find,
    of_what_stands=True,
)
