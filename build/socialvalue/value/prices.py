"""Prices of different years: financial years, GDP deflators, and the part of a year that a period covers.

Source: HM Treasury, The Green Book, on price bases; HM Treasury GDP deflators at market prices.
"""

from calendar import monthrange
from collections.abc import Mapping
from datetime import date, timedelta
from fractions import Fraction

import pandas as pd

from socialvalue.records import Settings


def financial_year(day: str) -> str:
    """The financial year (April to March) that `day` (2018-09-30) lies in: 2018-19. Empty for no day."""
    if not day:
        return ""
    year, month = int(day[:4]), int(day[5:7] or 4)
    first = year if month >= 4 else year - 1
    return f"{first}-{(first + 1) % 100:02}"


def last_day(when: str) -> str:
    """The last day of a year, a month or a day: 2023 -> 2023-12-31, 2023-09 -> 2023-09-30. Empty for none."""
    if len(when) == 4:
        return f"{when}-12-31"
    if len(when) == 7:
        return f"{when}-{monthrange(int(when[:4]), int(when[5:7]))[1]}"
    return when


def price_base(price_year: str, delivery: str) -> str:
    """The financial year whose index stands for `price_year`.

    A calendar year stands for the financial year that begins in it, which holds nine of its months;
    "delivery" for the year of delivery.
    """
    if price_year == "delivery":
        return delivery
    return price_year if "-" in price_year else financial_year(f"{price_year}-04-01")


def deflators(table: pd.DataFrame, settings: Settings) -> tuple[str, Mapping[str, int]]:
    """The vintage that the settings name (or the latest), and its index of each financial year in millionths."""
    vintage = settings.deflator_vintage or max(table["vintage"], default="")
    chosen = table[table["vintage"] == vintage]
    return vintage, {year: int(index) for year, index in zip(chosen["financial_year"], chosen["index"], strict=True)}


def part_of_year(start: str, end: str) -> Fraction:
    """Which part of a year a period covers: its whole months in twelfths, or else its days in 365.25ths.

    FTE is a level: full-time years are FTE x months / 12.
    """
    first, after = date.fromisoformat(start), date.fromisoformat(end) + timedelta(days=1)
    if first.day == after.day:
        return Fraction((after.year - first.year) * 12 + after.month - first.month, 12)
    return Fraction((after - first).days * 4, 1461)
