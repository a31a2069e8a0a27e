"""A row that begins with “of which” is in the figure above it: what becomes of it is asked."""

import re
from collections.abc import Container
from dataclasses import dataclass, field

from socialvalue.intake.questions import LEAVE_OUT, Answers, Choice, Question
from socialvalue.intake.table import Table
from socialvalue.intake.workbook import shown

OF_WHICH = re.compile(r"\W*(?:of (?:which|these|those|whom|this|that)|thereof|including|incl\.?)\b", re.IGNORECASE)
NAMED = 6
PART, APART = "part", "apart"


@dataclass
class Parts:
    """The rows of a table that are in the figures of rows above them."""

    wholes: dict[int, int] = field(default_factory=dict)
    """Each row that is part of another by an answer, with that."""
    left: dict[int, tuple[int, str, str]] = field(default_factory=dict)
    """Rows that are left out by an answer: the column, its text, and why."""
    waits: dict[int, str] = field(default_factory=dict)
    """Rows that wait for an answer, each with the key of its question."""


def parts_of_above(table: Table, left: Container[int], answers: Answers) -> Parts:
    """What becomes of them. `left` are the rows that are left out already."""
    found, above = Parts(), _rows_with_above(table, left)
    if not above:
        return found
    at = table.of("measure")[0].number
    texts = {row: table.cell(row, at) for row in above}
    named = ", ".join(f"“{shown(text)}” in row {row}" for row, text in list(texts.items())[:NAMED])
    sheet = table.sheet.name
    choices = (
        Choice(PART, "they are: each becomes a line that is part of the line above it"),
        Choice(LEAVE_OUT, "they are: leave them out, the figure above has them"),
        Choice(APART, "they are not: each counts beside the line above it"),
    )
    words = f"In {shown(sheet)}, {named}: are the figures in that of the row above?"
    question = Question(f"parts:{table.sheet.key}", words, choices)
    answer = answers.to(question)
    if not answer:
        found.waits = dict.fromkeys(above, question.key)
    elif answer == LEAVE_OUT:
        found.left = {row: (at, texts[row], f"in the figure of row {whole}") for row, whole in above.items()}
    elif answer == PART:
        found.wholes = above
    return found


def _rows_with_above(table: Table, left: Container[int]) -> dict[int, int]:
    """Each row that begins so and has a figure, with the one above it that doesn't."""
    figures = table.of("quantity") + table.of("running_total")
    found: dict[int, int] = {}
    whole = 0
    for row in table.numbers() if table.of("measure") and not table.of("part_of") else ():
        if row in left or not any(table.cell(row, column.number) for column in figures):
            continue
        if not OF_WHICH.match(table.text(row, "measure")):
            whole = row
        elif whole:
            found[row] = whole
    return found
