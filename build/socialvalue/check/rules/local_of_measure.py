"""A line that says what local means counts a measure that is about local things."""

from socialvalue.check.clauses.clause import Clause, Clauses
from socialvalue.check.rule import Rule
from socialvalue.records import Severity

SAID = "{measure} ({measure_name}) is not about what is local, and the line says what local means."

RULE = Rule(
    id="local-of-measure",
    severity=Severity.NOTE,
    group="Measures",
    title="What local means is said where it matters",
    why="Spend with small firms and spend with local firms are two measures. A definition of local in the wrong one "
    "shows that the code was mistaken.",
    example="fw1,62.5,weeks with the local_definition within 30 miles",
    mend="Look whether the measure for local ones is meant. If not, take the definition away.",
    find=Clauses(
        Clause(
            "lines",
            "local_definition",
            when="known and given(local_definition) and not measure_local",
            say=SAID,
            value="{local_definition}",
        ),
        Clause(
            "lines",
            "local_area_set",
            when="known and empty(local_definition) and given(local_area_set) and not measure_local",
            say=SAID,
            value="{local_area_set}",
        ),
    ),
)
