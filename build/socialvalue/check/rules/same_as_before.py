"""A figure is not that of the period before, told again."""

from socialvalue.check.clauses.clause import Clause, Clauses
from socialvalue.check.rule import Rule
from socialvalue.records import Severity

RULE = Rule(
    id="same-as-before",
    severity=Severity.WARNING,
    group="Traps",
    title="Figures are not those of the period before",
    why="Figures are told again in the next story or copied into the next form, and then they count twice.",
    example="41 weeks in two quarters running",
    mend="Look whether it was copied. If it is right, keep it and say so in {the_note}.",
    find=Clauses(
        Clause(
            "series",
            "quantity",
            when="quantity == before and quantity >= 20",
            say="{quantity} is exactly what the period before reports.",
            value="{quantity}",
        ),
    ),
)
