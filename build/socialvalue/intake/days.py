"""Days as people write them. 05/06/2025 is 5 June or 6 May: asked once for the file, unless another day decides."""

import re
from collections.abc import Iterable
from datetime import date

from socialvalue.check.cells.day import DAY, day_meant, part_meant

NUMERIC = re.compile(r"([0-9]{1,2})[-/. ]([0-9]{1,2})[-/. ]([0-9]{4}|[0-9]{2})(?:\s.*)?", re.ASCII)
SERIAL = re.compile(r"[0-9]{5}", re.ASCII)
PART = re.compile(r"[0-9]{4}(-[0-9]{2})?", re.ASCII)
FIRST_SURE = date(1900, 3, 1)
"""Before it Excel counts a day that never was, and its days are mostly numbers that were given the form of a day."""
ORDERS = ("day first", "month first")


def orders(texts: Iterable[str]) -> set[str]:
    """Which orders the days of a file decide: those with a number above 12."""
    found = set()
    for text in texts:
        if (match := NUMERIC.fullmatch(text.strip())) and (read := both(match)):
            found |= read if len(read) == 1 else set()
    return found


def both(found: "re.Match[str]") -> set[str]:
    """The orders in which the three numbers are a day."""
    one, two, year = int(found[1]), int(found[2]), found[3]
    return {
        order for order, (day, month) in zip(ORDERS, ((one, two), (two, one)), strict=True) if _iso(year, month, day)
    }


def orders_of(text: str) -> set[str]:
    """The orders in which a text is a day: both for 30 June 2025 and for 05/06/2025, one for 30/06/2025."""
    if found := NUMERIC.fullmatch(text.strip()):
        return both(found)
    return set(ORDERS) if len(day_of(text, ORDERS[0])) == len("2025-06-30") else set()


def is_open(text: str) -> bool:
    """Whether a day can be read in two ways that differ."""
    found = NUMERIC.fullmatch(text.strip())
    return found is not None and len(both(found)) == 2 and int(found[1]) != int(found[2])


def day_of(text: str, order: str) -> str:
    """A day, a month or a year as it is kept: 2025-06-05; "" where it is none. `order` is one of ORDERS."""
    text = text.strip()
    if PART.fullmatch(text):
        return text
    if DAY.fullmatch(text[:10]) and (len(text) == 10 or text[10] in " T"):
        return text[:10] if _sure(text[:10]) else ""
    if found := NUMERIC.fullmatch(text):
        one, two = int(found[1]), int(found[2])
        day, month = (two, one) if order == ORDERS[1] else (one, two)
        return _iso(found[3], month, day) or _iso(found[3], day, month)
    if SERIAL.fullmatch(text):
        return day_meant(text)
    return day_meant(text) or part_meant(text)


def _sure(day: str) -> bool:
    try:
        return date.fromisoformat(day) >= FIRST_SURE
    except ValueError:
        return False


def _iso(year: str, month: int, day: int) -> str:
    try:
        return date(int(year) if len(year) == 4 else 2000 + int(year), month, day).isoformat()
    except ValueError:
        return ""
