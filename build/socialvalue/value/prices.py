"""Prices of different years: financial years, GDP deflators, and the part of a year that a period covers.

Source: HM Treasury, The Green Book, on price bases; HM Treasury GDP deflators at market prices.
"""

from collections.abc import Mapping
from datetime import date
from fractions import Fraction

import pandas as pd

from socialvalue.domain.years import day_after
from socialvalue.records import Settings


def deflators(table: pd.DataFrame, settings: Settings) -> tuple[str, Mapping[str, int]]:
    """The vintage that the settings name (or the latest), and its index of each financial year in millionths."""
    vintage = settings.deflator_vintage or max(table["vintage"], default="")
    chosen = table[table["vintage"] == vintage]
    return vintage, {year: int(index) for year, index in zip(chosen["financial_year"], chosen["index"], strict=True)}


def part_of_year(start: str, end: str) -> Fraction:
    """Which part of a year a period covers: its whole months in twelfths, or else its days in 365.25ths.

    FTE is a level: full-time years are FTE x months / 12.
    """
    first, after = date.fromisoformat(start), day_after(end)
    if first.day == after.day:
        return Fraction((after.year - first.year) * 12 + after.month - first.month, 12)
    return Fraction((after - first).days * 4, 1461)
