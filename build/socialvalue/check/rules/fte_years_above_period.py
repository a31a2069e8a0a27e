"""Nobody works more than a full-time job for the whole of the period."""

from socialvalue.check.clauses.clause import Clause, Clauses
from socialvalue.check.rule import Rule
from socialvalue.records import Severity

ABOVE = (
    'unit == "fte_years" and given(headcount) and not approximate and 0 < days < 365.25 '
    "and quantity <= headcount and quantity > headcount * days / 365.25 * 1.04 + 0.005"
)
"""Months and quarters are not all as long, and people round up: 4 percent are let through."""

RULE = Rule(
    id="fte-years-above-period",
    severity=Severity.ERROR,
    group="People",
    title="Full-time years fit into the period",
    why="A full-time job for a quarter is a quarter of a full-time year. Adding up jobs instead of years makes "
    "four times as many of them in a year.",
    example="le1,20,fte_years,24 in a quarter",
    mend="Multiply the full-time jobs by the months of the period and divide by 12.",
    find=Clauses(
        Clause(
            "lines",
            "quantity",
            when=ABOVE,
            say="{measure} ({measure_name}) has more years of work than its people could do in the period.",
        ),
    ),
)
