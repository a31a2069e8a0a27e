"""Rows of a table that are no figures of the return: targets beside what was done, another project, a second table."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from socialvalue.check.names import plain
from socialvalue.intake.entry import Context
from socialvalue.intake.headings import DONE, NOT_DONE, SAID
from socialvalue.intake.likely_periods import whole_spans
from socialvalue.intake.planned_rows import planned_rows
from socialvalue.intake.questions import LEAVE_OUT, Answers, Choice, Question, yes_or_no
from socialvalue.intake.register import Register
from socialvalue.intake.table import Table
from socialvalue.intake.workbook import place, shown

ABOVE = frozenset(SAID["above"])
"""What a row says that stands alone above others: of the figures of these."""
WORDS = 5
HEADINGS = 2
"""Headings in a row that make it the row of headings once more."""


@dataclass
class Sections:
    """What rows above other rows say of these, by their numbers."""

    left: dict[int, tuple[int, str, str]] = field(default_factory=dict)
    """Rows that are left out: the column and the text that say so, and why."""
    done: set[int] = field(default_factory=set)
    """Rows that say that their figures were delivered."""
    project: dict[int, str] = field(default_factory=dict)
    period: dict[int, str] = field(default_factory=dict)
    waits: dict[int, str] = field(default_factory=dict)
    """Rows that wait for an answer, each with the key of its question."""


@dataclass
class SectionReader:
    """Goes through the rows of a table once, before they are read."""

    table: Table
    context: Context
    register: Register
    answers: Answers
    found: Sections = field(default_factory=Sections)
    _project: str = ""
    _period: str = ""
    _target: str = ""
    _waits: str = ""
    _left: str = ""
    """Why the rows below are left out."""
    _asked: bool = False
    """Whether a row above was asked about."""

    def read(self) -> Sections:
        """What each row is, by what stands in it and above it."""
        quantities = self.table.of("quantity") + self.table.of("running_total")
        figures = {column.number for column in quantities}
        across = all(column.measure for column in quantities)  # then what a row is called names no measure
        not_read = ("left_out", "row", "period", *(["measure"] if across else []))
        unread = [column.number for column in self.table.columns if column.field in not_read]
        plans = planned_rows(self.table)
        for row in self.table.numbers():
            filled = [(at, text) for at, text in enumerate(self.table.sheet.rows[row - 1], 1) if text.strip()]
            if len(filled) == 1 and filled[0][0] not in figures:
                self._alone(row, *filled[0])
            elif self._is_heading(filled):
                self._again(row, *filled[0])
            else:
                self._figures(row, unread, plans.get(row))
        return self.found

    def _figures(self, row: int, unread: Sequence[int], plan: tuple[int, str] | None) -> None:
        said = [plan] if plan else [(at, text) for at in unread if plain(text := self.table.cell(row, at)) in NOT_DONE]
        if said:
            self.found.left[row] = (*said[0], "no figure of what was done")
        elif self._target:
            self.found.left[row] = (1, self.table.cell(row, 1), f"below “{shown(self._target)}”")
        elif self._left:
            self.found.left[row] = (1, self.table.cell(row, 1), self._left)
        if any(plain(self.table.cell(row, at)) in DONE for at in unread):
            self.found.done.add(row)
        for place_of, value in (
            (self.found.project, self._project),
            (self.found.period, self._period),
            (self.found.waits, self._waits),
        ):
            if value:
                place_of[row] = value

    def _alone(self, row: int, column: int, text: str) -> None:
        """A row that is one text: what it says holds for the rows below it."""
        words = [plain(word) for word in text.split()]
        if words and len(words) <= WORDS and words[0] in NOT_DONE | ABOVE | DONE:
            self._target = text if words[0] not in DONE else ""
            return
        projects = [] if self.table.of("project") else self.register.projects_in(text)
        spans = [] if self._has_periods() else whole_spans(text, self.register.quarters)
        other = len(projects) == 1 and projects[0] != (self._project or self.context.project)
        later = bool(spans) and self.context.span not in spans
        if other or later or (spans and self._period):
            self._holds_below(row, column, text, projects[0] if len(projects) == 1 else "", bool(spans))

    def _has_periods(self) -> bool:
        figures = self.table.of("quantity") + self.table.of("running_total")
        return bool(self.table.of("period") or self.table.of("start")) or all(column.period for column in figures)

    def _holds_below(self, row: int, column: int, text: str, project: str, period: bool) -> None:
        sheet = self.table.sheet.name
        words = (
            f'"{shown(text)}" stands alone in {shown(sheet)}!{place(row, column)}. '
            f"Are the rows below it of that {'project' if project else 'period'}?"
        )
        choices = (
            Choice("yes", "yes, and so below each row like it"),
            Choice("no", "no: they are of the project and the days of the sheet"),
            Choice(LEAVE_OUT, "no: leave the rows below it out"),
        )
        question = Question(f"sections:{self.table.sheet.key}", words, choices)
        answer = self.answers.to(question)
        self._asked, self._waits, self._left = True, ("" if answer else question.key), ""
        if answer == "yes":
            self._project = project or self._project
            self._period = text if period else self._period
        elif answer == LEAVE_OUT:
            self._left = f"below “{shown(text)}”"

    def _is_heading(self, filled: Sequence[tuple[int, str]]) -> bool:
        known = {column.number: plain(column.heading) for column in self.table.columns if column.heading}
        same = [at for at, text in filled if known.get(at) == plain(text)]
        return len(same) >= HEADINGS and len(same) == len(filled)

    def _again(self, row: int, column: int, text: str) -> None:
        """The headings once more: a second table, unless a row above it said whose it is."""
        self.found.left[row] = (column, text, "the headings once more")
        if self._asked:
            return
        sheet = self.table.sheet.name
        words = f"Row {row} of {shown(sheet)} has the headings once more. Are the rows below it of the same return?"
        question = yes_or_no(f"again:{self.table.sheet.key}", words)
        answer = self.answers.to(question)
        self._waits = "" if answer else question.key
        self._left = "below the headings once more" if answer == "no" else ""
