"""Days of the calendar, kept as ISO text, and what people write instead of them."""

import re
import unicodedata
from collections.abc import Sequence
from datetime import date, timedelta

from socialvalue.check.cells.bad_cell import BadCell
from socialvalue.domain.years import FIRST_YEAR, LAST_YEAR, is_year

DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", re.ASCII)
YEAR_FIRST = re.compile(r"([0-9]{4})[-/.]([0-9]{1,2})[-/.]([0-9]{1,2})(?:[t ].*)?", re.ASCII)
DAY_FIRST = re.compile(r"([0-9]{1,2})[-/. ]([0-9]{1,2}|[a-z]{3,9})[-/. ]([0-9]{4}|[0-9]{2})", re.ASCII)
MONTH_FIRST = re.compile(r"([a-z]{3,9})[-/. ]([0-9]{4}|[0-9]{2})|([0-9]{1,2})[-/. ]([0-9]{4})", re.ASCII)
"""July 2024, Jul-24 (what Excel makes of 2024-07) or 07/2024."""
PART = re.compile(r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?", re.ASCII)
"""A year, a month or a day of it."""
DATED = "^(19|2[01])[0-9]{2}(-[0-9]{2}(-[0-9]{2})?)?$"
"""The form of columns that hold a year, a month or a day. Financial years look alike, as 2023-24."""
SERIAL = re.compile(r"[34][0-9]{4}", re.ASCII)
NO_DAY = "is not a day of the calendar."
BEYOND = f"is of a year before {FIRST_YEAR} or after {LAST_YEAR}."
EXCEL_BEGINS = date(1899, 12, 30)
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def day(text: str) -> str:
    """A day of the calendar, kept as text: 2024-03-31."""
    if not DAY.fullmatch(text):
        meant = days_meant(text)
        raise BadCell("real-day", _what_it_is(text), which(meant), meant[0] if len(meant) == 1 else "")
    if not _real(*of_a_year(text).split("-")):
        raise BadCell("real-day", NO_DAY)
    return text


def of_a_year(text: str) -> str:
    """A text that begins with a year, as long as that is one that a fact may be of."""
    if PART.fullmatch(text) and not is_year(text[:4]):
        raise BadCell("real-day", BEYOND, "Correct the year.")
    return text


def part(text: str) -> str:
    """A year, a month or a day that has the form of one: there is such a month, and such a day of it."""
    if PART.fullmatch(text) and not _real(*f"{of_a_year(text)}-01-01"[:10].split("-")):
        raise BadCell("real-day", f"is not a {('year', 'month', 'day')[text.count('-')]} of the calendar.")
    return text


def days_meant(text: str) -> list[str]:
    """The days that may have been meant, the British reading first: 01/02/2016 may be either of two."""
    low = unicodedata.normalize("NFKC", text).strip().casefold().replace(",", "")
    if SERIAL.fullmatch(low):
        return [(EXCEL_BEGINS + timedelta(days=int(low))).isoformat()]
    if found := YEAR_FIRST.fullmatch(low):
        return [found for found in [_real(*found.groups())] if found]
    if not (found := DAY_FIRST.fullmatch(low)):
        return []
    first, month, year = found.groups()
    if month[:3] in MONTHS:
        readings = [(_century(year), str(MONTHS.index(month[:3]) + 1), first)]
    elif month.isdigit():
        readings = [(_century(year), month, first), (_century(year), first, month)]
        readings += [(_century(first), month, year)] if low.count("-") == 2 else []  # 24-08-30
    else:
        return []
    return list(dict.fromkeys(found for found in (_real(*reading) for reading in readings) if found))


def day_meant(text: str) -> str:
    """The day that was probably meant; empty where it is not clear."""
    meant = days_meant(text)
    return meant[0] if len(meant) == 1 else ""


def which(days: Sequence[str]) -> str:
    """What to do where one of several days may be meant; empty where it is clear, or nothing is."""
    if len(days) < 2:
        return ""
    named = [f"{day} for {int(day[8:])} {date.fromisoformat(day):%B %Y}" for day in days]
    return f"Write {', '.join(named[:-1])} or {named[-1]}: nobody else can tell which day it is."


def _century(year: str) -> str:
    return year if len(year) == 4 else f"20{year:0>2}"


def part_meant(text: str) -> str:
    """The day or the month that was probably meant, where either will do: July 2024 -> 2024-07."""
    low = unicodedata.normalize("NFKC", text).strip().casefold()
    if found := MONTH_FIRST.fullmatch(low):
        month, year = (part for part in found.groups() if part)
        number = MONTHS.index(month[:3]) + 1 if month[:3] in MONTHS else int(month) if month.isdigit() else 0
        century = "" if len(year) == 4 else "20"
        return f"{century}{year}-{number:02}" if 1 <= number <= 12 else ""
    return day_meant(text)


def _what_it_is(text: str) -> str:
    if not text.isascii():
        return "is written in other characters than digits and hyphens."
    if SERIAL.fullmatch(text):
        return "is how Excel counts days, not a date."
    return "is not a date that programs can read."


def _real(year: str, month: str, of_month: str) -> str:
    try:
        return date(int(year), int(month), int(of_month)).isoformat()
    except ValueError:
        return ""
