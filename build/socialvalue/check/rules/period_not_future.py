"""A return reports what was delivered, so its period is over."""

from socialvalue.check.clauses.clause import Clause, Clauses
from socialvalue.check.rule import Rule
from socialvalue.records import Severity

RULE = Rule(
    id="period-not-future",
    severity=Severity.ERROR,
    group="Periods",
    title="The period is over",
    why="A return is a record. What is still hoped for belongs in targets.csv.",
    example='"end": "2099-03-31"',
    mend="Wait until the period is over, or correct the day.",
    find=Clauses(
        Clause(
            "returns",
            "received_on",
            when="given(received_on) and received_on > today and not clock_is_slow",
            say="{received_on:day} has not come yet.",
            mend="Correct the day.",
            value="{received_on}",
        ),
        Clause(
            "returns",
            "compiled_on",
            when="empty(received_on) and compiled_on > today and not clock_is_slow",
            say="{compiled_on:day} has not come yet.",
            mend="Correct the day.",
            value="{compiled_on}",
        ),
        Clause(
            "returns",
            "period.end",
            when="told <= today and end_as_told > told and not clock_is_slow",
            say="The period ends on {end:day}, after the return was made ({told:day}).",
            value="{end}",
        ),
        Clause(
            "returns",
            "period.end",
            when="told <= today and end_as_told <= told and end > today and not clock_is_slow",
            say="The period ends on {end:day}, which has not come yet.",
            value="{end}",
        ),
    ),
)
