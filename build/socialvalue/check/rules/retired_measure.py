"""A line does not use a measure that was retired before the period began."""

from collections.abc import Iterator

from socialvalue.check.rule import Hit, Rule, at
from socialvalue.check.tables import Tables
from socialvalue.check.wording import in_words
from socialvalue.records import Severity, plain, rows


def find(tables: Tables) -> Iterator[Hit]:
    lines = tables.lines
    retired = plain(lines[lines["measure_retired_on"] != ""])
    for line in rows(retired[retired["start"] >= retired["measure_retired_on"]]):
        said = f"{line.measure} ({line.measure_name}) was retired on {in_words(line.measure_retired_on)}."
        successor = line.measure_replaced_by
        mend = f"Use {successor}, which took its place, if it counts the same." if successor else ""
        yield at(line, "measure", said, mend, successor, line.measure)


RULE = Rule(
    id="retired-measure",
    severity=Severity.ERROR,
    group="Measures",
    title="Measures are not used after they were retired",
    why="A measure is retired because another counts the same thing better. Whoever uses the old one cannot be "
    "compared with the others.",
    example="fw3, retired on 1 January 2024, in a return for April 2024",
    mend="Use a measure of the framework that is not retired.",
    find=find,
)
