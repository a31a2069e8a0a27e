"""Asks which document is meant where the cell for it says that there is one, without its name."""

from socialvalue.check.document_titles import says_none, says_some
from socialvalue.intake.questions import Choice, Question
from socialvalue.intake.words import EMPTY
from socialvalue.intake.workbook import shown
from socialvalue.records.naming import name_meant


def which_document(text: str, heading: str) -> Question:
    """Asks, once for the file, which document the rows with that word have."""
    return Question(
        f"evidence:{name_meant(text) or 'tick'}",
        f'"{shown(text)}" in {shown(heading)} says that there is a document. Which?',
        (Choice(EMPTY, "name none: then the rows are as sure as without a document"),),
        typed="the document’s name, if it is the same for all these rows",
        reads=lambda typed: "" if says_none(typed) or says_some(typed) else typed.strip(),
        more=("Or write the name of each document into its cell, and import the file again.",),
    )
