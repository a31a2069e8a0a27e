"""A project does not deliver five times what it promised."""

from socialvalue.check.clauses.clause import Clause, Clauses
from socialvalue.check.rule import Rule
from socialvalue.records import Severity

RULE = Rule(
    id="five-times-target",
    severity=Severity.WARNING,
    group="Plausibility",
    title="Delivery is not far above the target",
    why="Nobody beats a target five times over. The two are counted differently, or one of them has a nought too many.",
    example="fw1,2500,weeks against a target of 400",
    mend="Look whether target and line count the same thing, in the same unit.",
    find=Clauses(
        Clause(
            "standing",
            "quantity",
            when="newest and promised > 0 and delivered > promised * 5",
            say="{delivered} {unit} in all are more than 5 times the target, {promised}.",
            value="{quantity}",
        ),
    ),
)
