"""Which days are meant by the words for a period. Two calendars have quarters: the year's and the financial year's."""

import re
from datetime import date

from socialvalue.check.cells.day import MONTHS, day_meant
from socialvalue.domain.spans import FINANCIAL, Span, months
from socialvalue.domain.years import goes_on_in
from socialvalue.errors import BrokenRepository
from socialvalue.intake.days import ORDERS, day_of, orders_of

ORDINALS = ("1s", "2n", "3r", "4t")
ORDINAL = re.compile(r"\b(1st|2nd|3rd|4th)\s+(?:quarter|qtr)\b")
YEAR = r"(?P<year>(?:19|20)[0-9]{2})"
SECOND = r"(?:\s*[-/–]\s*(?P<second>[0-9]{2,4}))?"
QUARTER = r"q(?:uarter|tr|r)?\.?\s*(?P<quarter>[1-4])"
OURS = re.compile(rf"{YEAR}-q(?P<quarter>[1-4])")
OURS_FINANCIAL = re.compile(rf"{YEAR}-(?P<second>[0-9]{{2}})-q(?P<quarter>[1-4])")
QUARTER_FIRST = re.compile(rf"{QUARTER}\s*[,:/-]?\s*(?:of\s+)?(?P<fy>fy|financial year)?\s*{YEAR}{SECOND}")
YEAR_FIRST = re.compile(rf"(?P<fy>fy|financial year)?\s*{YEAR}{SECOND}\s*[,:/-]?\s*{QUARTER}")
SHORT_LAST = re.compile(rf"(?P<fy>fy)?\s*(?P<one>[0-9]{{2}})\s*[-/]\s*(?P<two>[0-9]{{2}})\s*[,:/-]?\s*{QUARTER}")
SHORT = re.compile(rf"{QUARTER}\s*[,:/-]?\s*(?P<fy>fy)?\s*(?P<one>[0-9]{{2}})\s*[-/]\s*(?P<two>[0-9]{{2}})")
WHOLE = re.compile(rf"(?P<fy>fy|financial year|year)?\s*{YEAR}{SECOND}")
MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}"
ONE_MONTH = re.compile(rf"(?P<month>{MONTH})\.?[\s,/-]*(?P<year>(?:20)?[0-9]{{2}})")
ISO_MONTH = re.compile(r"(?P<year>(?:19|20)[0-9]{2})[-/](?P<month>0[1-9]|1[0-2])")
MONTH_OF = re.compile(rf"(?P<of_month>{MONTH})\.?\s+of\s+(?P<fy>fy|financial year)?\s*{YEAR}{SECOND}")
"""A month of a year that stands elsewhere, such as above it: Jan of 2025-26."""
YEAR_OR_MONTH = re.compile(r"(?P<year>20[01][0-9])-(?P<second>(?P<month>0[1-9]|1[0-2]))")
"""2011-12 is a financial year and a month."""
DATED = (
    rf"(?:from\s+)?(?P<one_day>[0-9]{{1,2}})(?:st|nd|rd|th)?\s+(?P<one>{MONTH})\.?,?(?:\s+(?P<one_year>20[0-9]{{2}}))?"
)
DAYS_TO = re.compile(
    rf"{DATED}\s*(?:-|–|to|until)\s*(?P<last_day>[0-9]{{1,2}})(?:st|nd|rd|th)?\s+(?P<last>{MONTH})\.?,?"
    r"\s+(?P<last_year>20[0-9]{2})"
)
"""1 July to 30 September 2025."""
SO_MANY = {"three": 3, "3": 3, "six": 6, "6": 6, "nine": 9, "9": 9, "twelve": 12, "12": 12, "year": 12}
MONTHS_ENDING = re.compile(
    r"(?:(?P<count>three|3|six|6|nine|9|twelve|12)\s+months\s+(?:to|end(?:ing|ed))|(?P<year>year)\s+end(?:ing|ed))\s+"
    r"(?P<day>.{6,20})"
)
"""Three months to September 2025."""
HALF = re.compile(rf"h(?:alf)?\.?\s*(?P<half>[12])\s*[,:/-]?\s*(?P<fy>fy|financial year)?\s*{YEAR}{SECOND}")
MONTHS_TO = re.compile(
    rf"(?P<first>{MONTH})\.?[\s,-]*(?P<from>(?:20)?[0-9]{{2}})?\s*(?:-|–|to|/)\s*(?P<last>{MONTH})\.?[\s,-]*"
    r"(?P<to>(?:20)?[0-9]{2})"
)
DAYS = re.compile(r"(?:from\s+)?(.{6,20}?)\s+(?:-|–|to|until)\s+(.{6,20})|(\S{8,10})\s*[-–]\s*(\S{8,10})")
ENDING = re.compile(r"(?P<what>quarter|month|period|q(?:tr)?)\s+(?:end(?:ing|ed)?|to)\s+(?P<day>.{6,20})")


def spans_of(text: str, quarters: str = "") -> list[Span]:
    """What the words may mean, the likeliest first; empty for words that are no period.

    `quarters` is what the settings say: calendar, financial, or nothing. It decides what Q1 2026 is.
    """
    low = _plain(text).strip(" .;:()")
    for pattern, read in READERS:
        if found := pattern.fullmatch(low):
            spans = read(found)
            if spans:
                return _as_set(found, spans, quarters)
    return []


def period_meant(text: str, quarters: str = "") -> tuple[Span, list[Span]]:
    """The period that a name on the command line means, and what else it might: 2026-27-q1, Q1 2026-27, 2026-q1.

    A year alone is the calendar's. 2011-12 is a financial year before it is a month.

    Raises:
        BrokenRepository: it is none.
    """
    spans = spans_of(text, quarters)
    if not spans:
        raise BrokenRepository(f'"{text}" is no period. Write 2025-26, 2025-26-q3, 2025-q3, 2025-07 or 2025.')
    return spans[0], [] if text.strip().isdigit() else spans[1:]


def span_in(text: str, quarters: str = "") -> list[Span]:
    """The same, of the first words of a longer text that are a period: Social value return, Q1 2025-26."""
    low = _plain(text)
    found: list[tuple[int, int, list[Span]]] = []
    for pattern, read in READERS:
        for match in re.finditer(rf"(?<![\w£.,-])(?:{pattern.pattern})(?![\w-])", low):
            if spans := read(match):
                found.append((-len(match[0]), match.start(), _as_set(match, spans, quarters)))
    return min(found, default=(0, 0, []))[2]


def _plain(text: str) -> str:
    """A text in small letters, with its quarters by number: third quarter becomes q3."""
    low = re.sub(r"\s+", " ", text.strip().casefold())
    return ORDINAL.sub(lambda found: f"q{ORDINALS.index(found[1][:2]) + 1}", low)


def one_span(text: str, quarters: str = "") -> str:
    """A period that was typed, if it can be read in one way; a year alone is the calendar's own."""
    spans = spans_of(text, quarters)
    return text.strip() if len(spans) == 1 or (spans and text.strip().isdigit()) else ""


def _as_set(found: "re.Match[str]", spans: list[Span], quarters: str) -> list[Span]:
    """Of the quarters that each calendar has, the one of the calendar that the settings name.

    Q1 2025-26 names a financial year, which a setting for the calendar's quarters does not undo.
    """
    said = found.groupdict()
    if quarters and said.get("of_month") and not said["fy"]:
        return spans[-1:] if quarters == FINANCIAL else spans[:1]
    if not quarters or not said.get("quarter") or said.get("fy") or "one" in said:
        return spans
    year, quarter = int(found["year"]), int(found["quarter"])
    if quarters == FINANCIAL:
        return [_financial(year, quarter)]
    return spans if said.get("second") else [months(year, quarter * 3 - 2, 3)]


def _quarters(found: "re.Match[str]") -> list[Span]:
    quarter, year, second = int(found["quarter"]), int(found["year"]), found["second"]
    own, financial = months(year, quarter * 3 - 2, 3), _financial(year, quarter)
    if second:
        return [financial, own] if goes_on_in(year, second) else []
    if found["fy"]:
        return [financial, _financial(year - 1, quarter)]
    return [own, financial]


def _financial(year: int, quarter: int) -> Span:
    month = quarter * 3 + 1
    return months(year + month // 13, (month - 1) % 12 + 1, 3)


def _short(found: "re.Match[str]") -> list[Span]:
    year = _century(found["one"])
    return [_financial(year, int(found["quarter"]))] if goes_on_in(year, found["two"]) else []


def _whole(found: "re.Match[str]") -> list[Span]:
    year, second = int(found["year"]), found["second"]
    if second:
        return [months(year, 4, 12)] if goes_on_in(year, second) else []
    if found["fy"] and found["fy"] != "year":
        return [months(year, 4, 12), months(year - 1, 4, 12)]
    return [months(year, 1, 12), months(year, 4, 12)]


def _century(year: str) -> int:
    return int(year) if len(year) == 4 else 2000 + int(year)


def _month(found: "re.Match[str]") -> list[Span]:
    month = found["month"]
    return [months(_century(found["year"]), int(month) if month.isdigit() else month_number(month), 1)]


def _month_of(found: "re.Match[str]") -> list[Span]:
    """The month of the calendar's year, or that of the financial year that begins in it."""
    month, year, second = month_number(found["of_month"]), int(found["year"]), found["second"]
    financial = months(year + (month < 4), month, 1)
    if second:
        return [financial] if goes_on_in(year, second) else []
    if found["fy"]:
        return [financial, months(year - (month > 3), month, 1)]
    return list(dict.fromkeys([months(year, month, 1), financial]))


def month_number(name: str) -> int:
    """The number of a month by the first letters of its name."""
    return MONTHS.index(name[:3]) + 1


def _from_to(found: "re.Match[str]") -> list[Span]:
    first, last = month_number(found["first"]), month_number(found["last"])
    end = _century(found["to"])
    start = _century(found["from"]) if found["from"] else end - (first > last)
    count = (end - start) * 12 + last - first + 1
    return [months(start, first, count)] if 0 < count <= 600 else []


def _two_days(found: "re.Match[str]") -> list[Span]:
    texts = [part for part in found.groups() if part]
    ways = [order for order in ORDERS if all(order in orders_of(text) for text in texts)]
    pairs = [[day_of(text, order) for text in texts] for order in ways]
    spans = [Span(date.fromisoformat(one), date.fromisoformat(other)) for one, other in pairs if one and one <= other]
    return list(dict.fromkeys(spans))


def _ending(found: "re.Match[str]") -> list[Span]:
    if found["what"] == "period":
        return []
    return _until(found["day"], 1 if found["what"] == "month" else 3)


def _until(day: str, count: int) -> list[Span]:
    """So many months to a day that is the last of its month, or to the end of a month; empty for another day."""
    last = day_meant(day)
    if not last:
        month = ONE_MONTH.fullmatch(day)
        last = _month(month)[0].end.isoformat() if month else ""
    if not last:
        return []
    end = date.fromisoformat(last)
    ahead = end.year * 12 + end.month - count
    span = months(ahead // 12, ahead % 12 + 1, count)
    return [span] if span.end == end else []


def _dated(found: "re.Match[str]") -> list[Span]:
    """Two days by the names of their months; the first has the year of the last, or the one before."""
    one, last = month_number(found["one"]), month_number(found["last"])
    end_year = int(found["last_year"])
    year = int(found["one_year"]) if found["one_year"] else end_year - (one > last)
    try:
        span = Span(date(year, one, int(found["one_day"])), date(end_year, last, int(found["last_day"])))
    except ValueError:
        return []
    return [span] if span.start <= span.end else []


def _half(found: "re.Match[str]") -> list[Span]:
    half, year, second = int(found["half"]), int(found["year"]), found["second"]
    if second and not goes_on_in(year, second):
        return []
    financial = months(year, half * 6 - 2, 6)
    return [financial] if second or found["fy"] else [months(year, half * 6 - 5, 6), financial]


READERS = (
    (OURS, lambda found: [months(int(found["year"]), int(found["quarter"]) * 3 - 2, 3)]),
    (OURS_FINANCIAL, lambda found: _quarters(found)[:1]),
    (YEAR_OR_MONTH, lambda found: [*_whole(found), *_month(found)] if _whole(found) else []),
    (DAYS_TO, _dated),
    (MONTHS_ENDING, lambda found: _until(found["day"], SO_MANY[found["count"] or found["year"]])),
    (MONTHS_TO, _from_to),
    (HALF, _half),
    (QUARTER_FIRST, _quarters),
    (YEAR_FIRST, _quarters),
    (SHORT, _short),
    (SHORT_LAST, _short),
    (ENDING, _ending),
    (ISO_MONTH, _month),
    (WHOLE, _whole),
    (ONE_MONTH, _month),
    (MONTH_OF, _month_of),
    (DAYS, _two_days),
)
"""Each way to write a period, and what it may mean."""
