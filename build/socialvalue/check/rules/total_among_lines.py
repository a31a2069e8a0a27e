"""A line is not the total of the other lines of its measure."""

from socialvalue.check.clauses.clause import Clause, Clauses
from socialvalue.check.rows import TOTAL
from socialvalue.check.rule import Rule
from socialvalue.records import Severity

SAYS_SO = f'matches(public_note, "^{TOTAL.pattern}$")'.replace("\\", "\\\\")
REST = "total(quantity) - quantity"
LAST = "nth() == many() - 1"
ROUNDED = f"{LAST} and {REST} != rounded({REST}, 0) and quantity == rounded({REST}, 0)"
SUM = f"quantity == {REST} or (nth() >= 2 and quantity == before(quantity)) or ({ROUNDED})"
"""Two lines of a measure that are alike are another slip."""
SMALL = f"{LAST} and nth() >= 3 and quantity == {REST}"
"""Below 10, a line is soon what some others add up to by chance: it has to stand last, below more of them."""

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
            when=f"many() >= 3 and ({SAYS_SO} or (quantity >= 10 and ({SUM})) or ({SMALL}))",
            say="{quantity} looks like the total of the other lines of {measure} ({measure_name}).",
            value="{quantity}",
        ),
    ),
)
