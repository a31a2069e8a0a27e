"""A line's unit is the one that its measure is counted in."""

from collections.abc import Iterator

from socialvalue.check.rule import Hit, Rule, at
from socialvalue.check.tables import Tables
from socialvalue.records import Severity, rows, same


def find(tables: Tables) -> Iterator[Hit]:
    lines = tables.lines
    wrong = lines[lines["known"] & (lines["unit"] != "") & ~same(lines["unit"], lines["measure_unit"])]
    for line in rows(wrong):
        said = f'{line.measure} ({line.measure_name}) is counted in {line.measure_unit}, not in "{line.unit}".'
        mend = f"If the quantity is in {line.measure_unit}, write that; if it is not, work it out first."
        yield at(line, "unit", said, mend, value=line.unit)  # no suggestion: the quantity may be in the other unit


RULE = Rule(
    id="measure-unit",
    severity=Severity.ERROR,
    group="Measures",
    title="The unit is the measure's",
    why="Ten people and ten weeks are not the same. The unit value is for one unit of the measure and no other.",
    example="fw1,60,headcount",
    mend="Give the quantity in the unit of the measure.",
    find=find,
)
