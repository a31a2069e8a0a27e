"""There are not more full-time jobs than people behind them."""

from socialvalue.check.clauses.clause import Clause, Clauses
from socialvalue.check.rule import Rule
from socialvalue.records import Severity

ABOVE = (
    'unit == "fte_years" and given(headcount) and quantity > headcount * most(first(rounded(days / 365.25, 2), 1), 1)'
)

RULE = Rule(
    id="fte-above-headcount",
    severity=Severity.ERROR,
    group="People",
    title="Full-time jobs are not above the headcount",
    why="One person cannot hold more than one full-time job. The two columns may have been swapped.",
    example="le1,24,fte_years,5",
    mend="Look whether quantity and headcount were swapped, and correct the one that is wrong.",
    find=Clauses(
        Clause(
            "lines",
            "quantity",
            when=ABOVE,
            say="{measure} ({measure_name}) has more full-time years than people.",
        ),
    ),
)
