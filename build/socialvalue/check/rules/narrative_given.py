"""A line tells what was done, where its measure asks for that."""

from socialvalue.check.clauses.clause import Clause, Clauses
from socialvalue.check.rule import Rule
from socialvalue.records import Severity

RULE = Rule(
    id="narrative-given",
    severity=Severity.WARNING,
    group="Evidence",
    title="Words stand beside the number where the measure asks",
    why="Three projects can be three benches or three halls. For such measures the words are the result.",
    example="co1,3,projects without a public_note",
    mend="Say in {the_note} what was done, where and for whom, without names of people.",
    find=Clauses(
        Clause(
            "lines",
            "public_note",
            when="measure_needs_narrative and empty(public_note) and quantity > 0",
            say="{measure} ({measure_name}) needs a few words on what was done.",
        ),
    ),
)
