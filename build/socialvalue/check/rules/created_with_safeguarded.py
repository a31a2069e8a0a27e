"""What was created and what was kept are not one number."""

from collections.abc import Iterator

from socialvalue.check.rule import Hit, Rule, at
from socialvalue.check.tables import Tables
from socialvalue.records import Severity, rows

BOTH = (
    r"\b(?:created|new)\b,?\s*(?:and|or|&|/)\s*(?:safeguarded|protected|retained|secured)\b"
    r"|\b(?:safeguarded|protected|retained) (?:and|or) created\b"
)
"""Words that put both into one number."""


def find(tables: Tables) -> Iterator[Hit]:
    for name, columns in (("lines", ("public_note", "derivation")), ("targets", ("words", "note"))):
        table = tables[name]
        for column in columns:
            for row in rows(table[table[column].str.contains(BOTH, case=False, regex=True)]):
                yield at(row, column, "The number holds what was created and what was kept.")


RULE = Rule(
    id="created-with-safeguarded",
    severity=Severity.NOTE,
    group="Traps",
    title="Created and safeguarded are told apart",
    why="A job that would have gone and a new job are both good, and not the same.",
    example='"Jobs created and safeguarded."',
    mend="Give two lines, one for each, if the source tells them apart.",
    find=find,
)
