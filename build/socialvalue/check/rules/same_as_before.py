"""A figure is not that of the period before, told again."""

from collections.abc import Iterator

from socialvalue.check.rule import Hit, Rule, at
from socialvalue.check.tables import Tables
from socialvalue.check.wording import figure
from socialvalue.records import MILLION, Severity, rows

SEEN_TWICE_BY_CHANCE = 20 * MILLION
"""Below this, the same number twice says nothing."""


def find(tables: Tables) -> Iterator[Hit]:
    found = tables.series
    again = found["quantity"].eq(found["before"]) & found["quantity"].ge(SEEN_TWICE_BY_CHANCE)
    for line in rows(found[again.fillna(False)]):
        said = f"{figure(line.quantity)} is exactly what the period before reports."
        yield at(line, "quantity", said, value=figure(line.quantity))


RULE = Rule(
    id="same-as-before",
    severity=Severity.WARNING,
    group="Traps",
    title="Figures are not those of the period before",
    why="Figures are told again in the next story or copied into the next form, and then they count twice.",
    example="41 weeks in two quarters running",
    mend="Look whether it was copied. If it is right, keep it and say so in public_note.",
    find=find,
)
