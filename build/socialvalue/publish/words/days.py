"""Days, months, years and periods in words."""

import re
from calendar import monthrange
from datetime import date
from functools import lru_cache

from babel.dates import format_date, format_skeleton

from socialvalue.domain.years import financial_year
from socialvalue.publish.words.language import Language, _, current

DAY = re.compile(r"\d{4}-\d{2}(-\d{2})?")


def day(text: str) -> str:
    """A year, a month or a day in words: 2023, September 2023, 14 September 2023. Any other name as it stands."""
    return _day(text, current())


@lru_cache(maxsize=1 << 12)
def _day(text: str, language: Language) -> str:
    if not DAY.fullmatch(text):
        return text
    if len(text) == 7:
        return format_skeleton("yMMMM", date.fromisoformat(f"{text}-01"), locale=language.locale)
    return format_date(date.fromisoformat(text), "long", language.locale)


@lru_cache(maxsize=1 << 10)
def _month(text: str, language: Language) -> str:
    return format_date(date.fromisoformat(text), "LLLL", language.locale)


def is_date(text: str) -> bool:
    """Whether this is a year, a month or a day as the data write it: 2023, 2023-09, 2023-09-14."""
    return text[:4].isdigit() and text.replace("-", "").isdigit()


def until(last: str) -> str:
    """The last day of a period in words, no finer than sources that name months, quarters or years give it: of a day
    that ends a month, the month."""
    return day(last[:7] if DAY.fullmatch(last) and len(last) > 7 and _last_of_month(last) else last)


def span(start: str, end: str) -> str:
    """A period in words: April to June 2022; 2018-19; 2016 to 2019; 1 March 2021 to 30 September 2022."""
    return _span(start, end, current())


@lru_cache(maxsize=1 << 12)
def _span(start: str, end: str, language: Language) -> str:
    if start == end:
        return day(start)
    if start[5:] == "04-01" and end[5:] == "03-31" and int(end[:4]) == int(start[:4]) + 1:
        return financial_year(start)
    if start[8:] == "01" and _last_of_month(end):
        if start[:7] == end[:7]:
            return day(start[:7])
        if (start[5:7], end[5:7]) == ("01", "12"):
            return start[:4] if start[:4] == end[:4] else _from_to(start[:4], end[:4])
        if start[:4] != end[:4]:
            return _from_to(day(start[:7]), day(end[:7]))
        return _from_to(_month(start, language), day(end[:7]))
    return _from_to(day(start), day(end))


def _from_to(start: str, end: str) -> str:
    return _("%(start)s to %(end)s", start=start, end=end)


def _last_of_month(text: str) -> bool:
    year, month, last = (int(part) for part in text.split("-"))
    return last == monthrange(year, month)[1]
