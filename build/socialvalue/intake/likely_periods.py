"""Which periods the words round a table allow: certain where they say nothing else, else choices to be asked about."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from socialvalue.domain.spans import Span, months
from socialvalue.intake.periods import MONTH, month_number, span_in, spans_of

LABEL = re.compile(
    r"(?:(?:for|in|return for)\s+)?(?:the\s+)?(?:(?:reporting|report|return)\s+)?"
    r"(?:periods?(?:\s+covered)?|quarter|month|year|dates)?\s*[:–-]?\s*(?:(?:of|from)\s+)?"
)
"""What stands before a period and says that it is one: Reporting period: …"""
NAMED = rf"(?:(?P<day>[0-9]{{1,2}})(?:st|nd|rd|th)?\s+)?(?P<month>{MONTH})\.?[\s,/-]*(?P<year>20[0-9]{{2}})"
ISO = r"(?P<iso_year>20[0-9]{2})-(?P<iso_month>0[1-9]|1[0-2])(?:-(?P<iso_day>[0-3][0-9]))?"
SLASHED = r"(?P<first>[0-9]{1,2})[/.](?P<second>[0-9]{1,2})[/.](?P<slashed_year>20[0-9]{2})"
MENTION = re.compile(rf"(?<![\w£])(?:{NAMED}|{ISO}|{SLASHED})(?![\w])")
"""A month or a day of a year, wherever it stands in a text."""
MOST_MONTHS = 12
YEAR_TO = re.compile(r"\byear\s+(?:to|end)")
TWO_YEARS = re.compile(r"[0-9]{4}\s*[-/–]\s*[0-9]{2}(?![0-9-])")
"""Whose quarters are the financial year's: 2024-25."""


def whole_spans(text: str, quarters: str = "") -> list[Span]:
    """The spans that a text may mean which says a period and nothing else; empty for every other text.

    A financial year that is named says which calendar counts.
    """
    low = " ".join(text.casefold().split())
    said = LABEL.match(low)
    rest = low[said.end() :] if said else low
    spans = spans_of(low, quarters) or (spans_of(rest, quarters) if rest else [])
    return _of_the_year_named(low, spans)


def _of_the_year_named(low: str, spans: list[Span]) -> list[Span]:
    """Of the quarters that each calendar has, the financial year's where two years are named: Q1 2025-26."""
    return spans[:1] if TWO_YEARS.search(low) and "q" in low else spans


def certain_span(texts: Sequence[str], quarters: str = "") -> Span | None:
    """The span that one of the texts says and nothing else, where no other text names a period apart from it."""
    whole = {span for text in texts for span in whole_spans(text, quarters)}
    if len(whole) != 1:
        return None
    sure = whole.pop()
    for text in texts:
        named = [] if _names_a_day(text) or whole_spans(text, quarters) else span_in(text, quarters)
        named = _of_the_year_named(text.casefold(), named)
        if named and not any(span.start <= sure.end and sure.start <= span.end for span in named):
            return None
    return sure


def _names_a_day(text: str) -> bool:
    """Whether a text tells of a single day, such as when it was printed: that names no period."""
    return any(exact for _, exact in _mentioned(" ".join(text.casefold().split())))


def possible_spans(text: str, quarters: str = "") -> list[Span]:
    """The spans that a longer text allows: the period inside it, and the quarter, the year and the month of its days.

    None of them is certain: a day may be when it was printed, and a month the last of three.
    """
    if whole := whole_spans(text, quarters):
        return whole
    low = " ".join(text.casefold().split())
    found, mentioned = span_in(text, quarters), list(_mentioned(low))
    if len(mentioned) > 1:
        (first, _), (last, _) = min(mentioned), max(mentioned)
        count = (last.year - first.year) * 12 + last.month - first.month + 1
        found += [months(first.year, first.month, count)] if count <= MOST_MONTHS else []
    for day, exact in mentioned[-1:]:
        found += _around(day, exact)
        ahead = day.year * 12 + day.month - MOST_MONTHS
        found += [months(ahead // 12, ahead % 12 + 1, MOST_MONTHS)] if YEAR_TO.search(low) else []
    return sorted(dict.fromkeys(found), key=lambda span: (_size(span), -span.start.toordinal()))


def _around(day: date, exact: bool) -> Iterator[Span]:
    """The quarter, the years and the month of a day; the quarter before it, too, as reports are written afterwards."""
    first = (day.month - 1) // 3 * 3 + 1
    yield months(day.year, first, 3)
    if exact:
        yield months(day.year - (first == 1), (first - 4) % 12 + 1, 3)
    yield months(day.year - (day.month < 4), 4, 12)
    yield months(day.year, 1, 12)
    yield months(day.year, day.month, 1)


def _size(span: Span) -> int:
    """Where a span stands among the choices: quarters, other spans, years, months."""
    if span.quarter:
        return 0
    days = (span.end - span.start).days + 1
    return 2 if days in (365, 366) else 3 if days < 32 else 1


def _mentioned(low: str) -> Iterator[tuple[date, bool]]:
    """The first days of the months that a text names, in its order; and whether it names a day."""
    for found in MENTION.finditer(low):
        if found["month"]:
            yield date(int(found["year"]), month_number(found["month"]), 1), bool(found["day"])
        elif found["iso_month"]:
            yield date(int(found["iso_year"]), int(found["iso_month"]), 1), bool(found["iso_day"])
        else:
            number = next((each for each in map(int, (found["second"], found["first"])) if 0 < each < 13), 0)
            if number:
                yield date(int(found["slashed_year"]), number, 1), True
