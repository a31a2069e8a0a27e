"""The same line does not stand in a return twice under two numbers."""

from socialvalue.check.clauses.clause import Clause, Clauses
from socialvalue.check.rule import Rule
from socialvalue.records import Severity

RULE = Rule(
    id="duplicate-line",
    severity=Severity.WARNING,
    group="Traps",
    title="No line is there twice",
    why="A row that was copied and not changed counts everything in it twice.",
    example="two rows with fw1,60,weeks",
    mend="Delete one of the two. If both are right, say in {the_note} how they differ.",
    find=Clauses(
        Clause(
            "lines",
            "line",
            among="quantity > 0",
            alike=("measure", "quantity", "unit", "area", "organisation", "tier", "local_definition", "part_of"),
            when="nth() > 0",
            names=(("other", "of_first(row)"),),
            say="This says the same as row {other}, under another number.",
            value="{line}",
        ),
    ),
)
