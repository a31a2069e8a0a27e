"""A person of a disadvantaged group counts there for the first 12 months only."""

from socialvalue.check.clauses.clause import Clause, Clauses
from socialvalue.check.rule import Rule
from socialvalue.records import Severity

RULE = Rule(
    id="first-year-only",
    severity=Severity.WARNING,
    group="People",
    title="Disadvantaged groups count for the first 12 months",
    why="After a year in work people are employed like all others, and count as local employment alone.",
    example="the same 12 people in iw1 in five quarters",
    mend="Take out those who began more than 12 months ago. If these are other people, say so in {the_note}.",
    find=Clauses(
        Clause(
            "series",
            "headcount",
            when='measure_disadvantaged and unit == "fte_years" and same_people_days > 366',
            say="{measure} ({measure_name}) tells of as many people as before, for more than 12 months now.",
        ),
    ),
)
