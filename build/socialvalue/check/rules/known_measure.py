"""A line counts a measure that the return's framework has."""

from socialvalue.check.clauses.clause import Clause, Clauses
from socialvalue.check.rule import Rule
from socialvalue.records import Severity

RULE = Rule(
    id="known-measure",
    severity=Severity.ERROR,
    group="Measures",
    looks_up=True,
    title="The measure is in the framework",
    why="A line with an unknown measure has no unit and no unit value, so nobody can say what it counts.",
    example="fw99",
    mend="Use a code from the measures of the framework that the return names.",
    find=Clauses(
        Clause(
            "lines",
            "measure",
            when="not known and given(measure) and framework in frameworks and given(measure_meant)",
            say='"{measure}" is not a measure of {framework}.',
            mend="{write_measure}",
            suggest="{measure_meant}",
            value="{measure}",
        ),
        Clause(
            "lines",
            "measure",
            when="not known and given(measure) and framework in frameworks and empty(measure_meant)",
            say='"{measure}" is not a measure of {framework}.',
            mend="{use_measures}",
            value="{measure}",
        ),
    ),
)
