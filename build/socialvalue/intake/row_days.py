"""A log says of each row on which day it was: rows outside the days of the return are asked about."""

from datetime import date

from socialvalue.domain.spans import Span, months
from socialvalue.intake.days import day_of
from socialvalue.intake.entry import Left, Waits
from socialvalue.intake.questions import LEAVE_OUT, Choice, Question
from socialvalue.intake.table_reading import TableReading
from socialvalue.intake.workbook import place, shown

OWN, ALL_THE_SAME = "own-period", "this-return"
NO_DAY = "no day of the calendar"


def span_by_day(reading: TableReading, row: int, span: Span) -> Span:
    """The period of a row by the day that it names: that of its table, or its own where that is the answer.

    Raises Left where rows outside the period are left out, and Waits while that isn't known.
    """
    text = reading.table.text(row, "day")
    day = day_of(text, reading.context.order) if text else ""
    if not text or (len(day) == 10 and span.start <= date.fromisoformat(day) <= span.end):
        return span
    own = _own(span, date.fromisoformat(day)) if len(day) == 10 else None
    sheet, at = reading.table.sheet.name, (row, reading.table.of("day")[0].number)
    if len(day) < 10:
        words, key = f'"{shown(text)}" in {shown(sheet)}!{place(*at)} is {NO_DAY}.', "days"
    else:
        words, key = f"{shown(sheet)} has rows outside {span.words}, first {shown(text)} in {place(*at)}.", "outside"
    choices = [
        Choice(LEAVE_OUT, "leave these rows out"),
        Choice(ALL_THE_SAME, "they belong to this return all the same"),
    ]
    if own:
        choices.insert(1, Choice(OWN, "take each into the return of its own period"))
    answer = reading.answers.to(Question(f"{key}:{reading.table.sheet.key}", f"{words} What becomes of them?", choices))
    if not answer:
        raise Waits(f"{key}:{reading.table.sheet.key}", at)
    if answer == LEAVE_OUT:
        raise Left(f"dated {shown(text)}, outside {span.words}")
    return own if answer == OWN and own else span


def _own(span: Span, day: date) -> Span | None:
    """The period that a day falls into, as long as the table's; None where that has no whole months."""
    first = span.start.year * 12 + span.start.month - 1
    count = span.end.year * 12 + span.end.month - first
    if span != months(span.start.year, span.start.month, count):
        return None
    begins = first + (day.year * 12 + day.month - 1 - first) // count * count
    return months(begins // 12, begins % 12 + 1, count)
