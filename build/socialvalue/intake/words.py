"""From the words of a file to the codes of a return. What is not certain is a question, asked once for each word."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from socialvalue.domain.spans import CALENDAR, FINANCIAL, Span
from socialvalue.intake.measures import candidates, named
from socialvalue.intake.periods import MONTH_OF, spans_of
from socialvalue.intake.questions import LEAVE_OUT, Answers, Choice, Question
from socialvalue.intake.register import Register
from socialvalue.intake.units import Unit
from socialvalue.intake.workbook import shown
from socialvalue.records.naming import name_meant
from socialvalue.workbooks import layout

EMPTY = "empty"
"""The answer that leaves a cell empty."""
SAME = "same name"
PLAIN = re.compile(r"[\s_-]+")
NOT_DONE = {"planned", "forecast", "forecasted", "not started", "cancelled", "canceled", "postponed", "proposed",
            "expected", "future", "to do", "not yet started", "upcoming", "scheduled"}  # fmt: skip
"""What a row says that tells of nothing that was done."""
MARK = {"project": "that the file says it is for", "area": "where", "organisation": "who did it"}


@dataclass(frozen=True)
class Read:
    """What a word was read as: a code, or LEAVE_OUT or EMPTY. And why.

    While a question about it stands open, the code is "" and `why` the key of the question.
    """

    code: str
    why: str = ""


@dataclass
class Words:
    """Reads the words of one import. Each word is read once, and holds for every cell that says it."""

    register: Register
    answers: Answers
    _read: dict[tuple[str, ...], Read] = field(default_factory=dict)
    _spans: dict[str, Span | None] = field(default_factory=dict)

    def _once(self, key: tuple[str, ...], read: Callable[[], Read]) -> Read:
        if key not in self._read:
            self._read[key] = read()
        return self._read[key]

    def named(self, kind: str, text: str, likely: Sequence[str] = (), of_rows: bool = True) -> Read:
        """A project, area or organisation. `likely` are keys to offer where none is near: the areas of the project.

        Where it is `of_rows`, and not of the whole file, these may be left out: it may be a total, or a target.
        """
        return self._once((kind, text, *likely, str(of_rows)), lambda: self._named(kind, text, likely, of_rows))

    def _named(self, kind: str, text: str, likely: Sequence[str], of_rows: bool) -> Read:
        if exact := self.register.exact(kind, text):
            return Read(exact, SAME)
        key = f"{kind}:{name_meant(text)}"
        if of_rows and (others := self.answers.of_the_rest(key)) is not None:
            return Read(others, self.answers.last)
        near = self.register.near(kind, text)
        choices = [Choice(key, f"{self.register.name(kind, key)} ({key})") for key in near[:5]]
        choices += [Choice(key, f"{self.register.name(kind, key)} ({key}), where the project lies")
                    for key in likely if key not in near]  # fmt: skip
        rest = [Choice(EMPTY, "leave the cell empty")] if kind != "project" else []
        rest += [Choice(LEAVE_OUT, "leave the rows out")] if of_rows else []
        default = (
            near[0] if len(near) == 1 and kind != "project" else ""
        )  # figures of another project are worse than none
        question = Question(
            key,
            f'Which {kind} is "{shown(text)}"?',
            (*choices, *rest),
            default,
            f"the name of the {kind} in the register",
            lambda typed: self.register.exact(kind, typed),
            kept=True,
        )
        answer = self.answers.to(question)
        why = self.register.name(kind, answer) if answer not in ("", LEAVE_OUT, EMPTY) else ""
        return Read(answer, why if answer else question.key)

    def span(self, text: str) -> Span | None:
        """The days of a period; None while that stands open. Raises KeyError for words that are none."""
        if text not in self._spans:
            spans = spans_of(text, self.register.quarters)
            if not spans:
                raise KeyError(text)
            self._spans[text] = spans[0] if len(spans) == 1 else self.which_span(text, spans)
        return self._spans[text]

    def which_span(self, text: str, spans: Sequence[Span]) -> Span | None:
        """Which of two periods is meant by a word that each calendar has. Asked once for the file."""
        second = re.search(r"[0-9]{4}\s*[-/–]\s*[0-9]{2}", text)
        key = "quarters" if "q" in text.casefold() else "years"
        shown_as = [f"{span.words}{f'   {span.also}' if span.also else ''}" for span in spans]
        own = [_own(text, span) for span in spans]
        by_start = ["calendar" if each else "financial" for each in own]
        month = MONTH_OF.fullmatch(text.strip().casefold())
        if month and not month["fy"]:
            by_start = [CALENDAR, FINANCIAL]
        elif month or len(set(by_start)) < len(spans):
            by_start = [span.folder for span in spans]
        choices = [Choice(kind, words) for kind, words in zip(by_start, shown_as, strict=True)]
        default = by_start[0] if second else ""
        key = f"{key}:financial-year" if second else f"{key}:{name_meant(text)}" if month and month["fy"] else key
        question = Question(key, f'"{shown(text)}": which days?', choices, default, kept=True)
        answer = self.answers.to(question)
        return spans[by_start.index(answer)] if answer in by_start else None

    def measure(self, text: str, unit: Unit | None, framework: str) -> Read:
        """The code of a measure."""
        codes = unit.codes if unit else ()
        return self._once(("measure", text, framework, *codes), lambda: self._measure(text, unit, framework))

    def _measure(self, text: str, unit: Unit | None, framework: str) -> Read:
        register = self.register
        if exact := named(register, text, framework):
            return Read(exact, SAME)
        key = f"measure:{name_meant(text)}"
        if (others := self.answers.of_the_rest(key)) is not None:
            return Read(others, self.answers.last)
        found, default = candidates(register, text, unit, framework)
        choices = [Choice(code, f"{code} {words}") for code, words in found]
        question = Question(
            key,
            f'Which measure is "{shown(text)}"?',
            (*choices, Choice(LEAVE_OUT, "leave the rows out")),
            default,
            "the code or the name of another measure",
            lambda typed: register.exact("measure", typed, framework),
            kept=True,
        )
        answer = self.answers.to(question)
        known = register.measures.get((framework, answer))
        return Read(answer, question.key if not answer else known.name if known is not None else "")

    def status(self, text: str) -> Read:
        """How sure a figure is."""
        return self._choice("status", text, {**layout.STATUSES, **{v: v for v in layout.STATUSES.values()}})

    def tier(self, text: str) -> Read:
        """The part of an organisation in the supply chain."""
        return self._choice("tier", text, {**layout.TIERS, **{v: v for v in layout.TIERS.values()}})

    def bound(self, text: str) -> Read:
        """How exact a figure is: exactly becomes an empty cell."""
        found = self._choice("bound", text, {**layout.BOUNDS, "exact": ""})
        return Read(EMPTY, SAME) if found.why == SAME and not found.code else found

    def kind(self, text: str) -> Read:
        """What kind of document it is."""
        allowed = next(
            f["constraints"]["enum"] for f in self.register.checked.schemas["evidence"]["fields"] if f["name"] == "kind"
        )
        return self._choice("kind", text, {word: word for word in allowed})

    def _choice(self, column: str, text: str, known: dict[str, str]) -> Read:
        bare = {PLAIN.sub(" ", word.casefold()): word for word in known}
        low = PLAIN.sub(" ", text.strip().casefold())
        if low in bare:
            return Read(known[bare[low]], SAME)
        values = list(dict.fromkeys(value for value in known.values() if value))
        choices = [*(Choice(value, value) for value in values), Choice(EMPTY, "leave the cell empty")]
        default = ""
        if column == "status":
            choices.append(Choice(LEAVE_OUT, "leave the rows out"))
            default = LEAVE_OUT if low in NOT_DONE else ""
        words = f'What is "{shown(text)}" ({column})?'
        question = Question(f"{column}:{name_meant(text)}", words, choices, default, kept=True)
        answer = self.answers.to(question)
        return Read(answer, "answer" if answer else question.key)


def _own(text: str, span: Span) -> bool:
    """Whether a span is that of the calendar's own year for the words of a quarter or a year."""
    quarter = re.search(r"q[a-z.]*\s*([1-4])", text.casefold())
    return span.start.month == (int(quarter[1]) * 3 - 2 if quarter else 1)
