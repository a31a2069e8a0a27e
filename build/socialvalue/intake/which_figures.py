"""Actual beside Adjusted, months beside totals so far: of several columns of figures, which are meant is asked."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property

from socialvalue.check.names import plain
from socialvalue.check.scales import scale_in
from socialvalue.errors import BrokenRepository
from socialvalue.intake.amounts import amount
from socialvalue.intake.column import GUESSED, NO_HEADING, Column
from socialvalue.intake.columns_by_unit import ByUnit
from socialvalue.intake.headings import (
    NOT_DONE,
    SAID,
    field_of,
    is_total,
    likely_field,
    says_change,
    says_so_far,
    unit_beside,
)
from socialvalue.intake.questions import LEAVE_OUT, Answers, Choice, Question
from socialvalue.intake.register import Register
from socialvalue.intake.table import Table
from socialvalue.intake.two_headings import period_in
from socialvalue.intake.workbook import letters, shown

PUT_RIGHT, DIFFERENCE = (frozenset(SAID[name]) for name in ("puts_right", "difference"))
NAMED = 6
"""Columns that are named one by one."""
EXAMPLES = 3
BY_UNIT = "by-unit"


def decided(table: Table, register: Register, answers: Answers) -> Table:
    """The table with the columns of figures that somebody said are meant, where others beside them may be.

    Raises:
        BrokenRepository: none of them is.
    """
    rivals = Rivals(table, register)
    if not rivals.in_doubt:
        return table
    columns = rivals.all
    named = " and ".join(map(_called, columns[:NAMED]))
    more = f" and {len(columns) - NAMED:,} more" if len(columns) > NAMED else ""
    question = Question(
        f"figures:{table.sheet.key}",
        f"In {shown(table.sheet.name)}, {named}{more} have figures. Which are this return’s?",
        (
            *(Choice(name, rivals.described(taken)) for name, taken in rivals.ways.items()),
            *([Choice(BY_UNIT, rivals.by_unit.described(rivals.in_their_unit))] if rivals.may_be_by_unit else []),
            Choice(LEAVE_OUT, "none of them: I put one column right in the file"),
        ),
    )
    answer = answers.to(question)
    if answer == LEAVE_OUT:
        raise BrokenRepository("Nothing was written. Put the figures right in one column, and import the file again.")
    if answer == BY_UNIT:
        return rivals.by_unit.together(rivals.in_their_unit)
    return rivals.as_said(rivals.ways[answer]) if answer else table


@dataclass
class Rivals:
    """The columns of a table that its figures are read from, and those beside them that may be meant instead."""

    table: Table
    register: Register

    @cached_property
    def by_unit(self) -> ByUnit:
        """The figures by the units of their measures."""
        return ByUnit(self.table, self.read[0], self.register)

    @cached_property
    def in_their_unit(self) -> list[Column]:
        """The columns beside one that is read that have figures in the unit of their measures."""
        alone = len(self.read) == 1 and bool(self.table.of("measure"))
        return [column for column in self.beside if alone and self.by_unit.has_their_unit(column)]

    @property
    def may_be_by_unit(self) -> bool:
        """Whether each figure in another column is in one alone that names the unit of its measure."""
        return bool(self.in_their_unit and self.by_unit.taken(self.in_their_unit))

    @cached_property
    def read(self) -> list[Column]:
        """The columns that are read, unless somebody says another."""
        return [column for column in self.table.of("quantity") if column.sure != "as answered"]

    @cached_property
    def beside(self) -> list[Column]:
        """The others that may have to do with the figures."""
        return [column for column in self.table.columns if self.read and self._is_concerned(column)]

    @property
    def all(self) -> list[Column]:
        """Those that are asked about, as they stand in the sheet."""
        return sorted([*self.read, *self.beside], key=lambda column: column.number)

    @property
    def in_doubt(self) -> bool:
        """Whether it has to be asked which are meant: not where one column says what another does."""
        said = (_words(column) & (PUT_RIGHT | DIFFERENCE) or says_change(column.heading) for column in self.all)
        return bool(self.beside) and (any(said) or any(map(self._differs, self.beside)))

    @cached_property
    def ways(self) -> Mapping[str, Sequence[Column]]:
        """For each answer the columns that are then read, in the places of those that are read now."""
        found: dict[str, Sequence[Column]] = {letters(self.read[0].number): self.read}
        for taken in self._kinds().values():
            if len(taken) > 1 or len(self.read) == 1 or any(period_in(column.heading) for column in taken.values()):
                first = min(column.number for column in taken.values())
                found[letters(first)] = [taken.get(column.number, column) for column in self.read]
        return found

    def described(self, taken: Sequence[Column]) -> str:
        """The columns of an answer, with the first figures below them."""
        named = ", ".join(map(_called, taken[:NAMED]))
        figures = [text for column in taken for text in list(_figures(self.table, column))[:EXAMPLES]]
        return f"{named}: {', '.join(shown(text) for text in figures[:NAMED])}"

    def as_said(self, taken: Sequence[Column]) -> Table:
        """The table with these columns as those of the figures, and the others left out."""
        places = {column.number: now for column, now in zip(taken, self.read, strict=True)}
        others = {column.number for column in self.all} - places.keys()
        columns = [
            _chosen(column, places[column.number])
            if column.number in places
            else replace(column, field="left_out", sure="as answered", measure="", period="")
            if column.number in others
            else column
            for column in self.table.columns
        ]
        return replace(self.table, columns=columns)

    def _is_concerned(self, column: Column) -> bool:
        words = _words(column)
        if column.field == "running_total":
            return len(self.read) > 1 and self._is_of_a_pair(column)
        if column.field != "left_out" or column.sure in ("hidden", "as answered") or words & NOT_DONE:
            return False
        numbers = [text for text in _figures(self.table, column) if not words & DIFFERENCE or text.strip("-0.%")]
        says_so = bool(words & (PUT_RIGHT | DIFFERENCE)) or says_change(column.heading)
        if column.sure == NO_HEADING:
            return bool(numbers) and not _counts_rows(numbers)
        if len(self.read) == 1 and self.table.of("measure") and self.by_unit.has_their_unit(column):
            return True
        again = "quantity" in (field_of(column.heading), likely_field(column.heading))
        again = again or (len(self.read) == 1 and (is_total([column.heading]) or self._fills(column, numbers)))
        total = len(self.read) > 1 and says_so_far(column.heading)
        return bool(numbers) and (says_so or again or total or self.read[0].sure == GUESSED)

    def _fills(self, column: Column, numbers: Sequence[str]) -> bool:
        """Whether a column that nothing is known of has a figure for a measure whose own place is empty."""
        rows = [row for row in self.table.numbers() if self.table.text(row, "measure")]
        empty = [row for row in rows if not self.table.cell(row, self.read[0].number)]
        filled = any(amount(self.table.cell(row, column.number)).number for row in empty)
        return filled and column.sure == "not known" and not _counts_rows(numbers)

    def _is_of_a_pair(self, column: Column) -> bool:
        """Whether totals so far stand beside several columns of figures: a month, its total, a month, its total."""
        totals = [other for other in self.table.columns if says_so_far(other.heading)]
        return len({owner.number for other in totals if (owner := self._owner(other))}) > 1

    def _differs(self, column: Column) -> bool:
        """Whether a column says another thing than the one in whose place it may be."""
        owner = self._owner(column) or self.read[0]
        for row in self.table.numbers():
            own, other = (amount(self.table.cell(row, each.number)).number for each in (owner, column))
            if other and (not own or Decimal(own) != Decimal(other)):
                return True
        return False

    def _owner(self, column: Column) -> Column | None:
        """The column that is read, and in whose place another may be: that of its period, or the one before it."""
        period = column.period or period_in(column.heading)
        same = [read for read in self.read if period and plain(read.period) == plain(period)]
        before = [read for read in self.read if read.number < column.number]
        found = self.read if len(self.read) == 1 else same or before[-1:]
        return found[0] if found else None

    def _kinds(self) -> Mapping[str, Mapping[int, Column]]:
        """The columns beside those that are read, by what their headings say, each with the number of its owner."""
        found: dict[str, dict[int, Column]] = {}
        for column in self.beside:
            owner = self._owner(column)
            if owner and _may_be(column):
                found.setdefault(_kind(column, column.number if len(self.read) == 1 else 0), {})[owner.number] = column
        return found


def _called(column: Column) -> str:
    return f'"{shown(column.heading)}"' if column.heading else f"column {letters(column.number)} (no heading)"


def _counts_rows(numbers: Sequence[str]) -> bool:
    """Whether figures are the numbers of their rows: 1, 2, 3."""
    return list(numbers) == [str(at) for at in range(1, len(numbers) + 1)]


def _kind(column: Column, number: int) -> str:
    """What a heading says of its figures; of several beside one column each is of its own kind."""
    words = " ".join(sorted(_words(column) & (PUT_RIGHT | DIFFERENCE)))
    return f"{number} {words or ('so far' if says_so_far(column.heading) else plain(column.heading))}"


def _may_be(column: Column) -> bool:
    """Whether a column may hold the figures themselves, and not what they are put right by."""
    return not _words(column) & DIFFERENCE or "quantity" in (field_of(column.heading), likely_field(column.heading))


def _words(column: Column) -> frozenset[str]:
    return frozenset(re.findall(r"[a-z]+", column.heading.casefold()))


def _figures(table: Table, column: Column) -> Iterator[str]:
    return (text for row in table.numbers() if amount(text := table.cell(row, column.number)).number)


def _chosen(column: Column, before: Column) -> Column:
    """A column that was chosen as that of the figures, in the place of one that was read before."""
    if column is before:
        return column
    scale = scale_in(column.heading)
    unit = (scale.word if scale else unit_beside(column.heading)) or before.unit
    field = "running_total" if says_so_far(column.heading) else "quantity"
    return replace(column, field=field, sure="as answered", measure=before.measure, period=before.period, unit=unit)
