"""A table with a measure in each heading: each column of figures in it is one of a measure, and is asked about."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from socialvalue.intake.amounts import amount
from socialvalue.intake.column import Column
from socialvalue.intake.headings import TOTAL, field_of
from socialvalue.intake.register import Register
from socialvalue.intake.units import split_unit
from socialvalue.intake.workbook import Sheet

MOSTLY = 2
"""One cell in so many has to be a figure in a column of figures."""


def across(sheet: Sheet, header: int, columns: Sequence[Column], register: Register) -> list[Column]:
    """The columns, with a measure for each one of figures, where one has it from its heading and no column names it.

    A heading that isn't known is then the words for a measure, which are asked about like those of a row.
    """
    named = any(column.measure or _names_rows(column) for column in columns)
    if any(column.field == "measure" for column in columns) or not named:
        return list(columns)
    return [
        of_measure(column, register) if _may_be(column) and has_figures(sheet, header, column) else column
        for column in columns
    ]


def _names_rows(column: Column) -> bool:
    """Whether a column that is called one of measures says something else of its rows."""
    return column.field not in ("measure", "left_out") and field_of(column.heading) == "measure"


def _may_be(column: Column) -> bool:
    """Whether a heading may be the words for a measure: nothing else is known of it, or it was one the last time."""
    said = (column.field, column.sure)
    known = said in (("left_out", "not known"), ("quantity", "kept")) and not column.measure
    return known and not field_of(column.heading) and not TOTAL.fullmatch(column.heading)


def has_figures(sheet: Sheet, header: int, column: Column) -> bool:
    texts = list(_filled(sheet, header, column.number))
    return bool(texts) and MOSTLY * sum(bool(amount(text).number) for text in texts) >= len(texts)


def _filled(sheet: Sheet, header: int, number: int) -> Iterator[str]:
    return (text for row in range(header + 1, len(sheet.rows) + 1) if (text := sheet.cell(row, number).strip()))


def of_measure(column: Column, register: Register) -> Column:
    words, unit = split_unit(column.heading, register, register.framework(""))
    sure = column.sure if column.sure == "kept" else "likely"
    return replace(column, field="quantity", sure=sure, measure=words, unit=column.unit or unit)
