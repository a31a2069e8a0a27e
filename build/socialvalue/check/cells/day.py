"""Days of the calendar, kept as ISO text, and what people write instead of them."""

import re
import unicodedata
from datetime import date, timedelta

from socialvalue.check.cells.wrong import Wrong

DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", re.ASCII)
YEAR_FIRST = re.compile(r"([0-9]{4})[-/.]([0-9]{1,2})[-/.]([0-9]{1,2})(?:[t ].*)?", re.ASCII)
DAY_FIRST = re.compile(r"([0-9]{1,2})[-/. ]([0-9]{1,2}|[a-z]{3,9})[-/. ]([0-9]{4})", re.ASCII)
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
        return _real(year, month, first) if month.isdigit() else ""
    return ""


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
