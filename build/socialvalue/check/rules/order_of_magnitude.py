"""A quantity is not ten times that of the period before, nor a tenth of it."""

from socialvalue.check.clauses.clause import Clause, Clauses
from socialvalue.check.rule import Rule
from socialvalue.records import Severity

ALIKE = "days * 2 >= days_before and days <= days_before * 2 and (quantity >= 20 or before >= 20)"
"""Up to 20, ten times as much is soon reached."""

RULE = Rule(
    id="order-of-magnitude",
    severity=Severity.WARNING,
    group="Traps",
    title="Quantities do not jump tenfold",
    why="A nought too many, a point that was lost, or hours in the place of days make a figure ten times as large.",
    example="410 weeks after 41",
    mend="Look at the number and its unit. If it is right, say in {the_note} what happened.",
    find=Clauses(
        Clause(
            "series",
            "quantity",
            when=f"{ALIKE} and quantity >= before * 10",
            say="{quantity} is ten times the {before} of the period before, or more.",
            value="{quantity}",
        ),
        Clause(
            "series",
            "quantity",
            when=f"{ALIKE} and before >= quantity * 10 and not before >= before_that * 10",
            say="{quantity} is a tenth of the {before} of the period before, or less.",
            value="{quantity}",
        ),
    ),
)
