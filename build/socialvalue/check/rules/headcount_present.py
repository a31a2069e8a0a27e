"""A line says how many people stand behind it, where its measure asks."""

from socialvalue.check.clauses.clause import Clause, Clauses
from socialvalue.check.rule import Rule
from socialvalue.records import Severity

RULE = Rule(
    id="headcount-present",
    severity=Severity.ERROR,
    group="People",
    title="The headcount is there where the measure asks for it",
    why="0.2 of a full-time year can be one person. Only the headcount shows whether so few people are meant that "
    "somebody could be recognised.",
    example="fw2,6.25,fte_years,,",
    mend="Give the number of people behind the quantity.",
    find=Clauses(
        Clause(
            "lines",
            "headcount",
            when="measure_needs_headcount and empty(headcount) and quantity > 0",
            say="{measure} ({measure_name}) needs a headcount.",
        ),
    ),
)
