"""A line's unit is the one that its measure is counted in."""

from socialvalue.check.clauses.clause import Clause, Clauses
from socialvalue.check.rule import Rule
from socialvalue.records import Severity

RULE = Rule(
    id="measure-unit",
    severity=Severity.ERROR,
    group="Measures",
    title="The unit is the measure's",
    why="Ten people and ten weeks are not the same. The unit value is for one unit of the measure and no other.",
    example="fw1,60,headcount",
    mend="Give the quantity in the unit of the measure.",
    find=Clauses(
        Clause(
            "lines",
            "unit",
            when="known and given(unit) and unit != measure_unit",
            say='{measure} ({measure_name}) is counted in {measure_unit}, not in "{unit}".',
            mend="If the quantity is in {measure_unit}, write that; if it is not, work it out first.",
            value="{unit}",
        ),
    ),
)
