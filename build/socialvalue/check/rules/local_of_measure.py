"""A line that says what local means counts a measure that is about local things."""

from collections.abc import Iterator

from socialvalue.check.rule import Hit, Rule, at
from socialvalue.check.tables import Tables
from socialvalue.records import Severity, rows


def find(tables: Tables) -> Iterator[Hit]:
    lines = tables.lines
    defined = (lines["local_definition"] != "") | (lines["local_area_set"] != "")
    for line in rows(lines[defined & lines["known"] & ~lines["measure_local"]]):
        column = "local_definition" if line.local_definition else "local_area_set"
        said = f"{line.measure} ({line.measure_name}) is not about what is local, and the line says what local means."
        yield at(line, column, said, value=getattr(line, column))


RULE = Rule(
    id="local-of-measure",
    severity=Severity.NOTE,
    group="Measures",
    title="What local means is said where it matters",
    why="Spend with small firms and spend with local firms are two measures. A definition of local in the wrong one "
    "shows that the code was mistaken.",
    example="fw1,62.5,weeks with the local_definition within 30 miles",
    mend="Look whether the measure for local ones is meant. If not, take the definition away.",
    find=find,
)
