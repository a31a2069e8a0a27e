"""In a public repository no line tells of so few people of a sensitive group that somebody could be recognised."""

from socialvalue.check.clauses.clause import Clause, Clauses
from socialvalue.check.rule import Rule
from socialvalue.records import EACH_A_PERSON, Severity

SENSITIVE = 'public and measure_sensitivity in ("sensitive", "very sensitive")'
UNCOUNTED = "empty(headcount) and not measure_needs_headcount"
EACH = ", ".join(f'"{unit}"' for unit in EACH_A_PERSON)
LESSER = f"unit in ({EACH}) and given(headcount) and headcount >= least_people"
"""The quantity is people too, and the headcount alone would let it through."""
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
            when=f"{SENSITIVE} and given(headcount) and headcount < least_people and (headcount > 0 or quantity > 0)",
            say=FEWER,
        ),
        Clause(
            "lines",
            "quantity",
            when=f"{SENSITIVE} and ({UNCOUNTED} or {LESSER}) and 0 < whole(quantity) < least_people",
            say=FEWER,
        ),
    ),
)
