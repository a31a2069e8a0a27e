"""In a public repository no line tells of so few people of a sensitive group that somebody could be recognised."""

from collections.abc import Iterator
from typing import Any

import pandas as pd

from socialvalue.check.rule import Hit, Rule, at
from socialvalue.check.tables import Tables
from socialvalue.domain.disclosure import few, least_of
from socialvalue.records import Severity, rows


def find(tables: Tables) -> Iterator[Hit]:
    if not tables.settings.public:
        return
    lines = tables.lines.rename(columns={"measure_sensitivity": "sensitivity"})
    asked = lines["measure_needs_headcount"] & lines["headcount"].isna()  # another rule asks for it
    for line in rows(lines.assign(least=least_of(lines))[few(lines) & ~asked]):
        said = f"{line.measure} ({line.measure_name}) tells of fewer than {line.least} people."
        yield at(line, _counted_in(line), said)


def _counted_in(line: Any) -> str:
    """The column that tells how few people there are."""
    given = not pd.isna(line.headcount) and line.headcount < line.least
    return "headcount" if given else "quantity"


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
