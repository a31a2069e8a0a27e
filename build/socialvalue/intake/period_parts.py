"""A period in several columns, as Year beside Quarter: together they say which days are meant."""

import re
from collections.abc import Sequence
from functools import reduce

from socialvalue.check.names import plain
from socialvalue.domain.spans import Span
from socialvalue.domain.years import goes_on_in
from socialvalue.intake.periods import MONTH, spans_of
from socialvalue.intake.two_headings import FIRST_OF_MONTH

QUARTER = re.compile(r"q(?:uarter|tr)?\.?\s*[1-4]", re.IGNORECASE)
NUMBER = re.compile(r"[1-4]")
ONE_MONTH = re.compile(rf"{MONTH}\.?", re.IGNORECASE)
SHORT_YEAR = re.compile(r"(?:fy\s*)?([0-9]{2})\s*[-/–]\s*([0-9]{2})", re.IGNORECASE)
"""A financial year such as 25/26."""
QUARTERS = ("quarter", "qtr", "reportingquarter", "q")
FINANCIAL = ("fy", "financialyear")
LEAST_YEAR = 365
Part = tuple[str, str]
"""A heading, and what stands below it in a row."""


def together(parts: Sequence[Part]) -> str:
    """The words for the period of a row: the part inside the others, or what it is called with its year behind it."""
    said = [(heading, _whole(heading, text)) for heading, text in parts if text]
    whole = [(heading, text) for heading, text in said if spans_of(text)]
    rest = sorted((text for _, text in said if not spans_of(text)), key=_size)
    years = [part for part in whole if _is_year(part[1])]
    if len(said) < len(parts) and len(years) == len(said) == 1:
        empty = next(heading for heading, text in parts if not text)
        return f"no {empty.casefold()} of {years[0][1]}"
    if not rest:
        return reduce(_inner, (text for _, text in whole), "")
    if whole and len(years) < len(whole) and not _size(rest[0]) < len(SIZES):
        return reduce(_inner, (text for _, text in whole))
    return _of_year(rest[0], whole) if whole else " of ".join(rest)


SIZES = (ONE_MONTH, QUARTER)
"""What has no year of its own, the smallest first."""


def _size(text: str) -> int:
    return next((at for at, pattern in enumerate(SIZES) if pattern.fullmatch(text)), len(SIZES))


def _whole(heading: str, text: str) -> str:
    """A cell as a period is written: below Quarter 3 is Q3; 25/26 is 2025-26, a first day of a month that month."""
    if NUMBER.fullmatch(text) and plain(heading) in QUARTERS:
        return f"Q{text}"
    short = SHORT_YEAR.fullmatch(text)
    if short and goes_on_in(2000 + int(short[1]), short[2]):
        return f"20{short[1]}-{short[2]}"
    if plain(heading) in FINANCIAL and re.fullmatch(r"20[0-9]{2}", text):
        return f"FY {text}"
    return FIRST_OF_MONTH.sub(r"\1", text) if FIRST_OF_MONTH.fullmatch(text) else text


def _of_year(text: str, whole: Sequence[Part]) -> str:
    around = reduce(_inner, (said for _, said in whole))
    beside = f"{text} {around}"
    return beside if not ONE_MONTH.fullmatch(text) and spans_of(beside) else f"{text} of {around}"


def _inner(one: str, other: str) -> str:
    """Of two periods the one that lies in the other; both, which nobody can read, where neither does."""
    if not one or not other or plain(one) == plain(other):
        return one or other
    for inner, outer in ((one, other), (other, one)):
        around = spans_of(outer) if _is_year(outer) else spans_of(outer)[:1]
        if any(_lies_in(small, large) for small in spans_of(inner)[:1] for large in around):
            return inner
    return f"{one} of {other}"


def _lies_in(small: Span, large: Span) -> bool:
    return large.start <= small.start and small.end <= large.end


def _is_year(text: str) -> bool:
    return all((span.end - span.start).days + 1 >= LEAST_YEAR for span in spans_of(text))
