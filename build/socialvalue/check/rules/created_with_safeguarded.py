"""What was created and what was kept are not one number."""

from socialvalue.check.clauses.clause import Clause, Clauses
from socialvalue.check.rule import Rule
from socialvalue.records import Severity

BOTH = (
    r"\\b(?:created|new)\\b,?\\s*(?:and|or|&|/)\\s*(?:safeguarded|protected|retained|secured)\\b"
    r"|\\b(?:safeguarded|protected|retained) (?:and|or) created\\b"
)
"""Words that put both into one number; each backslash twice, for it stands in a text of an expression."""
LOOKED_AT = {"lines": ("public_note", "derivation"), "targets": ("words", "note")}

RULE = Rule(
    id="created-with-safeguarded",
    severity=Severity.NOTE,
    group="Traps",
    title="Created and safeguarded are told apart",
    why="A job that would have gone and a new job are both good, and not the same.",
    example='"Jobs created and safeguarded."',
    mend="Give two lines, one for each, if the source tells them apart.",
    find=Clauses(
        *(
            Clause(
                table,
                column,
                when=f'matches({column}, "{BOTH}")',
                say="The number holds what was created and what was kept.",
            )
            for table, columns in LOOKED_AT.items()
            for column in columns
        )
    ),
)
