"""A quantity is that of its period, not of all periods so far."""

from socialvalue.check.clauses.clause import Clause, Clauses
from socialvalue.check.rule import Rule
from socialvalue.records import Severity

SUM = "of >= 3 and nth >= 2 and quantity == rest"
"""Fewer than three periods say nothing."""

RULE = Rule(
    id="looks-cumulative",
    severity=Severity.WARNING,
    group="Traps",
    title="Quantities are those of the period alone",
    why="A total since the start looks like a good quarter. Added to the quarters before, it counts everything again.",
    example="fw1 with 20, 45 and 70 weeks in three quarters",
    mend="If these are totals since the start, take off what was reported before. If they are not, keep them.",
    find=Clauses(
        Clause(
            "series",
            "quantity",
            when=SUM,
            say="{quantity} is exactly what the periods before it add up to.",
            value="{quantity}",
        ),
        Clause(
            "series",
            "quantity",
            when=f"of >= 3 and nth == of - 1 and not falls and quantity >= first * 2 and not ({SUM})",
            say="{measure} ({measure_name}) never falls in {of} periods, and has come to twice the first.",
            value="{quantity}",
        ),
    ),
)
