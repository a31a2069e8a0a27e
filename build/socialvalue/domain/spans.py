"""The days of a period, what people call them, and the name of their return's folder."""

import calendar
from dataclasses import dataclass
from datetime import date, timedelta

from socialvalue.domain.years import financial_year_from

CALENDAR, FINANCIAL = "calendar", "financial"
"""The two calendars that quarters are counted by: from January, and from April."""


def in_words(day: date) -> str:
    """A day as people write it: 1 July 2025. Not every system writes a day without its nought by itself."""
    return f"{day.day} {day:%B %Y}"


@dataclass(frozen=True, order=True)
class Span:
    """The first and the last day of a period."""

    start: date
    end: date

    @property
    def words(self) -> str:
        """1 April to 30 June 2025."""
        year = "" if self.start.year == self.end.year else f" {self.start.year}"
        return f"{self.start.day} {self.start:%B}{year} to {self.end.day} {self.end:%B %Y}"

    @property
    def after(self) -> str:
        """The day after it, in words: 1 July 2025."""
        return in_words(self.end + timedelta(1))

    @property
    def quarter(self) -> int:
        """Which quarter of the calendar it is, from 1 to 4; 0 for what is none."""
        is_one = self.start.month % 3 == 1 and self == months(self.start.year, self.start.month, 3)
        return self.start.month // 3 + 1 if is_one else 0

    @property
    def of_financial_year(self) -> tuple[str, int]:
        """The financial year and the quarter of it, for a quarter: 2025-26, 1."""
        before = self.start.month < 4
        year = self.start.year - before
        return financial_year_from(year), 4 if before else self.quarter - 1

    @property
    def also(self) -> str:
        """What both calendars call it: quarter 2 of 2025, quarter 1 of the financial year 2025-26."""
        if not self.quarter:
            return ""
        year, number = self.of_financial_year
        return f"quarter {self.quarter} of {self.start.year}, quarter {number} of the financial year {year}"

    @property
    def folder(self) -> str:
        """The name of the folder of its return, where quarters are the calendar's."""
        year, month = self.start.year, self.start.month
        if self.quarter:
            return f"{year}-q{self.quarter}"
        if self == months(year, month, 1) and month != (year + 1) % 100:  # 2011-12 is a financial year
            return f"{year}-{month:02}"
        if self == months(year, 1, 12):
            return str(year)
        if self == months(year, 4, 12):
            return financial_year_from(year)
        whole = self.start.day == 1 and (self.end + timedelta(1)).day == 1 and self != months(year, month, 1)
        one, other = (f"{day:%Y-%m}" if whole else day.isoformat() for day in (self.start, self.end))
        return f"{one}-to-{other}"

    def folder_in(self, quarters: str) -> str:
        """The name of the folder of its return by the setting `quarters`: 2025-q2 or 2025-26-q1."""
        if quarters == FINANCIAL and self.quarter:
            year, number = self.of_financial_year
            return f"{year}-q{number}"
        return self.folder


def months(year: int, month: int, count: int) -> Span:
    """So many whole months from the first of one."""
    ahead = year * 12 + month - 1 + count - 1
    last_year, last_month = ahead // 12, ahead % 12 + 1
    return Span(date(year, month, 1), date(last_year, last_month, calendar.monthrange(last_year, last_month)[1]))
