"""A quantity has no more decimals than its unit is counted in."""

from socialvalue.check.clauses.clause import Clause, Clauses
from socialvalue.check.rule import Rule
from socialvalue.records import Severity

RULE = Rule(
    id="precision",
    severity=Severity.WARNING,
    group="Quantities",
    title="Quantities are not more exact than they can be counted",
    why="Nobody counts a ten-thousandth of a week. So many decimals are the mark of a number that was worked out, "
    "or of a comma in the wrong place.",
    example="fw1,62.5171,weeks",
    mend="Round it, and say in {the_derivation} how it was worked out.",
    find=Clauses(
        Clause(
            "lines",
            "quantity",
            when="unit == measure_unit and finer(quantity, decimals)",
            say="{quantity} has more decimals than {unit} can have: {decimals}.",
            value="{quantity}",
        ),
    ),
)
