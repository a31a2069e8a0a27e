"""What a title, a sheet’s name, a row below or a period says of all figures: targets, totals so far, other days."""

import re
from collections.abc import Iterator, Sequence

from socialvalue.check.units_said import COUNTS
from socialvalue.intake.headings import DONE, NOT_DONE, says_so_far
from socialvalue.intake.planned_rows import planned_rows
from socialvalue.intake.questions import LEAVE_OUT, Answers, Choice, Question
from socialvalue.intake.register import Register
from socialvalue.intake.table import Table
from socialvalue.intake.units import unit_meant
from socialvalue.intake.workbook import Workbook, place, shown

OF_FIGURES = re.compile(
    r"\b(?:figures?|numbers?|values|quantit(?:y|ies)|amounts?|data|all|these|above)\b", re.IGNORECASE
)
"""What says of a longer text, or of one below the rows, that it speaks of the figures."""
NOT_YET = re.compile(r"\b(?:not|yet|await(?:s|ed|ing)?|to be)\b", re.IGNORECASE)
SINCE = re.compile(
    r"\bsince\b(?!\s+(?:the\s+|its\s+)?(?:start|beginning|project|contract|site|commencement|inception|outset|launch|"
    r"[0-9]|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))",
    re.IGNORECASE,
)
"""What is no total so far in a title: working here since then."""
MONTHS = (
    r"jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|"
    r"nov(?:ember)?|dec(?:ember)?"
)
OTHER_DAYS = re.compile(
    r"\b(?:incl\w*|of which|covers?|carried (?:over|forward) from)\b.*?"
    rf"\b(?:q(?:uarter|tr)?\.?\s*[1-4]|{MONTHS}|(?:last|previous|prior|earlier|other)\s+(?:quarter|month|year|period)s?|20[0-9]{{2}})\b",
    re.IGNORECASE,
)
"""Figures include Q1."""
IN_UNIT = re.compile(r"\b(?:in|as)\s+(?:whole\s+|half\s+|full\s+)?([a-z]+)", re.IGNORECASE)
NOT_IN = re.compile(r"\b([a-z]+)\s*,?\s*(?:and\s+)?not\s+(?:in\s+)?([a-z]+)", re.IGNORECASE)
SHORT = 8
"""Words of a title that speaks of the table, and of none of its rows."""
ASKED = {
    "done": "Are the figures what was done, and no plan?",
    "alone": "Are the figures those of the period alone?",
    "units": "Is each figure in the unit of its measure?",
}
NAMED = 3
LONG = 80
Said = tuple[str, str]
"""Where a text stands, and the text."""


def so_far(table: Table) -> Said | None:
    """What says of all figures that they are totals so far; None where a column beside them has such totals."""
    if table.of("quantity") and table.of("running_total"):
        return None
    return next((said for said in _texts(table) if says_so_far(SINCE.sub(" ", said[1]))), None)


def left_out(
    tables: Sequence[tuple[Workbook, Table]], register: Register, answers: Answers
) -> list[tuple[Workbook, Table]]:
    """The tables whose figures are not what a return holds, where that was the answer."""
    left = []
    for book, table in tables:
        said = list(_texts(table))
        texts = {
            "done": [each for each in said if _is_not_done(each[1], table)],
            "alone": [each for each in said if OTHER_DAYS.search(each[1])],
            "units": [each for each in said if not table.of("unit") and _names_unit(each[1], register)],
        }
        asked = [_question(kind, table, found) for kind, found in texts.items() if found]
        if LEAVE_OUT in [answers.to(question) for question in asked]:
            left.append((book, table))
    return left


def _question(kind: str, table: Table, said: Sequence[Said]) -> Question:
    words = "; ".join(f"{where} says “{shown(text, LONG)}”" for where, text in said[:NAMED])
    choices = (Choice("yes", "yes, all of them"), Choice(LEAVE_OUT, "no: leave them out"))
    more = ("Or say in the file which of its figures are meant, and import it again.",)
    return Question(f"{kind}:{table.sheet.key}", f"{words}. {ASKED[kind]}", choices, more=more)


def _texts(table: Table) -> Iterator[Said]:
    """The texts that speak of all figures, or of those of a period."""
    sheet = table.sheet.name
    yield "The name of the sheet", sheet
    groups = {column.group for column in table.columns}
    for row in range(1, table.header):
        for at, text in enumerate(table.sheet.rows[row - 1], start=1):
            words = " ".join(text.split())
            if words and words not in groups and (len(words.split()) <= SHORT or OF_FIGURES.search(words)):
                yield f"{shown(sheet)}!{place(row, at)}", words
    yield from _below(table)


def _below(table: Table) -> Iterator[Said]:
    periods = table.of("period") + table.of("period_part")
    figures = {column.number for column in table.of("quantity") + table.of("running_total")}
    seen: set[str] = set()
    plans = planned_rows(table)
    for row in table.numbers():
        filled = [(at, text.strip()) for at, text in enumerate(table.sheet.rows[row - 1], start=1) if text.strip()]
        alone = len(filled) == 1 and filled[0][0] not in figures and OF_FIGURES.search(filled[0][1])
        said = filled if alone else [(at.number, table.cell(row, at.number)) for at in periods if row not in plans]
        for at, text in said:
            if text not in seen:
                seen.add(text)
                yield f"{shown(table.sheet.name)}!{place(row, at)}", text


def _is_not_done(text: str, table: Table) -> bool:
    words = _words(text)
    if not words & NOT_DONE:
        return False
    headings = [_words(column.heading) for column in table.of("quantity") + table.of("running_total")]
    own = bool(words & DONE) or all(each & DONE for each in headings)
    return not own or bool(OF_FIGURES.search(text) and (not words & DONE or NOT_YET.search(text)))


def _words(text: str) -> set[str]:
    return set(re.findall(r"[a-z]+", text.casefold()))


def _names_unit(text: str, register: Register) -> bool:
    """Whether a text says a unit of all figures: figures in days, not hours."""
    contrast = [word for found in NOT_IN.finditer(text) for word in found.groups()]
    if len(contrast) > 1 and all(_is_unit(word, register) for word in contrast):
        return True
    ends = [
        found[1] for found in IN_UNIT.finditer(text) if OF_FIGURES.search(text) or not text[found.end() :].strip(" .")
    ]
    return any(_is_unit(word, register) for word in ends)


def _is_unit(word: str, register: Register) -> bool:
    meant = unit_meant(word, register, register.framework(""))
    return meant is not None and meant.codes != COUNTS and "gbp" not in meant.codes
