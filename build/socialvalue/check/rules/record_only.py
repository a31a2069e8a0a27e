"""Shares and accounts in words are a record: a share is at most 100, and words have no quantity."""

from socialvalue.check.clauses.clause import Clause, Clauses
from socialvalue.check.rule import Rule
from socialvalue.records import Severity

RULE = Rule(
    id="record-only",
    severity=Severity.ERROR,
    group="Measures",
    title="Shares and words are records, not counts",
    why="A share of more than the whole, or a count of words, is a quantity that stands in the wrong measure.",
    example="le3,180,percent",
    mend="Use a measure that is counted in what the quantity is of.",
    find=Clauses(
        Clause(
            "lines",
            "quantity",
            when='record_only and unit == "percent" and quantity > 100',
            say="A share of {quantity} percent is more than the whole.",
            mend="Give the part of 100. Growth is not a share.",
            value="{quantity}",
        ),
        Clause(
            "lines",
            "quantity",
            when='record_only and unit == "text" and quantity > 1',
            say="{measure} ({measure_name}) is told in words, but the line counts {quantity}.",
            mend="Write 1 and tell it in {the_note}, or use a measure that is counted.",
            suggest="1",
            value="{quantity}",
        ),
    ),
)
