"""A quantity has no more decimals than its unit is counted in."""

from collections.abc import Iterator

from socialvalue.check.rule import Hit, Rule, at
from socialvalue.check.tables import Tables
from socialvalue.check.wording import figure
from socialvalue.records import MILLION, Severity, rows, same


def find(tables: Tables) -> Iterator[Hit]:
    lines = tables.lines
    lines = lines[same(lines["unit"], lines["measure_unit"])]
    for places in lines["decimals"].dropna().unique():
        step = MILLION // 10 ** int(places)
        finer = (lines["quantity"] % step).gt(0).fillna(False) & lines["decimals"].eq(places).fillna(False)
        for line in rows(lines[finer]):
            said = f"{figure(line.quantity)} has more decimals than {line.unit} can have: {places}."
            yield at(line, "quantity", said, value=figure(line.quantity))


RULE = Rule(
    id="precision",
    severity=Severity.WARNING,
    group="Quantities",
    title="Quantities are not more exact than they can be counted",
    why="Nobody counts a ten-thousandth of a week. So many decimals are the mark of a number that was worked out, "
    "or of a comma in the wrong place.",
    example="fw1,62.5171,weeks",
    mend="Round it, and say in derivation how it was worked out.",
    find=find,
)
