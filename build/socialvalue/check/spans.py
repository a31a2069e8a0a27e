"""How long the periods of returns are, and how far apart."""

import pandas as pd

from socialvalue.records import held

YEAR = 365.25
"""Days of a year, leap years shared out."""


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
