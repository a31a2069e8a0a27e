"""From the rows of a table to lines of returns. Every cell that is changed is noted; what is unclear is a question."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from socialvalue.domain.spans import Span
from socialvalue.intake.cell_notes import Noted, noted
from socialvalue.intake.column import Column
from socialvalue.intake.days import day_of
from socialvalue.intake.entry import Entry, Left, Waits
from socialvalue.intake.figures import Figures
from socialvalue.intake.headings import field_of, is_total
from socialvalue.intake.likely_periods import possible_spans
from socialvalue.intake.measures import named
from socialvalue.intake.merged_figures import figure_of
from socialvalue.intake.particulars import Particulars
from socialvalue.intake.parts_of_above import parts_of_above
from socialvalue.intake.period_parts import together
from socialvalue.intake.periods import one_span, spans_of
from socialvalue.intake.questions import LEAVE_OUT, Choice, Question
from socialvalue.intake.row_days import span_by_day
from socialvalue.intake.rows_by_label import rows_by_label
from socialvalue.intake.rows_that_count import Counting, rows_that_count
from socialvalue.intake.sections import SectionReader, Sections
from socialvalue.intake.table_reading import TableReading
from socialvalue.intake.two_headings import split_period, with_year
from socialvalue.intake.units import split_unit, unit_meant
from socialvalue.intake.workbook import Place, shown
from socialvalue.records.naming import name_meant


@dataclass
class RowReader(TableReading):
    """Reads the rows of one table."""

    sections: Sections = field(default_factory=Sections)
    _wholes: Mapping[int, int] = field(default_factory=dict)
    """The rows that are part of one above, each with that."""
    _noted: Noted = field(default_factory=Noted)
    _read: dict[Place, Entry] = field(default_factory=dict)

    def read(self) -> None:
        """Read every row below the headings."""
        figures = self.table.of("quantity") or self.table.of("running_total")
        self.sections = SectionReader(self.table, self.context, self.register, self.answers).read()
        counting = rows_that_count(self.table, self.sections.left, self.answers)
        self._left_by(counting)
        self._left_by(rows_by_label(self.table, self.sections.left, self.answers))
        self._noted = noted(self.table, self.answers)
        parts = parts_of_above(self.table, self.sections.left, self.answers)
        self.sections.left |= parts.left
        self.sections.waits |= parts.waits
        self._wholes = parts.wholes
        for row in self.table.numbers():
            if row in self.sections.left:
                self.leave(row, *self.sections.left[row])
                self.note_above(row)
                continue
            cells = [self.table.cell(row, column.number) for column in self.table.columns if column.field != "left_out"]
            if is_total([text for text in cells if text]):
                self.leave(row, 1, next(text for text in cells if is_total([text])), "a total of other rows")
                continue
            if not self._says_something(row, figures):
                if not any(self.table.cell(row, column.number) for column in figures):
                    continue  # what a formula of ours shows in a row that nobody filled in
                self.leave(row, figures[0].number, self.table.cell(row, figures[0].number), "figures alone: a total?")
                continue
            if note := self._words_alone(row, figures):
                self.leave(row, note[0], note[1], f"“{shown(note[1])}” has no figure beside it")
                continue
            for column in figures:
                self._figure(row, column)

    def _left_by(self, counting: Counting) -> None:
        self.sections.left |= counting.left
        self.sections.waits |= counting.waits

    def _words_alone(self, row: int, figures: Sequence[Column]) -> tuple[int, str] | None:
        """The cell of a row that has one cell with words, which are no measure, and no figure."""
        filled = [(at, text) for at, text in enumerate(self.table.sheet.rows[row - 1], start=1) if text.strip()]
        merged = any((row, column.number) in self.table.shared_figures for column in figures)
        if len(filled) != 1 or merged or filled[0][0] in {column.number for column in figures}:
            return None
        return None if named(self.register, filled[0][1], self.register.framework("")) else filled[0]

    def _says_something(self, row: int, figures: Sequence[Column]) -> bool:
        """Whether a row has more than figures: one that hasn't is mostly the total of others."""
        numbers = {column.number for column in figures}
        others = [
            column for column in self.table.columns if column.field != "left_out" and column.number not in numbers
        ]
        return row in self.sections.done or not others or any(self.table.cell(row, column.number) for column in others)

    def _figure(self, row: int, column: Column) -> None:
        text = self.table.cell(row, column.number)
        if not text and (row, column.number) not in self.table.shared_figures and not self._names_measure(row, column):
            return  # a heading inside the table, or an empty cell of a wide one
        self.now = Entry(self.table.sheet.name, (row, column.number))
        try:
            self._line(row, column)
        except Waits as waits:
            self.gathered.pending.append((self.table.sheet.name, (row, column.number)))
            self.waits_for(waits, row, column)
            self._ask_the_rest(row, column)
        except Left as left:
            self.leave(row, column.number, text, str(left))
        else:
            self.note_shown()
            self.gathered.entries.append(self.now)
            self._read[row, column.number] = self.now
            self.now.whole = self._read.get((self._wholes.get(row, 0), column.number))

    def _ask_the_rest(self, row: int, column: Column) -> None:
        """Ask what else is unclear in a row that waits, so that it comes up at once, not question after question."""
        self.now.fields.setdefault("project", self.context.project)
        for waits in Particulars(self, row).unclear():
            self.waits_for(waits, row, column)

    def _names_measure(self, row: int, column: Column) -> bool:
        others = [each for each in self.table.of("quantity") if each != column and each.period == column.period]
        elsewhere = any(self.table.cell(row, each.number) for each in others)
        return not column.measure and not elsewhere and bool(self.table.text(row, "measure"))

    def _line(self, row: int, column: Column) -> None:
        figures = Figures(self, row, column)
        amount = figures.amount(figure_of(self.table, row, column, self.answers))
        self._noted.judge(self.table, row, column.number)
        if key := self.sections.waits.get(row):
            raise Waits(key)
        project = self._project(row)
        span = self._span(row, column)
        framework = self.register.framework(project)
        measure = self._measure(row, column, framework)
        self.now.fields |= {"project": project, "start": span.start.isoformat(), "end": span.end.isoformat()}
        self.now.fields |= {"measure": measure}
        figures.settle(amount, self.register.measures[framework, measure], span)
        Particulars(self, row).read()

    def _project(self, row: int) -> str:
        text = self.text(row, "project")
        if not text:
            if self.table.of("project") and not self.context.project:
                raise Left("it names no project")
            return self.sections.project.get(row) or self.context.project
        return self.code(row, "project", self.words.named("project", text))

    def _span(self, row: int, column: Column) -> Span:
        text = column.period or self._period(row) or self.sections.period.get(row, "")
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

    def _period(self, row: int) -> str:
        """The words for the period of a row, which may stand in several columns."""
        parts = self.table.of("period_part")
        if not parts:
            return self._with_year(self.text(row, "period"))
        columns = sorted([*self.table.of("period"), *parts], key=lambda column: column.number)
        return together([(column.heading, self.text_in(row, column)) for column in columns])

    def _with_year(self, text: str) -> str:
        """The words for a period, with the year that a title names where they say none: Jul, below 2025-26."""
        name, said = split_period(text, True)
        if not said or field_of(name) not in ("", "quantity"):
            return text
        return with_year(said, "", [*self.table.titles, self.table.sheet.name])

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

    def _measure(self, row: int, column: Column, framework: str) -> str:
        text = column.measure or self.text(row, "measure")
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
            return self.coded(read, (self.table.header, column.number), text, "measure")
        return self.code(row, "measure", read)
