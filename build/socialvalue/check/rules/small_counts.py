"""In a public repository no line tells of so few people of a sensitive group that somebody could be recognised."""

from socialvalue.check.clauses.clause import Clause, Clauses
from socialvalue.check.rule import Rule
from socialvalue.records import Severity

SENSITIVE = 'public and measure_sensitivity in ("sensitive", "very sensitive")'
UNCOUNTED = "empty(headcount) and not measure_needs_headcount"
FEWER = "{measure} ({measure_name}) tells of fewer than {least_people} people."
"""Part of a person is one. Where a headcount is asked for and missing, another rule says so."""

RULE = Rule(
    id="small-counts",
    severity=Severity.ERROR,
    group="Attestations and privacy",
    title="Sensitive counts are not too small",
    why="Few people on a known site can be recognised. With 1 to 4 people, or 1 to 9 where it is about offending, "
    "disability or health, a number tells neighbours something about a person.",
    example="iw2 with a headcount below 10",
    mend="Leave the line out. Report several periods, or several projects of the programme, in one return once they "
    "come to enough people.",
    find=Clauses(
        Clause(
            "lines",
            "headcount",
            when=f"{SENSITIVE} and given(headcount) and 0 < headcount < least_people",
            say=FEWER,
        ),
        Clause(
            "lines",
            "quantity",
            when=f"{SENSITIVE} and {UNCOUNTED} and 0 < whole(quantity) < least_people",
            say=FEWER,
        ),
    ),
)
