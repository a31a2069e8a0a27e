"""Read one cell of a list into the text that its column takes. What is not certain is a question."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from socialvalue.check.names import plain
from socialvalue.check.scales import scale_in
from socialvalue.intake.amounts import amount
from socialvalue.intake.days import day_of
from socialvalue.intake.not_known import says_not_known
from socialvalue.intake.questions import Answers, Choice, Question
from socialvalue.intake.units import WORDS, scaled, unit_of_heading
from socialvalue.intake.words import EMPTY
from socialvalue.intake.workbook import place, shown
from socialvalue.records.naming import name_meant

BOUND = {"total_cost_gbp": "total_cost_bound", "grant_gbp": "grant_bound", "homes": "bound", "quantity": "bound"}
"""The column that says how exact a figure is."""
COMPANY, CHARITY = "GB-COH-", "GB-CHC-"
"""Companies House and the Charity Commission, in the lists of org-id.guide."""
COMPANY_NUMBER = re.compile(r"(?P<digits>[0-9]{1,8})|[A-Z]{2}[0-9]{6}|[A-Z][0-9]{7}|[A-Z]{2}[0-9]{5}[A-Z]")
"""Of England and Wales with its noughts or without, of Scotland, of Northern Ireland, of other bodies."""
CHARITY_NUMBER = re.compile(r"[0-9]{6,7}(-[0-9]{1,3})?")
DIGITS = 8
COUNTED = ("homes", "units", "dwellings", "plots")
"""What may stand beside a number of homes."""
AS_IT_STANDS = "as-it-stands"
NOT_KNOWN = "not known: leave it empty"
NOTHING_KNOWN = "nothing is known"
EMPTY_BRACKETS = re.compile(r"\s*(?:\([\s-]*\)|\[[\s-]*\])")
"""What a form leaves behind a name where nothing was filled in: Smith Ltd ()."""


@dataclass(frozen=True)
class Cell:
    """A cell of a list: where it stands, its heading and its text."""

    sheet: str
    row: int
    column: int
    heading: str
    text: str

    @property
    def named(self) -> str:
        """As a spreadsheet names it, with its sheet."""
        return f"{self.sheet}!{place(self.row, self.column)}"


@dataclass(frozen=True)
class Value:
    """What a cell says in its column, and why that is another text; or the question that stands open."""

    text: str = ""
    why: str = ""
    bound: str = ""
    unit: str = ""
    """The word that stands with a number: 40 weeks."""
    waits: str = ""


def value_of(cell: Cell, column: str, field: Mapping[str, Any], order: str, answers: Answers, table: str) -> Value:
    """Read a cell as a column of a schema takes it."""
    rules = field.get("constraints", {})
    if "enum" in rules and (plain(cell.text) in map(plain, rules["enum"]) or not says_not_known(cell.text)):
        return _word(cell, f"{table}.{column}", rules["enum"], answers)
    if says_not_known(cell.text, field["type"] in ("number", "integer")):
        return Value("", NOTHING_KNOWN)
    if column == "identifier":
        return _identifier(cell, answers)
    if field["type"] in ("number", "integer"):
        return _number(cell, field["type"] == "integer", column, answers)
    if field["type"] == "date" or ("2[01]" in rules.get("pattern", "") and "http" not in rules["pattern"]):
        return _day(cell, order, answers)
    text = " ".join(cell.text.split())
    return Value(text, "" if text == cell.text.strip() else "spaces")


def _word(cell: Cell, key: str, allowed: Sequence[str], answers: Answers) -> Value:
    same = {plain(word): word for word in allowed}
    if (low := plain(cell.text)) in same:
        return Value(same[low], "as the register writes it")
    choices = [*(Choice(word, word) for word in allowed), Choice(EMPTY, "leave the cell empty")]
    question = Question(
        f"{key}:{name_meant(cell.text)}", f'What is "{shown(cell.text)}" ({cell.heading})?', choices, kept=True
    )
    return _answered(question, answers, lambda said: Value("" if said == EMPTY else said, "answer"))


def _identifier(cell: Cell, answers: Answers) -> Value:
    """A public number with its list: that of a company with the noughts that a spreadsheet takes away."""
    bare = "".join(cell.text.split()).upper()
    if bare.startswith("GB-"):
        return Value(bare)
    if "charity" in cell.heading.casefold() and CHARITY_NUMBER.fullmatch(bare):
        return Value(f"{CHARITY}{bare}", "a charity’s number")
    if number := _company(bare):
        return Value(number, "a company’s number")
    question = Question(
        f"cell:{cell.named}",
        f"{cell.named}: “{shown(cell.text)}” is no number of Companies House. What is it?",
        [Choice(EMPTY, NOT_KNOWN)],
        typed="a company’s number, or one with its list as in GB-CHC-1234567",
        reads=lambda typed: typed.strip() if typed.startswith("GB-") else _company("".join(typed.split()).upper()),
    )
    return _answered(question, answers, lambda said: Value("" if said == EMPTY else said, "answer"))


def _company(bare: str) -> str:
    """A company's number with its list; "" for what can be none."""
    found = COMPANY_NUMBER.fullmatch(bare)
    if not found or not bare.strip("0"):
        return ""
    return f"{COMPANY}{bare.zfill(DIGITS) if found['digits'] else bare}"


def _number(cell: Cell, whole: bool, column: str, answers: Answers) -> Value:
    read = amount(cell.text)
    if read.absent == "not-sent":
        return Value("", NOTHING_KNOWN)
    other = "" if read.word and column == "quantity" else _other_unit(cell.heading, column)
    odd = other or not _in_unit(read.word, column)
    if not read.number or odd:
        under = f" under “{shown(cell.heading)}”" if other else ""
        said = f"{cell.named}: “{shown(cell.text)}”{under} {read.said or 'is no plain number'}. What is it?"
        question = Question(
            f"cell:{cell.named}",
            said,
            [Choice(EMPTY, NOT_KNOWN)],
            typed="a plain number",
            reads=_plain,
        )
        return _answered(question, answers, lambda said: Value("" if said == EMPTY else said, "answer"))
    number = read.number
    if scale := None if read.whole else scale_in(cell.heading):
        times = scaled(number, scale)
        if read.word or not scale.pounds:
            said = answers.to(_scale(cell, number, times))
            if not said:
                return Value(waits=f"scale:{cell.named}")
            times = number if said == AS_IT_STANDS else times
        number = times
    if whole and "." in number:
        number = str(Decimal(number).quantize(Decimal(1), ROUND_HALF_UP))
    why = [] if number == cell.text.strip() else ["a plain number"]
    if read.bound and column not in BOUND:
        why.append(f"“{read.bound}” has no place here")
    return Value(number, "; ".join(why), read.bound if column in BOUND else "", read.word)


def _other_unit(heading: str, column: str) -> str:
    """The unit that a heading says, where its column holds another: Grant (€), Capacity (ha). Else empty."""
    said = unit_of_heading(heading)
    return "" if _in_unit("£" if "£" in said else said.casefold(), column) else said


def _in_unit(word: str, column: str) -> bool:
    """Whether what stands with a number is what its column counts: £ in one of pounds, plots in one of homes."""
    if column == "quantity":
        return word in ("", "£", *WORDS, *COUNTED)
    codes = WORDS.get(word, ())
    if column.endswith("_gbp"):
        return not word or "gbp" in codes
    if column == "homes":
        return not word or "homes" in codes or word in COUNTED
    return not word or (column == "population" and "headcount" in codes)


def _plain(typed: str) -> str:
    return amount(typed).number


def _scale(cell: Cell, number: str, times: str) -> Question:
    """What is meant where a heading says thousands and the cell says pounds, or the heading doesn't say of what."""
    words = f"{cell.named} is “{shown(cell.text)}” under “{shown(cell.heading)}”. Which is meant?"
    return Question(f"scale:{cell.named}", words, [Choice("times", times), Choice(AS_IT_STANDS, number)])


def _day(cell: Cell, order: str, answers: Answers) -> Value:
    if day := day_of(cell.text, order):
        return Value(day, "" if day == cell.text.strip() else "a day as it is kept")
    question = Question(
        f"cell:{cell.named}",
        f"{cell.named}: “{shown(cell.text)}” is no day, month or year. When is it?",
        [Choice(EMPTY, "not known: leave it empty")],
        typed="a day, a month or a year",
        reads=lambda typed: day_of(typed, order),
    )
    return _answered(question, answers, lambda said: Value("" if said == EMPTY else said, "answer"))


def _answered(question: Question, answers: Answers, made: Callable[[str], Value]) -> Value:
    said = answers.to(question)
    return made(said) if said else Value(waits=question.key)
