"""What the cell for a document says: its title; that there is none; or that there is one, without its name."""

import tomllib
from pathlib import Path

from socialvalue.intake.questions import Choice, Question
from socialvalue.intake.words import EMPTY
from socialvalue.intake.workbook import shown
from socialvalue.records.naming import name_meant

ONCE: dict[str, list[str]] = tomllib.loads(Path(__file__).with_name("no_titles.toml").read_text(encoding="utf-8"))
"""The words that are no title, by what they say."""
NONE, SOME = (frozenset(ONCE[kind]) for kind in ("none", "some"))


def says_none(text: str) -> bool:
    """Whether a cell says that there is no document: No, tbc, n/a."""
    return _bare(text) in NONE


def says_some(text: str) -> bool:
    """Whether a cell says that there is a document, and not which: Yes, attached."""
    return _bare(text) in SOME


def _bare(text: str) -> str:
    low = " ".join(text.casefold().split())
    return low.rstrip(".!") or low


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
