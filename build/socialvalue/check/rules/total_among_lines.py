"""A line is not the total of the other lines of its measure."""

from socialvalue.check.clauses.clause import Clause, Clauses
from socialvalue.check.rows import TOTAL
from socialvalue.check.rule import Rule
from socialvalue.records import Severity

SAYS_SO = f'matches(public_note, "^{TOTAL.pattern}$")'.replace("\\", "\\\\")
SUM = "quantity == total(quantity) - quantity or (nth() >= 2 and quantity == before(quantity))"
"""Two lines of a measure that are alike are another slip. Below 10, a line is soon what some others add up to."""

RULE = Rule(
    id="total-among-lines",
    severity=Severity.WARNING,
    group="Traps",
    title="No line is the total of others",
    why="26 weeks, 30 weeks and their total of 56 are 56 weeks. As three lines they are 112.",
    example='26, 30 and 56 weeks, the last with the note "Total"',
    mend="If it is their total, delete it: totals are worked out when the site is built. If it is not, say in "
    "{the_note} what it counts.",
    find=Clauses(
        Clause(
            "standing",
            "quantity",
            alike=("measure",),
            when=f"many() >= 3 and ({SAYS_SO} or (quantity >= 10 and ({SUM})))",
            say="{quantity} looks like the total of the other lines of {measure} ({measure_name}).",
            value="{quantity}",
        ),
    ),
)
