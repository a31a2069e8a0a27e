"""Headings as trackers have them: names in one row and months in the row below, or days that stand for months."""

import re
from collections.abc import Sequence
from dataclasses import replace

from socialvalue.intake.headings import LOOKED_AT, field_of, is_total
from socialvalue.intake.periods import spans_of
from socialvalue.intake.workbook import Sheet

FIRST_OF_MONTH = re.compile(r"(20[0-9]{2}-[0-9]{2})-01")
"""What a spreadsheet makes of a month that is typed as Apr-25."""
LEAST = 2
"""Periods in a row that make it one of headings."""


def in_one_row(sheet: Sheet) -> Sheet:
    """The sheet with its headings in one row: a name that stands above an empty heading comes down to it, and a first
    day of a month is that month. Rows keep their numbers. A sheet without periods in its headings stays as it is."""
    for at in range(min(len(sheet.rows), LOOKED_AT)):
        row = _months(sheet.rows[at])
        if not _has_periods(row):
            continue
        above = sheet.rows[at - 1] if at else ()
        joined = [text or (above[place] if place < len(above) else "") for place, text in enumerate(row)]
        if any(field_of(text) == "measure" for text in joined):
            return replace(sheet, rows=[*sheet.rows[:at], joined, *sheet.rows[at + 1 :]])
    return sheet


def _months(row: Sequence[str]) -> list[str]:
    texts = [text.strip() for text in row]
    days = [found for text in texts if (found := FIRST_OF_MONTH.fullmatch(text))]
    if len({found[0] for found in days}) < LEAST:
        return texts
    return [FIRST_OF_MONTH.sub(r"\1", text) for text in texts]


def _has_periods(row: Sequence[str]) -> bool:
    """Whether a row names periods, each once, and no figure: 2030 is a year, and may be a number."""
    filled = [text for text in row if text]
    periods = [text for text in filled if not text.isdigit() and spans_of(text)]
    figures = [text for text in filled if text not in periods and re.fullmatch(r"[£%0-9.,\s-]+", text)]
    return len(set(periods)) == len(periods) >= LEAST and not figures and not is_total(filled[:1])
