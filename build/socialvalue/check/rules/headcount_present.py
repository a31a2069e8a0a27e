"""A line says how many people stand behind it, where its measure asks."""

from collections.abc import Iterator

from socialvalue.check.rule import Hit, Rule, at
from socialvalue.check.tables import Tables
from socialvalue.records import Severity, rows


def find(tables: Tables) -> Iterator[Hit]:
    lines = tables.lines
    asked = lines["measure_needs_headcount"] & lines["headcount"].isna() & lines["quantity"].gt(0).fillna(False)
    for line in rows(lines[asked]):
        yield at(line, "headcount", f"{line.measure} ({line.measure_name}) needs a headcount.")


RULE = Rule(
    id="headcount-present",
    severity=Severity.ERROR,
    group="People",
    title="The headcount is there where the measure asks for it",
    why="0.2 of a full-time year can be one person. Only the headcount shows whether so few people are meant that "
    "somebody could be recognised.",
    example="fw2,6.25,fte_years,,",
    mend="Give the number of people behind the quantity.",
    find=find,
)
