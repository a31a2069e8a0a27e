"""A project counts a sensitive group once for a day: in one return, and in one line of it."""

from collections.abc import Iterator

import pandas as pd

from socialvalue.check.precedence import giving_way
from socialvalue.check.rule import Hit, Rule, about, at
from socialvalue.check.tables import Tables
from socialvalue.check.wording import in_words
from socialvalue.domain.clashes import clashes
from socialvalue.records import Severity, rows


def find(tables: Tables) -> Iterator[Hit]:
    counts = tables.counts
    counts = counts[counts["sensitivity"] != "none"].reset_index(drop=True)
    if counts.empty:
        return
    again = counts.duplicated(["owner", "measure"])
    first = counts.drop_duplicates(["owner", "measure"]).set_index(["owner", "measure"])["row"]
    for line in rows(counts[again]):
        said = f"Row {first[line.owner, line.measure]} counts {line.measure} ({line.measure_name}) too."
        yield at(line, "measure", said, value=line.measure)
    yield from _overlaps(counts, tables)


def _overlaps(counts: pd.DataFrame, tables: Tables) -> Iterator[Hit]:
    """A hit at the return of each line that counts a group for days that another return has counted."""
    spans = counts[["project", "owner", "start", "end"]].drop_duplicates().sort_values(["project", "start", "end"])
    follows = spans["project"].eq(spans["project"].shift()) & spans["start"].le(spans["end"].shift(fill_value=""))
    counts = counts[counts["project"].isin(spans.loc[follows, "project"])].reset_index(drop=True)
    pairs = clashes(counts, counts, tables.linked)
    pairs = pairs[pairs["at"] < pairs["at_other"]]
    lines, both = list(rows(counts)), zip(pairs["at"], pairs["at_other"], strict=True)
    twice = {(lines[one].owner, lines[other].owner): lines[one] for one, other in reversed(list(both))}
    for earlier, later in giving_way([pair for pair in twice if pair[0] != pair[1]], tables):
        line = twice.get((earlier.owner, later.owner)) or twice[later.owner, earlier.owner]
        days = f"{in_words(earlier.start)} to {in_words(earlier.end)}"
        said = f"{earlier.period}, {days}, counts {line.measure} ({line.measure_name}) too."
        yield about(later, "period", said)


RULE = Rule(
    id="sensitive-once",
    severity=Severity.ERROR,
    group="Attestations and privacy",
    title="A sensitive group is counted once for the same days",
    why="Three quarters that are shown and the year that holds them tell the fourth, which is hidden. So do two "
    "counts of one group by area and by organisation.",
    example="iw1 in a return for 2024 beside iw1 in one for April to June 2024, or iw1 in two rows of a return",
    mend="Count the group in one return for these days, in one line that holds everybody.",
    find=find,
    of_what_stands=True,
)
