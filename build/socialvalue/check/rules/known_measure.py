"""A line counts a measure that the return's framework has."""

from collections.abc import Iterator

from socialvalue.check.rule import Hit, Rule, at
from socialvalue.check.tables import Tables
from socialvalue.records import Severity, rows


def find(tables: Tables) -> Iterator[Hit]:
    lines = tables.lines
    unknown = lines[~lines["known"] & (lines["measure"] != "") & lines["framework"].isin(tables.frameworks)]
    for line in rows(unknown):
        meant = tables.names.meant("measure", line.measure, line.framework)
        yield at(
            line,
            "measure",
            f'"{line.measure}" is not a measure of {line.framework}.',
            tables.names.write("measure", meant)
            if meant
            else f"Look it up in frameworks/{line.framework}/measures.csv.",
            meant,
            line.measure,
        )


RULE = Rule(
    id="known-measure",
    severity=Severity.ERROR,
    group="Measures",
    title="The measure is in the framework",
    why="A line with an unknown measure has no unit and no unit value, so nobody can say what it counts.",
    example="fw99",
    mend="Use a code from the measures of the framework that the return names.",
    find=find,
)
