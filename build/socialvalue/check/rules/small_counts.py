"""In a public repository no line tells of so few people of a sensitive group that somebody could be recognised."""

from collections.abc import Iterator
from typing import Any

import pandas as pd

from socialvalue.check.rule import Hit, Rule, at
from socialvalue.check.tables import Tables
from socialvalue.records import LEAST_PEOPLE, MILLION, Severity, rows


def find(tables: Tables) -> Iterator[Hit]:
    if not tables.settings.public:
        return
    lines = tables.lines
    least = lines["measure_sensitivity"].map(LEAST_PEOPLE).fillna(0).astype("Int64")
    lines = lines.assign(least=least)[least.gt(0)]
    if lines.empty:
        return
    counted = -(-lines["quantity"] // MILLION)  # part of a person is one
    people = lines["headcount"].fillna(counted)
    asked = lines["measure_needs_headcount"] & lines["headcount"].isna()  # another rule asks for it
    lines = lines.assign(people=people)[(people.gt(0) & ~asked).fillna(False)]
    for line in rows(lines[lines["people"].lt(lines["least"])]):
        said = f"{line.measure} ({line.measure_name}) tells of fewer than {line.least} people."
        yield at(line, _counted_in(line), said)


def _counted_in(line: Any) -> str:
    """The column that tells how many people there are."""
    return "quantity" if pd.isna(line.headcount) else "headcount"


RULE = Rule(
    id="small-counts",
    severity=Severity.ERROR,
    group="Attestations and privacy",
    title="Sensitive counts are not too small",
    why="Few people on a known site can be recognised. With 1 to 4 people, or 1 to 9 where it is about offending, "
    "disability or health, a number tells neighbours something about a person.",
    example="iw2 with a headcount below 10",
    mend="Leave the line out. Report several periods, or several projects of the programme, in one return once they "
    "come to enough people.",
    find=find,
)
