"""A quantity has no more decimals than its unit is counted in."""

from collections.abc import Iterator

from socialvalue.check.rule import Hit, Rule, at
from socialvalue.check.tables import Tables
from socialvalue.check.wording import figure
from socialvalue.records import MILLION, Severity, rows, same


def find(tables: Tables) -> Iterator[Hit]:
    lines = tables.lines
    lines = lines[same(lines["unit"], lines["measure_unit"])]
    steps = lines["decimals"].map({places: MILLION // 10**places for places in range(7)})
    finer = (lines["quantity"] % steps.astype("Int64")).gt(0).fillna(False)
    for line in rows(lines[finer]):
        said = f"{figure(line.quantity)} has more decimals than {line.unit} can have: {line.decimals}."
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
