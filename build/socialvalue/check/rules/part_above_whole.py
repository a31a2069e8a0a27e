"""A part of a line is no larger than the line."""

from socialvalue.check.clauses.clause import Clause, Clauses
from socialvalue.check.rule import Rule
from socialvalue.records import Severity

RULE = Rule(
    id="part-above-whole",
    severity=Severity.ERROR,
    group="Traps",
    title="A part is no larger than its whole",
    why="£300 cannot lie inside £100. One of the two is wrong, or the one is no part of the other.",
    example="le1,100,gbp and a part of it of 300",
    mend="Correct the number that is wrong, or leave {the_part_of} empty.",
    find=Clauses(
        Clause(
            "lines",
            "quantity",
            # "About" and "at least" leave room in a whole; "about" and "up to" of a part may be less
            when='given(part_of) and whole_bound in ("", "up to") and bound in ("", "at least") '
            "and quantity > whole_quantity",
            say="This is a part of row {whole_row}, and {quantity} is more than its {whole_quantity}.",
            value="{quantity}",
        ),
    ),
)
