"""The ends of a unit value's range lie on either side of it."""

from collections.abc import Iterator

from socialvalue.check.rule import Hit, Rule, at
from socialvalue.check.tables import Tables
from socialvalue.check.wording import figure
from socialvalue.records import Severity, rows


def find(tables: Tables) -> Iterator[Hit]:
    values = tables["unit-values"].dropna(subset=["value_gbp"])
    for column, wrong, side in (("low_gbp", "gt", "above"), ("high_gbp", "lt", "below")):
        ends = values.dropna(subset=[column])
        for row in rows(ends[getattr(ends[column], wrong)(ends["value_gbp"])]):
            end = figure(getattr(row, column))
            said = f"The {column.removesuffix('_gbp')} end, £{end}, is {side} the value, £{figure(row.value_gbp)}."
            yield at(row, column, said, value=end)


RULE = Rule(
    id="range-around-value",
    severity=Severity.ERROR,
    group="Frameworks",
    title="A range lies around its value",
    why="A high end below the value would be shown as the most that it can be, under a figure that is more.",
    example="value_gbp 9800 with high_gbp 9000",
    mend="Copy the value and both ends again from their source. Leave an end empty that it does not give.",
    find=find,
)
