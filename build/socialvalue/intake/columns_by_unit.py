"""Number beside Hours: columns of figures that name the unit of some measures, where the one that is read does not."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from socialvalue.check.units_said import COUNTS
from socialvalue.intake.amounts import amount
from socialvalue.intake.column import Column
from socialvalue.intake.measures import candidates, named
from socialvalue.intake.register import Register
from socialvalue.intake.table import Table
from socialvalue.intake.units import HOURS, split_unit, unit_meant
from socialvalue.intake.workbook import place, shown

RATE = re.compile(r"\b(?:per|rate|each|average|avg|mean|cost|price|hourly|daily|weekly)\b", re.IGNORECASE)
"""What says of a heading that its figures are of one of many: Hours per session."""
MONEY = re.compile(r"\b(?:values?|worth|spend)\b", re.IGNORECASE)
"""What says of a heading that its figures are money, whatever else it says: Value of hours."""
COUNTED = re.compile(r"\s*(?:total\s+)?(?:number|no\.?|nr\.?|count)\s+of\s+(?P<what>.+)", re.IGNORECASE)
POUNDS = "£"
ROWS = 200
"""Rows that are looked at for their measures: a table is about the same ones all the way down."""
NAMED = 4


def unit_said(heading: str, register: Register) -> str:
    """The word for a unit in a heading, alone or with others: Total hours; "" for a rate, and for a mere number."""
    if RATE.search(heading):
        return ""
    framework = register.framework("")
    words = [split_unit(heading, register, framework)[1], heading, *re.findall(r"[^\W\d_]+|[£%]", heading)]
    said = (word for word in words if word and codes_of(word, register) not in ((), COUNTS))
    if MONEY.search(heading):
        return next((word for word in said if "gbp" in codes_of(word, register)), POUNDS)
    return next(said, "")


def codes_of(word: str, register: Register) -> tuple[str, ...]:
    """The units that a word may mean; hours may be those of staff, too."""
    meant = unit_meant(word, register, register.framework(""))
    codes = meant.codes if meant else ()
    return HOURS if codes == HOURS[:1] else codes


def counted_in(heading: str) -> str:
    """What a heading says that it counts: Number of sessions -> sessions; "" for none."""
    found = COUNTED.fullmatch(heading)
    return found["what"].strip() if found else ""


@dataclass
class ByUnit:
    """The figures of a table, each with the column that names the unit of its measure."""

    table: Table
    read: Column
    register: Register

    def has_their_unit(self, column: Column) -> bool:
        """Whether a column has figures in the unit of their measures, which the column that is read doesn't name."""
        codes = codes_of(unit_said(column.heading, self.register), self.register)
        return any(self._is_in(row, column, codes) for row in self._measures if codes)

    def together(self, beside: Sequence[Column]) -> Table:
        """The table with the figure of each row in the column that names its unit, else in the one that is read."""
        taken = self.taken(beside)
        rows = [list(row) for row in self.table.sheet.rows]
        numbers = {column.number for column in (self.read, *beside)}
        for row in self.table.numbers():
            for number in numbers - {taken.get(row, self.read).number}:
                if number <= len(rows[row - 1]):
                    rows[row - 1][number - 1] = ""
        said = {
            column.number: replace(
                self.read,
                number=column.number,
                heading=column.heading,
                sure="as answered",
                unit=self.read.unit if column == self.read else unit_said(column.heading, self.register),
            )
            for column in {self.read, *taken.values()}
        }
        others = {
            column.number: replace(column, field="left_out", sure="as answered")
            for column in beside
            if column.number not in said
        }
        columns = [(said | others).get(column.number, column) for column in self.table.columns]
        return replace(self.table, sheet=replace(self.table.sheet, rows=rows), columns=columns)

    def taken(self, beside: Sequence[Column]) -> Mapping[int, Column]:
        """The rows whose figure stands in another column than the one that is read, each with that."""
        units = {column: codes_of(unit_said(column.heading, self.register), self.register) for column in beside}
        found: dict[int, Column] = {}
        for row in self.table.numbers():
            fitting = [column for column, codes in units.items() if self._is_in(row, column, codes)]
            found |= {row: fitting[0]} if len(fitting) == 1 else {}
        return found

    def described(self, beside: Sequence[Column]) -> str:
        """The first figures that are taken so, each with its cell."""
        taken = list(self.taken(beside).items())
        cells = [f"{place(row, at.number)} {shown(self.table.cell(row, at.number))}" for row, at in taken[:NAMED]]
        more = f" and {len(taken) - NAMED:,} more" if len(taken) > NAMED else ""
        called = f"“{shown(self.read.heading)}”"
        return f"each in the unit of its measure, the others from {called}: {', '.join(cells)}{more}"

    def _is_in(self, row: int, column: Column, codes: tuple[str, ...]) -> bool:
        """Whether a figure is in the unit of its measure. A column that is known for something else, as Social value £,
        may have it only where the one that is read has none."""
        measure = self._unit_of(row)
        own = amount(self.table.cell(row, self.read.number))
        known = column.sure == "yes" and own.absent != "not-sent"
        return measure in codes and not known and bool(amount(self.table.cell(row, column.number)).number)

    def _unit_of(self, row: int) -> str:
        return self._units.get(self.table.text(row, "measure"), "")

    @cached_property
    def _measures(self) -> Sequence[int]:
        """The first rows that have a measure."""
        rows = [row for row, _ in zip(self.table.numbers(), range(ROWS), strict=False)]
        return [row for row in rows if self._unit_of(row)]

    @cached_property
    def _units(self) -> Mapping[str, str]:
        """The unit of each measure that the column of the figures doesn't name, by the words for it."""
        framework = self.register.framework("")
        own = unit_meant(self.read.unit, self.register, framework) if self.read.unit else None
        texts = dict.fromkeys(self.table.text(row, "measure") for row in self.table.numbers())
        found: dict[str, str] = {}
        for text, _ in zip(filter(None, texts), range(ROWS), strict=False):
            words = split_unit(text, self.register, framework)[0]
            code = named(self.register, text, framework) or named(self.register, words, framework)
            code = code or candidates(self.register, words, None, framework)[1]
            unit = self.register.measures[framework, code].unit if code else ""
            found[text] = "" if own and unit in own.codes else unit
        return found
