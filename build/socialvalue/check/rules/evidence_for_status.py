"""A line that is called evidenced or verified names its evidence."""

from socialvalue.check.clauses.clause import Clause, Clauses
from socialvalue.check.rule import Rule
from socialvalue.records import Severity

RULE = Rule(
    id="evidence-for-status",
    severity=Severity.ERROR,
    group="Evidence",
    title="Evidenced and verified lines name their evidence",
    why="The pages show how sure each figure is. Without evidence it is what the project says of itself.",
    example="evidenced,,",
    mend="Name {the_document}, or call the line {the_self_reported}.",
    find=Clauses(
        Clause(
            "lines",
            "evidence",
            when='status in ("evidenced", "verified") and empty(evidence)',
            say="The line is called {status} and names no evidence.",
        ),
    ),
)
