"""On any day, a measure has one unit value of each kind for an area and an edition."""

from collections.abc import Iterator
from typing import Any

from socialvalue.check.rule import Hit, Rule, at
from socialvalue.check.tables import Tables
from socialvalue.check.wording import in_words
from socialvalue.domain.editions import FOREVER
from socialvalue.records import Severity, rows

SAME = ["owner", "measure", "kind", "counts_in", "area", "edition"]


def find(tables: Tables) -> Iterator[Hit]:
    unit_values = tables["unit-values"]
    several = unit_values[(unit_values["measure"] != "") & unit_values.duplicated(SAME, keep=False)]
    for _, group in several.sort_values(["valid_from", "row"]).groupby(SAME):
        longest: Any = None
        for row in rows(group):
            if longest is not None and row.valid_from <= _until(longest):
                since = f" from {in_words(row.valid_from)}" if row.valid_from else ""
                said = f"{row.measure} has two {row.kind} values{since}: {longest.unit_value} and {row.unit_value}."
                yield at(row, "valid_from", said, value=row.valid_from)
            if longest is None or _until(row) > _until(longest):
                longest = row


def _until(row: Any) -> str:
    return str(row.valid_to or FOREVER)


RULE = Rule(
    id="unit-values-overlap",
    severity=Severity.ERROR,
    group="Frameworks",
    title="A measure has one unit value of each kind on any day",
    why="With two values for the same day, area and edition, nobody could say which one a figure was worked out with.",
    example="two fiscal values of iw1, one from 1 January 2020 without an end and one from 1 January 2024",
    mend="End the earlier one in valid_to, or tell the two apart by area, edition or kind.",
    find=find,
)
