"""A headcount says the same as the quantity, where that counts people, and somebody stands behind each quantity."""

from socialvalue.check.clauses.clause import Clause, Clauses
from socialvalue.check.rule import Rule
from socialvalue.records import PEOPLE, Severity

COUNTS_PEOPLE = " or ".join(f'unit == "{unit}"' for unit in PEOPLE)

RULE = Rule(
    id="headcount-agrees",
    severity=Severity.ERROR,
    group="People",
    title="The headcount agrees with the quantity",
    why="Where the unit is people, the quantity is the headcount. Two numbers of the same people can't both be right, "
    "and the smaller one may tell who they are. And nobody can't have done something.",
    example="fw20,2,headcount,20",
    mend="Give the number of people once, as the quantity, and leave the headcount empty.",
    find=Clauses(
        Clause(
            "lines",
            "headcount",
            when=f"given(headcount) and given(quantity) and quantity != headcount and ({COUNTS_PEOPLE})",
            say="{measure} ({measure_name}) counts people, and its headcount is another number of them.",
        ),
        Clause(
            "lines",
            "headcount",
            when=f'headcount == 0 and quantity > 0 and unit != "fte_years" and not ({COUNTS_PEOPLE})',
            say="{measure} ({measure_name}) has a quantity, and nobody behind it.",
            mend="Give the number of people behind the quantity, or leave the headcount empty.",
        ),
    ),
)
