"""From the rows of a table to lines of returns. Every cell that is changed is noted; what is unclear is a question."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from socialvalue.domain.spans import Span
from socialvalue.intake.days import day_of
from socialvalue.intake.entry import SHOWN, Change, Context, Entry, Gathered, Left, LeftOut, Waits
from socialvalue.intake.figures import Figures
from socialvalue.intake.headings import is_total
from socialvalue.intake.likely_periods import possible_spans
from socialvalue.intake.measures import named
from socialvalue.intake.particulars import Particulars
from socialvalue.intake.periods import one_span, spans_of
from socialvalue.intake.questions import LEAVE_OUT, Answers, Choice, Question, yes_or_no
from socialvalue.intake.register import Register
from socialvalue.intake.row_days import span_by_day
from socialvalue.intake.table import Column, Table
from socialvalue.intake.units import split_unit, unit_meant
from socialvalue.intake.words import EMPTY, Read, Words
from socialvalue.intake.workbook import Place, shown
from socialvalue.records.naming import name_meant


@dataclass
class RowReader:
    """Reads the rows of one table."""

    table: Table
    context: Context
    words: Words
    gathered: Gathered
    now: Entry = field(init=False)
    _above: dict[str, str] = field(default_factory=dict)
    """What the rows above say, by field: people leave a cell empty where it is the same."""

    @property
    def answers(self) -> Answers:
        """The answers that hold for the import."""
        return self.words.answers

    @property
    def register(self) -> Register:
        """What names mean."""
        return self.words.register

    def read(self) -> None:
        """Read every row below the headings."""
        figures = self.table.of("quantity") or self.table.of("running_total")
        for row in self.table.numbers():
            cells = [self.table.cell(row, column.number) for column in self.table.columns if column.field != "left_out"]
            if is_total([text for text in cells if text]):
                self.leave(row, 1, next(text for text in cells if is_total([text])), "a total of other rows")
                continue
            if not self._says_something(row, figures):
                if not any(self.table.cell(row, column.number) for column in figures):
                    continue  # what a formula of ours shows in a row that nobody filled in
                self.leave(row, figures[0].number, self.table.cell(row, figures[0].number), "figures alone: a total?")
                continue
            for column in figures:
                self._figure(row, column)

    def _says_something(self, row: int, figures: Sequence[Column]) -> bool:
        """Whether a row has more than figures: one that hasn't is mostly the total of others."""
        numbers = {column.number for column in figures}
        others = [
            column for column in self.table.columns if column.field != "left_out" and column.number not in numbers
        ]
        return not others or any(self.table.cell(row, column.number) for column in others)

    def leave(self, row: int, column: int, was: str, why: str) -> None:
        """Note a cell that nothing is written for, and why."""
        self.gathered.left_out.append(LeftOut(self.table.sheet.name, (row, column), was, why))

    def _figure(self, row: int, column: Column) -> None:
        text = self.table.cell(row, column.number)
        if not text and not self._names_measure(row, column):
            return  # a heading inside the table, or an empty cell of a wide one
        self.now = Entry(self.table.sheet.name, (row, column.number))
        try:
            self._line(row, column, text)
        except Waits as waits:
            self.gathered.pending.append((self.table.sheet.name, (row, column.number)))
            self.waits_for(waits, row, column)
            self._ask_the_rest(row, column)
        except Left as left:
            self.leave(row, column.number, text, str(left))
        else:
            self._shown()
            self.gathered.entries.append(self.now)

    def _shown(self) -> None:
        """Note, before what became of them, the cells of a line that were read as their number format shows them."""
        sheet = self.table.sheet
        self.now.changes[:0] = [
            Change(sheet.name, at, sheet.stored[at], sheet.cell(*at), SHOWN)
            for at in sorted({*self.now.places.values(), self.now.at})
            if at in sheet.stored
        ]

    def waits_for(self, waits: Waits, row: int, column: Column) -> None:
        """Note the cell that an open question is about: that of the column that its key begins with, or the figure."""
        found = self.table.of(waits.key.partition(":")[0])
        at = waits.at or (row, found[0].number if found else column.number)
        self.gathered.waiting.setdefault(waits.key, []).append((self.table.sheet.name, at))

    def _ask_the_rest(self, row: int, column: Column) -> None:
        """Ask what else is unclear in a row that waits, so that it comes up at once, not question after question."""
        self.now.fields.setdefault("project", self.context.project)
        for waits in Particulars(self, row).unclear():
            self.waits_for(waits, row, column)

    def _names_measure(self, row: int, column: Column) -> bool:
        return not column.measure and bool(self.table.text(row, "measure"))

    def _line(self, row: int, column: Column, text: str) -> None:
        figures = Figures(self, row, column)
        amount = figures.amount(text)
        project = self._project(row)
        span = self._span(row, column)
        framework = self.register.framework(project)
        measure = self._measure(row, column, framework)
        self.now.fields |= {"project": project, "start": span.start.isoformat(), "end": span.end.isoformat()}
        self.now.fields |= {"measure": measure}
        figures.settle(amount, self.register.measures[framework, measure], span)
        Particulars(self, row).read()

    def _project(self, row: int) -> str:
        text = self._text(row, "project")
        if not text:
            if self.table.of("project") and not self.context.project:
                raise Left("it names no project")
            return self.context.project
        return self.code(row, "project", self.words.named("project", text))

    def _span(self, row: int, column: Column) -> Span:
        text = column.period or self._text(row, "period")
        if not text and self.table.of("start") and self.table.of("end"):
            return self._two_days(row)
        if not text:
            if self.context.span is None:
                raise Left("it names no period")
            return span_by_day(self, row, self.context.span) if self.table.of("day") else self.context.span
        try:
            span = self.words.span(text)
        except KeyError:
            span = self._typed_span(text)
        if span is None:
            raise Waits(self.answers.last, (row, self.table.of("period")[0].number) if not column.period else None)
        return span

    def _typed_span(self, text: str) -> Span | None:
        """A period that somebody types for words that are none; raises Left where its rows are left out."""
        known = {span.folder: span for span in possible_spans(text, self.register.quarters)}
        question = Question(
            f"period:{name_meant(text)}",
            f'Which days are "{shown(text)}"?',
            (*(Choice(name, span.words) for name, span in known.items()), Choice(LEAVE_OUT, "leave the rows out")),
            typed="the period, as in 2025-q3, 2025-26-q2 or 2025-04-01 to 2025-06-30",
            reads=lambda typed: one_span(typed, self.register.quarters),
        )
        answer = self.answers.to(question)
        if answer == LEAVE_OUT:
            raise Left("left out by an answer")
        if answer in known:
            return known[answer]
        return spans_of(answer, self.register.quarters)[0] if answer else None

    def _two_days(self, row: int) -> Span:
        found = [day_of(self.table.text(row, name), self.context.order) for name in ("start", "end")]
        if not all(len(day) == 10 for day in found) or found[0] > found[1]:
            span = self._typed_span(" to ".join(self.table.text(row, name) for name in ("start", "end")))
            if span is None:
                raise Waits(self.answers.last, (row, self.table.of("start")[0].number))
            return span
        return Span(*map(date.fromisoformat, found))

    def _text(self, row: int, name: str) -> str:
        """The text of a row in a column; that of the row above for an empty cell, where that is the answer."""
        text = self.table.text(row, name)
        if text:
            self._above[name] = text
        if text or name not in self._above:
            return text
        heading = shown(self.table.of(name)[0].heading)
        words = f"{shown(self.table.sheet.name)} has rows with an empty {heading}, as row {row}. The same as above it?"
        answer = self.answers.to(yes_or_no(f"blanks:{name}", words, kept=True))
        if not answer:
            raise Waits(f"blanks:{name}", (row, self.table.of(name)[0].number))
        return self._above[name] if answer == "yes" else ""

    def _measure(self, row: int, column: Column, framework: str) -> str:
        text = column.measure or self._text(row, "measure")
        if not text:
            raise Left("it names no measure")
        other = "" if column.measure else self.table.text(row, "measure_words")
        if other and not named(self.register, text, framework):
            text = other if named(self.register, other, framework) else f"{text} {other}"
        whole = self.register.exact("measure", text, framework)
        words, unit = (text, "") if whole else split_unit(text, self.register, framework)
        word = unit or column.unit or self.table.text(row, "unit")
        meant = unit_meant(word, self.register, framework) if word else None
        read = self.words.measure(words, meant, framework)
        if column.measure:
            return self._coded(read, (self.table.header, column.number), text, "measure")
        return self.code(row, "measure", read)

    def code(self, row: int, name: str, read: Read) -> str:
        """The code that a cell was read as; raises Waits while a question about it stands open."""
        column = self.table.of(name)[0]
        return self._coded(read, (row, column.number), self.table.cell(row, column.number), name)

    def _coded(self, read: Read, at: Place, text: str, name: str) -> str:
        if not read.code:
            raise Waits(read.why, at)
        if read.code == LEAVE_OUT:
            raise Left("left out by an answer")
        code = "" if read.code == EMPTY else read.code
        self.now.places[name] = at
        if code != text:
            self.change(at, text, code, read.why)
        return code

    def change(self, at: Place, was: str, becomes: str, why: str) -> None:
        """Note that a cell is written otherwise than it stands."""
        self.now.changes.append(Change(self.table.sheet.name, at, was, becomes, why))
