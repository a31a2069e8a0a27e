"""What each row is, where measures stand in the headings: a plan is left out, and what is not clear is asked about."""

import re
from collections.abc import Container, Mapping

from socialvalue.check.names import plain
from socialvalue.intake.headings import DONE, NOT_DONE, field_of, is_total, says_so_far
from socialvalue.intake.questions import Answers, Choice, Question
from socialvalue.intake.rows_that_count import ALL, NAMED, Counting, rows_named, with_figures
from socialvalue.intake.table import Table
from socialvalue.intake.workbook import letters, shown
from socialvalue.records.naming import name_meant

NONE = "none"


def rows_by_label(table: Table, left: Container[int], answers: Answers) -> Counting:
    """Ask which rows are of the return, where the words for a row don't say it. `left` are left out already."""
    found = Counting()
    for column in table.of("row")[:1]:
        texts = {
            row: text
            for row in with_figures(table)
            if row not in left and (text := table.cell(row, column.number)) and not is_total([text])
        }
        unclear = {row: text for row, text in texts.items() if not _is_done(text)}
        if not unclear:
            continue
        question, taken = _question(table, column.number, column.heading, unclear)
        answer = answers.to(question)
        for row, text in unclear.items():
            if not answer:
                found.waits[row] = question.key
            elif row not in taken[answer]:
                found.left[row] = (column.number, text, f"{shown(text)}: left out by an answer")
    return found


def _is_done(text: str) -> bool:
    """Whether a row says that its figures were delivered, and nothing of other days or of plans."""
    words = set(re.findall(r"[a-z]+", text.casefold()))
    return not says_so_far(text) and (plain(text) in DONE or (field_of(text) == "quantity" and not words & NOT_DONE))


def _question(
    table: Table, number: int, heading: str, texts: Mapping[int, str]
) -> tuple[Question, Mapping[str, list[int]]]:
    """The question which of some rows are meant, and the rows that each answer takes."""
    once = list(dict.fromkeys(texts.values()))
    taken = {ALL: list(texts)}
    words = {ALL: f"all of them, and each counts beside the others: {rows_named(list(texts))}"}
    for text in once[:NAMED] if len(once) > 1 else ():
        key = f"says-{name_meant(text) or text}"
        taken.setdefault(key, []).extend(row for row, said in texts.items() if said == text)
        words[key] = f"“{shown(text)}” alone: {rows_named(taken[key])}"
    taken[NONE], words[NONE] = [], "none of them: leave them out"
    sheet = table.sheet.name
    called = f"“{shown(heading)}”" if heading else f"column {letters(number)}"
    named = ", ".join(f"“{shown(text)}”" for text in once[:NAMED])
    more = f" and {len(once) - NAMED:,} more" if len(once) > NAMED else ""
    return (
        Question(
            f"labels:{table.sheet.key}",
            f"In {shown(sheet)}, {called} names no measure: it says {named}{more}. Which rows are this return’s?",
            [Choice(name, said) for name, said in words.items()],
        ),
        taken,
    )
