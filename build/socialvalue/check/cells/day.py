"""Days of the calendar, kept as ISO text, and what people write instead of them."""

import re
import unicodedata
from datetime import date, timedelta

from socialvalue.check.cells.wrong import Wrong

DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", re.ASCII)
YEAR_FIRST = re.compile(r"([0-9]{4})[-/.]([0-9]{1,2})[-/.]([0-9]{1,2})(?:[t ].*)?", re.ASCII)
DAY_FIRST = re.compile(r"([0-9]{1,2})[-/. ]([0-9]{1,2}|[a-z]{3,9})[-/. ]([0-9]{4}|[0-9]{2})", re.ASCII)
MONTH_FIRST = re.compile(r"([a-z]{3,9})[-/. ]([0-9]{4}|[0-9]{2})|([0-9]{1,2})[-/. ]([0-9]{4})", re.ASCII)
"""July 2024, Jul-24 (what Excel makes of 2024-07) or 07/2024."""
SERIAL = re.compile(r"[34][0-9]{4}", re.ASCII)
EXCEL_BEGINS = date(1899, 12, 30)
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def day(text: str) -> str:
    """A day of the calendar, kept as text: 2024-03-31."""
    if not DAY.fullmatch(text):
        raise Wrong("real-day", _what_it_is(text), suggestion=day_meant(text))
    if not _real(*text.split("-")):
        raise Wrong("real-day", "is not a day of the calendar.")
    return text


def day_meant(text: str) -> str:
    """The day that was probably meant, in British order; empty where it is not clear."""
    low = unicodedata.normalize("NFKC", text).strip().casefold().replace(",", "")
    if SERIAL.fullmatch(low):
        return (EXCEL_BEGINS + timedelta(days=int(low))).isoformat()
    if found := YEAR_FIRST.fullmatch(low):
        return _real(*found.groups())
    if found := DAY_FIRST.fullmatch(low):
        first, month, year = found.groups()
        if month[:3] in MONTHS:
            month = str(MONTHS.index(month[:3]) + 1)
        year = year if len(year) == 4 else f"20{year}"
        if not month.isdigit():
            return ""
        return _real(year, month, first) or _real(year, first, month)  # 8/30/2024 can only be meant in one way
    return ""


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
