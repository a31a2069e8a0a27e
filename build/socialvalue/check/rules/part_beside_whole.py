"""A part that is reported beside its whole says that it is a part."""

from socialvalue.check.clauses.clause import Clause, Clauses
from socialvalue.check.rule import Rule
from socialvalue.records import Severity

WHOLE = "empty(area) and empty(organisation) and empty(local_definition)"
"""A line that says one of these tells of less than the whole."""

RULE = Rule(
    id="part-beside-whole",
    severity=Severity.WARNING,
    group="Traps",
    title="Parts say that they are parts",
    why="Two million spent in a town are inside the seven million spent in the county. Added up, they make nine.",
    example="fw1,62.5,weeks and fw1,20,weeks in Northtown",
    mend="Name the line of the whole in {the_part_of}. If it is no part, give the other line its own area or "
    "organisation.",
    find=Clauses(
        Clause(
            "standing",
            "part_of",
            alike=("measure",),
            when=f"not ({WHOLE}) and quantity <= of_first(quantity, {WHOLE})",
            names=(("whole_row", f"of_first(row, {WHOLE})"),),
            say="Row {whole_row} tells of {measure} ({measure_name}) as a whole. This may be a part of it.",
        ),
    ),
)
