"""Prices of different years: financial years and GDP deflators."""

from collections.abc import Mapping

import pandas as pd

from socialvalue.records import Settings


def financial_year(day: str) -> str:
    """The financial year (April to March) that `day` (2018-09-30) lies in: 2018-19."""
    year, month = int(day[:4]), int(day[5:7] or 4)
    first = year if month >= 4 else year - 1
    return f"{first}-{(first + 1) % 100:02}"


def price_base(price_year: str, delivery: str) -> str:
    """The financial year whose index stands for `price_year`.

    A calendar year stands for the financial year that begins in it, which holds nine of its months;
    "delivery" for the year of delivery.
    """
    if price_year == "delivery":
        return delivery
    return price_year if "-" in price_year else financial_year(f"{price_year}-04-01")


def deflators(table: pd.DataFrame, settings: Settings) -> Mapping[str, int]:
    """Index of each financial year, in millionths, of the vintage that the settings name (or the latest)."""
    vintage = settings.deflator_vintage or max(table["vintage"], default="")
    chosen = table[table["vintage"] == vintage]
    return {year: int(index) for year, index in zip(chosen["financial_year"], chosen["index"], strict=True)}
