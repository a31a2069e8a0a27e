"""A line of another organisation than the submitter's says where in the supply chain that stands."""

from socialvalue.check.clauses.clause import Clause, Clauses
from socialvalue.check.rule import Rule
from socialvalue.records import Severity

RULE = Rule(
    id="tier-given",
    severity=Severity.WARNING,
    group="Places and organisations",
    title="Lines of the supply chain give their tier",
    why="The main contractor and its subcontractor may both tell of the same job. The tier shows who tells.",
    example="example-roofer,,",
    mend="Choose from: client, main contractor, subcontractor, supplier, partner.",
    find=Clauses(
        Clause(
            "lines",
            "tier",
            when='given(organisation) and empty(tier) and basis == "submitted" and organisation != submitter',
            say="The line is from {organisation}, and does not say in which tier it stands.",
        ),
    ),
)
