"""Hours times attendees are neither below the number of people nor more than they have hours for."""

from socialvalue.check.clauses.clause import Clause, Clauses
from socialvalue.check.rule import Rule
from socialvalue.records import Severity

HOURS = 'unit == "hours_x_attendees" and headcount > 0 and quantity > 0'

RULE = Rule(
    id="hours-times-attendees",
    severity=Severity.WARNING,
    group="Quantities",
    title="Hours times attendees are plausible",
    why="A session of 2 hours for 8 people is 16. The classic slip is to give the 2, or to multiply twice.",
    example="fw2,2,hours_x_attendees,8",
    mend="Multiply the hours of each session by the people who came, and add these up.",
    find=Clauses(
        Clause(
            "lines",
            "quantity",
            when=f"{HOURS} and quantity < headcount",
            say="{quantity} is less than an hour for each person.",
            value="{quantity}",
        ),
        Clause(
            "lines",
            "quantity",
            when=f"{HOURS} and quantity > headcount * 40 * most(days / 7, 1)",
            say="{quantity} is more than 40 hours a week for each person.",
            value="{quantity}",
        ),
    ),
)
