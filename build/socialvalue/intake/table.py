"""Find the table in a sheet: its headings, what each column is and how sure that is, and the rows below."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from socialvalue.check.names import plain
from socialvalue.check.scales import Scale, scale_in
from socialvalue.intake.column import NO_HEADING, Column
from socialvalue.intake.columns_of_measures import across
from socialvalue.intake.guessed_columns import guessed, likely_header, without_numbers
from socialvalue.intake.headings import field_of, header_row, likely_field, says_so_far, unit_beside
from socialvalue.intake.labels_of_rows import labelled
from socialvalue.intake.mapping import Mapping
from socialvalue.intake.measures import candidates, named
from socialvalue.intake.periods import spans_of
from socialvalue.intake.points import continental
from socialvalue.intake.register import Register
from socialvalue.intake.two_headings import has_bare, in_one_row, split_period
from socialvalue.intake.units import split_unit, unit_meant
from socialvalue.intake.workbook import Place, Sheet

OF_FIGURES = re.compile(r"\b(?:in|figures?|values?|amounts?)\b", re.IGNORECASE)
"""What a title has that says thousands of the figures, not of people."""
OF_DOCUMENTS = ("dated", "kind", "link", "checked_by", "checked_on")
MOST_SHARED = 10_000
"""Rows of merged figures that are looked at; no return has so many."""
GROUP_ROWS = 3
"""Rows above the headings that may group them."""


@dataclass(frozen=True)
class Table:
    """The table in a sheet."""

    sheet: Sheet
    header: int
    columns: Sequence[Column]
    skipped: frozenset[int] = frozenset()
    """Rows that are not read: hidden ones, where that was the answer."""

    def of(self, field: str) -> list[Column]:
        """The columns of a field."""
        return [column for column in self.columns if column.field == field]

    def text(self, row: int, field: str) -> str:
        """The text of a row in the first column of a field."""
        found = self.of(field)
        return self.cell(row, found[0].number) if found else ""

    def cell(self, row: int, column: int) -> str:
        """The text of a cell; of merged cells, below one another, that of the first."""
        text = self.sheet.cell(row, column).strip()
        if text or not self.sheet.merged:
            return text
        top = self._covered.get((row, column), 0)
        return self.sheet.cell(top, column).strip() if top else ""

    @cached_property
    def _covered(self) -> dict[Place, int]:
        """The cells below the first one of merged cells, each with the row of that."""
        return {
            (row, left): top
            for (top, left), (bottom, _) in self.sheet.merged.items()
            if top > self.header
            for row in range(top + 1, min(bottom, len(self.sheet.rows)) + 1)
        }

    @cached_property
    def shared_figures(self) -> dict[Place, Sequence[Place]]:
        """Each cell of figures that is part of a merged one over several of them, with all of these."""
        columns = [column.number for column in self.of("quantity") + self.of("running_total")]
        found: dict[Place, Sequence[Place]] = {}
        looked = 0
        for (top, left), (bottom, right) in self.sheet.merged.items():
            across = [at for at in columns if left <= at <= right]
            if top <= self.header or not across or looked > MOST_SHARED:
                continue
            rows = range(top, min(bottom, len(self.sheet.rows)) + 1)
            looked += len(rows)
            cells = [(row, at) for row in rows if any(self.sheet.rows[row - 1]) for at in across]
            if len(cells) > 1:
                found |= dict.fromkeys(cells, cells)
        return found

    @cached_property
    def dotted(self) -> frozenset[int]:
        """The columns with a figure that has a dot for thousands without doubt."""
        below = self.sheet.rows[self.header :]
        return frozenset(at for row in below for at, text in enumerate(row, start=1) if continental(text))

    def numbers(self) -> Iterator[int]:
        """The rows below the headings that hold something."""
        for number, row in enumerate(self.sheet.rows[self.header :], start=self.header + 1):
            if number not in self.skipped and any(text.strip() for text in row):
                yield number

    @property
    def titles(self) -> list[str]:
        """What stands above the headings."""
        return [text.strip() for row in self.sheet.rows[: self.header - 1] for text in row if text.strip()]

    @cached_property
    def scale(self) -> tuple[Scale, str] | None:
        """What a title, or a note below the rows, says of thousands or millions, and the title."""
        alone = (
            filled[0] for row in self.sheet.rows[self.header :] if len(filled := [t for t in row if t.strip()]) == 1
        )
        for text in (*self.titles, *alone):
            scale = scale_in(text)
            if scale and (scale.pounds or OF_FIGURES.search(text)):
                return scale, text.strip()
        return None

    @property
    def is_whole(self) -> bool:
        """Whether it has a measure and a figure for each row, so that lines can be read from it."""
        figures = self.of("quantity") + self.of("running_total")
        return bool(figures) and (bool(self.of("measure")) or all(column.measure for column in figures))


def find_table(
    sheet: Sheet, register: Register, mapping: Mapping | None = None, guess: bool = False, header: int = 0
) -> Table | None:
    """The table in a sheet; None where it has none that lines can be read from. `guess` says that what stands below
    headings may tell what these don't; `header` is the row of headings, where it is known."""
    sheet = in_one_row(sheet)
    header = header or header_row(sheet.rows, tuple(mapping.columns) if mapping else ())
    header = header or (likely_header(sheet.rows) if guess else 0)
    if not header:
        return None
    row = sheet.rows[header - 1]
    named_here = [number for number, text in enumerate(row, start=1) if text.strip()]
    filled = {at for line in sheet.rows[header:] for at, text in enumerate(line, start=1) if text.strip()}
    columns = [
        _column(sheet, header, number, mapping, register)
        if number in named_here
        else Column(number, "", sure=NO_HEADING)
        for number in sorted({*named_here, *filled})
    ]
    columns = without_numbers(sheet, header, _without_documents(columns))
    columns = labelled(sheet, header, columns, register)
    columns = across(sheet, header, columns, register)
    columns = guessed(sheet, header, columns, register) if guess else columns
    table = Table(sheet, header, _decided(columns))
    return table if table.is_whole else None


def headings_of(sheet: Sheet, known: Sequence[str] = ()) -> list[str]:
    """The headings of a sheet, each with its group before it and alone."""
    sheet = in_one_row(sheet)
    header = header_row(sheet.rows, known)
    found = []
    for number, text in enumerate(sheet.rows[header - 1] if header else (), start=1):
        if text.strip():
            group = _group(sheet, header, number)
            found += [_flat(text), f"{group}/{_flat(text)}"]
    return found


def _column(sheet: Sheet, header: int, number: int, mapping: Mapping | None, register: Register) -> Column:
    heading, group = _flat(sheet.cell(header, number)), _group(sheet, header, number)
    column = Column(number, heading, group)
    if number in sheet.hidden_columns:
        return replace(column, sure="hidden")
    if mapping and (kept := mapping.field_of(column.named) or mapping.field_of(heading)):
        return _with_unit(replace(column, field=kept, sure="kept"), register)
    name, said = split_period(heading, has_bare(sheet.rows[header - 1]))
    if said:
        known = _of_figures(field_of(name or group) or "quantity", f"{name} {group}")
        return replace(column, field=known, sure="yes", period=said)
    period = group if spans_of(group) else ""
    if field_of(group) == "left_out" and not field_of(heading):
        return replace(column, sure="yes")
    if known := field_of(heading) or field_of(split_unit(heading, register, register.framework(""))[0]):
        known = _of_figures(known, group)
        period = period if known in ("quantity", "running_total") else ""
        return _with_unit(replace(column, field=known, sure="yes", period=period), register)
    return _by_measure(replace(column, period=period), register)


def _of_figures(field: str, group: str) -> str:
    """The field of a column below what groups headings: figures below Year to date are totals so far."""
    return "running_total" if field == "quantity" and says_so_far(group) else field


def _by_measure(column: Column, register: Register) -> Column:
    """A column that its heading gives a measure, or that a part of its heading tells of."""
    framework = register.framework("")
    words, unit = split_unit(column.heading, register, framework)
    meant = unit_meant(unit, register, framework) if unit else None
    if named(register, words, framework) or named(register, column.heading, framework):
        whole = column.heading if named(register, column.heading, framework) else words
        return replace(column, field="quantity", sure="yes", measure=whole, unit=unit)
    if candidates(register, words, meant, framework)[1]:
        return replace(column, field="quantity", sure="likely", measure=words, unit=unit)
    likely = likely_field(column.heading)
    return _with_unit(replace(column, field=likely, sure="likely"), register) if likely else column


def _with_unit(column: Column, register: Register) -> Column:
    """The column with the unit that its heading gives its figures: Actual (weeks)."""
    if column.field not in ("quantity", "running_total"):
        return column
    framework = register.framework("")
    words, unit = split_unit(column.heading, register, framework)
    unit = unit or unit_beside(column.heading)
    measure = words if column.sure == "kept" and not field_of(column.heading) and not field_of(words) else ""
    if measure and not (named(register, measure, framework) or candidates(register, measure, None, framework)[0]):
        measure = ""
    return replace(column, unit=unit, measure=measure)


def _without_documents(columns: Sequence[Column]) -> list[Column]:
    """Where no column names a document, a date is the day of the row, and what else tells of documents is left out."""
    if any(column.field == "evidence" for column in columns):
        return list(columns)
    days = {c.number for c in columns if c.field == "dated" and plain(c.heading) == "date"}
    lost = {c.number for c in columns if c.field in OF_DOCUMENTS} - days
    found = [replace(c, field="day") if c.number in days else c for c in columns]
    return [replace(c, field="left_out", sure="no document") if c.number in lost else c for c in found]


def _decided(columns: Sequence[Column]) -> list[Column]:
    """Of columns that are the same thing the first is read; of figures, those that differ in measure or period.

    A second one that tells of the measure helps to know it, and one that tells of the period is a part of that.
    """
    seen: set[tuple[str, str, str]] = set()
    found = []
    for column in columns:
        key = (column.field, column.measure, column.period)
        double = column.field != "left_out" and key in seen
        if double and column.field == "measure" and ("measure_words", "", "") not in seen:
            seen.add(("measure_words", "", ""))
            found.append(replace(column, field="measure_words"))
            continue
        if double and column.field == "period" and column.sure in ("yes", "kept"):
            found.append(replace(column, field="period_part"))
            continue
        seen.add(key)
        found.append(replace(column, field="left_out", sure="a second one") if double else column)
    return found


def _group(sheet: Sheet, header: int, number: int) -> str:
    """What stands above a heading, in a merged cell over several or alone; not a heading that came down from there."""
    found = _above(sheet, header, number)
    return "" if plain(found) == plain(sheet.cell(header, number)) else found


def _above(sheet: Sheet, header: int, number: int) -> str:
    for row in range(header - 1, max(header - 1 - GROUP_ROWS, 0), -1):
        filled = [text for text in sheet.rows[row - 1] if text.strip()]
        if not filled:
            return ""
        for (top, left), (bottom, right) in sheet.merged.items():
            if top <= row <= bottom and left <= number <= right and right - left + 1 < len(sheet.rows[header - 1]):
                return _flat(sheet.cell(top, left))
        if len(filled) > 1 and sheet.cell(row, number).strip():
            return _flat(sheet.cell(row, number))
    return ""


def _flat(text: str) -> str:
    return " ".join(text.split())
