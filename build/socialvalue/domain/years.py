"""Years, periods and days: financial years, the last day of a month, how long periods are and how far apart."""

from calendar import monthrange
from datetime import date, timedelta

import pandas as pd

from socialvalue.records import held

YEAR = 365.25
"""Days of a year, leap years shared out."""
FIRST_YEAR, LAST_YEAR = 1900, 2199
"""The years that a fact may be of. Beyond them lies a slip, or a word for never: 0000, 0202, 9999."""


def is_year(text: str) -> bool:
    """Whether this is a year that a fact may be of: 2024."""
    return len(text) == 4 and text.isascii() and text.isdecimal() and FIRST_YEAR <= int(text) <= LAST_YEAR


def is_financial_year(text: str) -> bool:
    """Whether this is a financial year: its second half is the year after the first, as in 2023-24."""
    return is_year(text[:4]) and text == financial_year_from(int(text[:4]))


def price_base(price_year: str, delivery: str) -> str:
    """The financial year whose index stands for `price_year`.

    A calendar year stands for the financial year that begins in it, which holds nine of its months;
    "delivery" for the year of delivery.
    """
    if price_year == "delivery":
        return delivery
    return price_year if "-" in price_year else financial_year_from(int(price_year))


def financial_year(day: str) -> str:
    """The financial year (April to March) that `day` (2018-09-30) lies in: 2018-19. Empty for no day."""
    if not day:
        return ""
    year, month = int(day[:4]), int(day[5:7] or 4)
    return financial_year_from(year if month >= 4 else year - 1)


def financial_year_from(year: int) -> str:
    """The financial year that begins in April of `year`: 2018-19."""
    return f"{year}-{(year + 1) % 100:02}"


def goes_on_in(year: int, second: str) -> bool:
    """Whether the last two digits of `second` are those of the year after `year`, as in 2018-19 and 2018/2019."""
    return financial_year_from(year).endswith(second[-2:])


def first_day_of(financial_year: str) -> str:
    """The day on which a financial year begins: 2018-19 -> 2018-04-01."""
    return f"{financial_year[:4]}-04-01"


def last_day(when: str) -> str:
    """The last day of a year, a month or a day: 2023 -> 2023-12-31, 2023-09 -> 2023-09-30. Empty for none."""
    if len(when) == 4:
        return f"{when}-12-31"
    if len(when) == 7:
        return f"{when}-{monthrange(int(when[:4]), int(when[5:7]))[1]}"
    return when


def first_day(when: str) -> str:
    """The first day of a year, a month or a day: 2023 -> 2023-01-01, 2023-09 -> 2023-09-01. Empty for none."""
    if len(when) == 4:
        return f"{when}-01-01"
    return f"{when}-01" if len(when) == 7 else when


def day_after(day: str) -> date:
    """The day that follows: a period that ends on 31 March 2024 goes on where one begins on 1 April."""
    return date.fromisoformat(day) + timedelta(days=1)


def days_of(periods: pd.DataFrame) -> "pd.Series[float]":
    """The days from `start` to `end`, both counted; not a number where a day is missing or no day."""
    return (_day(periods["end"]) - _day(periods["start"])).dt.days + 1.0


def gap_before(periods: pd.DataFrame) -> "pd.Series[float]":
    """The days between the `end` in the row before and the `start`; below 0 where the two overlap."""
    return (_day(periods["start"]) - _day(periods["end"]).shift()).dt.days - 1.0


def _day(days: "pd.Series[str]") -> "pd.Series[pd.Timestamp]":
    codes, different = held(days)
    read = pd.to_datetime(different, errors="coerce", format="%Y-%m-%d")
    return pd.Series(read.take(codes), index=days.index)
