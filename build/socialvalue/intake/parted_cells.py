"""A row of a table of text with more cells than headings: 1,200 without quotation marks is no 1. Asked or refused."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from socialvalue.errors import BrokenRepository
from socialvalue.intake.amounts import amount
from socialvalue.intake.column import Column
from socialvalue.intake.questions import LEAVE_OUT, Answers, Choice, Question
from socialvalue.intake.table import Table
from socialvalue.intake.workbook import shown

BEGINS = re.compile(
    r"(?:(?:about|approx\.?|approximately|around|circa|c\.?|over|under|up to|at least|gbp)\s*)?[^\w\s]*\s*-?[0-9]{1,3}",
    re.IGNORECASE,
)
"""The cell before a comma that parts thousands: £1."""
GOES_ON = re.compile(r"[0-9]{3}(?![0-9]).*", re.DOTALL)
"""The cell behind it: 200, or 200 hours; of millions there is another one behind."""
WHOLE = re.compile(r"[0-9]{3}")
OF_FIGURES = ("quantity", "running_total", "headcount", "left_out")
"""What a column may be that has figures."""
COMMAS = "commas"
NAMED = 6
JOIN, APART = "join", "apart"
MENDED = "Nothing was written. Put quotation marks round such cells in the file, and import it again."


@dataclass
class Parted:
    """The rows of a table of text that may hold a figure in two cells."""

    table: Table

    @cached_property
    def width(self) -> int:
        """How many headings there are, and empty ones before the last."""
        return max((column.number for column in self.table.columns if column.heading), default=0)

    @cached_property
    def rows(self) -> Mapping[int, Sequence[range]]:
        """Each such row, with the places of the cells that are one figure each."""
        found = {}
        for number in self.table.numbers():
            row = [text.strip() for text in self.table.sheet.rows[number - 1]]
            joined = self._joined(row)
            filled = max((at for at, text in enumerate(row, start=1) if text), default=0)
            over, certain = max(len(row) - self._most, filled - self.width), filled > self._most
            many = sum(len(each) - 1 for each in joined)
            if many and (over > 0 or self._is_shifted(row, joined[0].stop)):
                if many != max(over, 1):
                    raise BrokenRepository(self._refused(number, row))
                found[number] = joined
            elif certain:
                raise BrokenRepository(self._refused(number, row))
        return found

    @property
    def are_certain(self) -> bool:
        """Whether one of the rows has more to it than there are headings."""
        return any(any(text.strip() for text in self.table.sheet.rows[row - 1][self.width :]) for row in self.rows)

    def named(self) -> str:
        """The first of the figures, as they are when they are put together."""
        texts = [
            f"{shown(','.join(self.table.sheet.rows[row - 1][at.start : at.stop]))} in row {row}"
            for row, places in self.rows.items()
            for at in places
        ]
        return ", ".join(texts[:NAMED]) + (f" and {len(texts) - NAMED:,} more" if len(texts) > NAMED else "")

    def together(self) -> Table:
        """The table with each of these figures in one cell."""
        rows = [list(row) for row in self.table.sheet.rows]
        for number, places in self.rows.items():
            for at in reversed(places):
                rows[number - 1][at.start : at.stop] = [",".join(rows[number - 1][at.start : at.stop])]
        return replace(self.table, sheet=replace(self.table.sheet, rows=rows))

    @cached_property
    def _most(self) -> int:
        """How many cells the row of headings has: a program that writes a table gives each row so many."""
        return max(self.width, len(self.table.sheet.rows[self.table.header - 1]))

    @cached_property
    def _columns(self) -> Mapping[int, Column]:
        return {column.number: column for column in self.table.columns if column.heading}

    def _joined(self, row: Sequence[str]) -> list[range]:
        """The cells of a row that may be one figure each, from the left."""
        found: list[range] = []
        if self.table.sheet.mark != COMMAS:
            return found
        for at, text in enumerate(row):
            column = self._columns.get(at + 1)
            taken = bool(found) and at < found[-1].stop
            if taken or (column is not None and column.field not in OF_FIGURES) or not BEGINS.fullmatch(text):
                continue
            end = at + 1
            while end < len(row) and GOES_ON.fullmatch(row[end]) and (end == at + 1 or WHOLE.fullmatch(row[end - 1])):
                end += 1
            found += [range(at, end)] if end > at + 1 else []
        return found

    def _is_shifted(self, row: Sequence[str], behind: int) -> bool:
        """Whether the first column of words has a figure, as it has where the cells before it are one too many."""
        words = (at for at, column in self._columns.items() if at >= behind and column.field not in OF_FIGURES)
        first = next(words, 0)
        return 0 < first <= len(row) and bool(amount(row[first - 1]).number)

    def _refused(self, number: int, row: Sequence[str]) -> str:
        cells = " | ".join(shown(text) for text in row if text)
        said = "comma" if self.table.sheet.mark == COMMAS else "mark"
        return (
            f"Row {number:,} of {shown(self.table.sheet.name)} does not fit its {self.width} headings: {cells}. "
            f"The figure may have been parted at its {said}, or a text. {MENDED}"
        )


def decided(table: Table, answers: Answers) -> Table:
    """The table with its parted figures put together, where that is the answer.

    Raises:
        BrokenRepository: it has rows that don't fit the headings in any way that is known.
    """
    if not table.sheet.mark:
        return table
    parted = Parted(table)
    if not parted.rows:
        return _without_beyond(table, parted)
    sheet = table.sheet.name
    choices = [Choice(JOIN, f"one figure each: {parted.named()}"), Choice(LEAVE_OUT, "neither: I mend the file")]
    if not parted.are_certain:
        choices.insert(1, Choice(APART, "two cells each, as they stand"))
    words = (
        f"In {shown(sheet)}, {parted.named()}: the figure may have been parted at its comma. "
        "Is each one figure, or are they two cells?"
    )
    answer = answers.to(Question(f"parted:{table.sheet.key}", words, choices))
    if answer == LEAVE_OUT:
        raise BrokenRepository(MENDED)
    return _without_beyond(table if answer == APART else parted.together(), parted)


def _without_beyond(table: Table, parted: Parted) -> Table:
    """The table without the columns behind its headings that have nothing now."""
    filled = set(_filled(table))
    kept = [each for each in table.columns if each.number <= parted.width or each.number in filled]
    return replace(table, columns=kept)


def _filled(table: Table) -> Iterator[int]:
    return (at for row in table.numbers() for at, text in enumerate(table.sheet.rows[row - 1], 1) if text.strip())
