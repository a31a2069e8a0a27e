"""A line does not use a measure that was retired before the period began."""

from socialvalue.check.clauses.clause import Clause, Clauses
from socialvalue.check.rule import Rule
from socialvalue.records import Severity

RETIRED = "given(measure_retired_on) and start >= measure_retired_on"

RULE = Rule(
    id="retired-measure",
    severity=Severity.ERROR,
    group="Measures",
    title="Measures are not used after they were retired",
    why="A measure is retired because another counts the same thing better. Whoever uses the old one cannot be "
    "compared with the others.",
    example="fw3, retired on 1 January 2024, in a return for April 2024",
    mend="Use a measure of the framework that is not retired.",
    find=Clauses(
        Clause(
            "lines",
            "measure",
            when=f"{RETIRED} and given(measure_replaced_by)",
            say="{measure} ({measure_name}) was retired on {measure_retired_on:day}.",
            mend="Use {measure_replaced_by}, which took its place, if it counts the same.",
            suggest="{measure_replaced_by}",
            value="{measure}",
        ),
        Clause(
            "lines",
            "measure",
            when=f"{RETIRED} and empty(measure_replaced_by)",
            say="{measure} ({measure_name}) was retired on {measure_retired_on:day}.",
            value="{measure}",
        ),
    ),
)
