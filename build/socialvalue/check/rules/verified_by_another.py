"""Verified means that somebody else than the submitter looked."""

from socialvalue.check.clauses.clause import Clause, Clauses
from socialvalue.check.rule import Rule
from socialvalue.records import Severity

NAMED = 'status == "verified" and given(evidence) and evidence_there'

RULE = Rule(
    id="verified-by-another",
    severity=Severity.ERROR,
    group="Evidence",
    title="Verified lines were checked by somebody else",
    why="Nobody can verify their own figures. The pages show verified figures as the surest of all.",
    example="a verified line whose evidence was checked by the builder that submits it",
    mend="Name in {the_checked_by} the organisation that checked it, or call the line {the_evidenced}.",
    find=Clauses(
        Clause(
            "lines",
            "status",
            when=f"{NAMED} and empty(checked_by)",
            say="The line is verified, but {evidence} does not say who checked it.",
            value="verified",
        ),
        Clause(
            "lines",
            "status",
            when=f"{NAMED} and given(checked_by) and (checked_by == submitter or checked_by == organisation)",
            say="{checked_by} verified a figure of its own.",
            value="verified",
        ),
    ),
)
