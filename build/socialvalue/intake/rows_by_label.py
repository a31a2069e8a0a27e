"""What each row is, where measures stand in the headings: a plan is left out, and what is not clear is asked about."""

import re
from collections.abc import Container, Mapping

from socialvalue.check.names import plain
from socialvalue.intake.headings import DONE, NOT_DONE, SAID, field_of, is_total, says_so_far
from socialvalue.intake.questions import Answers, Choice, Question
from socialvalue.intake.rows_that_count import ALL, NAMED, Counting, rows_named, with_figures
from socialvalue.intake.table import Table
from socialvalue.intake.workbook import letters, shown
from socialvalue.records.naming import name_meant

NONE = "none"
PUT_RIGHT = frozenset(SAID["puts_right"])
OTHERS = PUT_RIGHT | frozenset((*SAID["difference"], *SAID["of_others"]))
"""What says of figures that they stand for others, or are of other days."""
SHARE = re.compile(r"%|\b(?:per\s?cent|percentage|rate|share|ratio|average|mean)\b", re.IGNORECASE)
"""What says that figures are parts of others, and none that add up."""
OF_ROWS = ("project", "period", "period_part", "start", "end", "day", "area", "organisation")


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
        if _done_twice(table, texts):
            unclear = texts
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
    """Whether a row says that its figures were delivered, and nothing of other days, of plans, of shares or that they
    stand for others: Achieved, and neither Achieved % nor Achieved (revised)."""
    words = set(re.findall(r"[a-z]+", text.casefold()))
    if says_so_far(text) or SHARE.search(text) or words & (NOT_DONE | OTHERS):
        return False
    return plain(text) in DONE or field_of(text) == "quantity"


def _done_twice(table: Table, texts: Mapping[int, str]) -> bool:
    """Whether several rows speak of what was done, of the same project and days: one of them may stand for another."""
    columns = [column.number for name in OF_ROWS for column in table.of(name)]
    now, section = [""] * len(columns), ""
    seen: set[tuple[str, ...]] = set()
    for row in table.numbers():
        now = [table.cell(row, at) or before for at, before in zip(columns, now, strict=True)]
        section = str(row) if sum(bool(text.strip()) for text in table.sheet.rows[row - 1]) == 1 else section
        if row in texts and _speaks_of_done(texts[row]):
            if (section, *now) in seen:
                return True
            seen.add((section, *now))
    return False


def _speaks_of_done(text: str) -> bool:
    words = set(re.findall(r"[a-z]+", text.casefold()))
    said = _is_done(text) or says_so_far(text) or words & (DONE | PUT_RIGHT) or field_of(text) == "quantity"
    return bool(said) and not words & NOT_DONE


def _question(
    table: Table, number: int, heading: str, texts: Mapping[int, str]
) -> tuple[Question, Mapping[str, list[int]]]:
    """The question which of some rows are meant, and the rows that each answer takes."""
    once = list(dict.fromkeys(texts.values()))
    taken = {ALL: list(texts)}
    words = {ALL: f"all of them, and each counts beside the others: {rows_named(list(texts))}"}
    for text in once[:NAMED] if len(once) > 1 else ():
        key = f"says-{name_meant(text.replace('%', ' percent ')) or text}"
        key = f"{key}-{len(taken)}" if key in taken else key
        taken[key] = [row for row, said in texts.items() if said == text]
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
