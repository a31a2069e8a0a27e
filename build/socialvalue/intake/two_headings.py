"""Headings as trackers have them: names in one row and months in the row below, or days that stand for months.

A month or a quarter without a year has that of the merged heading above it, or of the title where that names one.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from socialvalue.intake.headings import LOOKED_AT, field_of, is_total
from socialvalue.intake.periods import MONTH, spans_of
from socialvalue.intake.workbook import Sheet

FIRST_OF_MONTH = re.compile(r"(20[0-9]{2}-[0-9]{2})-01")
"""What a spreadsheet makes of a month that is typed as Apr-25."""
LEAST = 2
"""Periods in a row that make it one of headings."""
BARE = re.compile(rf"{MONTH}|q(?:uarter|tr)?\.?\s*[1-4]", re.IGNORECASE)
"""A month or a quarter of a year that isn't said."""
HALF = re.compile(r"h(?:alf)?\.?\s*[12]", re.IGNORECASE)
ALL_YEAR = re.compile(r"(?:fy|full year|whole year|year|annual)(?:\s+total)?", re.IGNORECASE)
"""A heading of a year that isn't said, beside its quarters."""
YEAR_SAID = re.compile(
    r"(?:\bfy\s*)?(?<![0-9.,£/-])20[0-9]{2}(?:\s*[-/–]\s*(?:20)?[0-9]{2}(?![0-9/-]))?(?![0-9])", re.IGNORECASE
)
FIGURES = ("quantity", "running_total", "left_out")
"""What a heading may be that names a period too."""


def in_one_row(sheet: Sheet) -> Sheet:
    """The sheet with its headings in one row: a name that stands above an empty heading comes down to it, and a first
    day of a month is that month. Rows keep their numbers. A sheet without periods in its headings stays as it is."""
    for at in range(min(len(sheet.rows), LOOKED_AT)):
        row = _with_years(sheet, at, _months(sheet.rows[at]))
        if not _has_periods(row):
            continue
        above = sheet.rows[at - 1] if at else ()
        joined = [text or (above[place] if place < len(above) else "") for place, text in enumerate(row)]
        if any(field_of(text) == "measure" for text in joined):
            stay = [text if place < len(row) and row[place] else "" for place, text in enumerate(above)]
            before = [*sheet.rows[: at - 1], stay] if at else []
            return replace(sheet, rows=[*before, joined, *sheet.rows[at + 1 :]])
    return sheet


def _months(row: Sequence[str]) -> list[str]:
    texts = [text.strip() for text in row]
    days = [found for text in texts if (found := FIRST_OF_MONTH.fullmatch(text))]
    if len({found[0] for found in days}) < LEAST:
        return texts
    return [FIRST_OF_MONTH.sub(r"\1", text) for text in texts]


def split_period(text: str, bare: bool = False) -> tuple[str, str]:
    """A heading such as Actual Apr-25 in two: what the column is, and the period. The first is empty for a period
    alone, the second where there is none. `bare` says that a month or a quarter is enough."""
    words = text.split()
    for at in range(len(words)):
        ways = ((words[:at], words[at:]), (words[len(words) - at :], words[: len(words) - at]))
        for rest, period in ways:
            name, said = " ".join(rest).strip(" -–:,/"), " ".join(period).strip(" -–:,/()")
            if (not name or field_of(name) in FIGURES) and (spans_of(said) or (bare and BARE.fullmatch(said))):
                return name, said
    return "", ""


def period_in(text: str) -> str:
    """The period that a heading begins or ends with, whatever else it says: Adjusted Apr-25; "" for none."""
    words = text.split()
    ways = [said for at in range(len(words)) for said in (words[at:], words[: len(words) - at])]
    said = (" ".join(way).strip(" -–:,/()") for way in ways)
    return next((each for each in said if each and spans_of(each)), "")


def has_bare(row: Sequence[str]) -> bool:
    """Whether several headings of a row are months or quarters without a year."""
    return len({said for text in row if (said := split_period(text, True)[1]) and not spans_of(said)}) >= LEAST


def _with_years(sheet: Sheet, at: int, row: list[str]) -> list[str]:
    """The row with a year beside each month and quarter that lacks it, where one stands above."""
    if not has_bare(row):
        return row
    titles = [text for line in sheet.rows[:at] for text in line if text.strip()]
    groups = [_group_above(sheet, at + 1, place) for place in range(1, len(row) + 1)]
    return [
        _longer(text, group, titles) or with_year(text, group, titles) for text, group in zip(row, groups, strict=True)
    ]


def with_year(text: str, group: str, titles: Sequence[str]) -> str:
    said = split_period(text, True)[1]
    if not said or spans_of(said):
        return text
    years = _years(group) or {year for title in titles for year in _years(title)}
    return f"{text} of {years.pop()}" if len(years) == 1 else text


def _longer(text: str, group: str, titles: Sequence[str]) -> str:
    """A half or a whole year beside quarters, with its year: FY -> 2025-26; "" for another heading."""
    years = _years(group) or {year for title in titles for year in _years(title)}
    if len(years) != 1:
        return ""
    year = years.pop()
    return (
        f"{text} {year}"
        if HALF.fullmatch(text)
        else year
        if ALL_YEAR.fullmatch(text) and spans_of(year)[1:] == []
        else ""
    )


def _years(text: str) -> set[str]:
    """The years that a text names: a financial year whole, as 2025-26; of 2025-09 the year alone."""
    found = (" ".join(match[0].split()) for match in YEAR_SAID.finditer(text))
    return {year if spans_of(year) else year[:4] for year in found}


def _group_above(sheet: Sheet, row: int, column: int) -> str:
    """The text of the merged cell above a cell, or of the one right above."""
    for (top, left), (bottom, right) in sheet.merged.items():
        if top < row and row - 1 <= bottom + 2 and bottom < row and left <= column <= right:
            return sheet.cell(top, left)
    return _beside(sheet, row - 1, column) if row > 1 else ""


def _beside(sheet: Sheet, row: int, column: int) -> str:
    """The text of a cell; of an empty one the year that stands once to its left, where the row has years alone."""
    filled = [text for text in sheet.rows[row - 1] if text.strip()]
    years = len(filled) > 1 and all(YEAR_SAID.fullmatch(text.strip()) for text in filled)
    for at in range(column, 0 if years else column - 1, -1):
        if text := sheet.cell(row, at).strip():
            return text
    return ""


def _has_periods(row: Sequence[str]) -> bool:
    """Whether a row names periods, each once, and no figure: 2030 is a year, and may be a number."""
    filled = [text for text in row if text]
    bare = has_bare(row)
    periods = [text for text in filled if not text.isdigit() and split_period(text, bare)[1]]
    figures = [text for text in filled if text not in periods and re.fullmatch(r"[£%0-9.,\s-]+", text)]
    return len(set(periods)) == len(periods) >= LEAST and not figures and not is_total(filled[:1])
