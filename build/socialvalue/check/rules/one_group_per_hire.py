"""Whoever was taken on counts in one disadvantaged group at most."""

from socialvalue.check.clauses.clause import Clause, Clauses
from socialvalue.check.rule import Rule
from socialvalue.records import YEARS_OF_WORK, Severity

EMPLOYED = "not measure_disadvantaged"
UNITS = ", ".join(f'"{unit}"' for unit in YEARS_OF_WORK)

RULE = Rule(
    id="one-group-per-hire",
    severity=Severity.WARNING,
    group="People",
    title="Each person counts in one group at most",
    why="A care leaver who was long out of work is one person. Counted in both groups, the same year of work is "
    "valued twice.",
    example="9 people in iw1 and 20 in iw2, where le1 tells of 24 employed",
    mend="Count each person in the group that fits best. Whoever is in a group is in local employment too.",
    find=Clauses(
        Clause(
            "lines",
            "headcount",
            among=f"empty(part_of) and known and unit in ({UNITS})",
            alike=(),
            when="last(measure_disadvantaged) and total(headcount, measure_disadvantaged) > total(headcount, "
            f"{EMPLOYED}) and some({EMPLOYED} and given(headcount)) and not some({EMPLOYED} and empty(headcount))",
            say="The disadvantaged groups of this return come to more people than it says were employed.",
        ),
    ),
)
