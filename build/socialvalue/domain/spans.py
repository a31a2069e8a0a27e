"""The days of a period, what people call them, and the name of their return's folder."""

import calendar
from dataclasses import dataclass
from datetime import date, timedelta


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
    def also(self) -> str:
        """What both calendars call it: quarter 2 of 2025, quarter 1 of the financial year 2025-26."""
        if self != months(self.start.year, self.start.month, 3) or self.start.month % 3 != 1:
            return ""
        quarter, year = self.start.month // 3 + 1, self.start.year
        if quarter == 1:
            return f"quarter 1 of {year}, quarter 4 of the financial year {year - 1}-{year % 100:02}"
        return f"quarter {quarter} of {year}, quarter {quarter - 1} of the financial year {year}-{(year + 1) % 100:02}"

    @property
    def folder(self) -> str:
        """The name of the folder of its return."""
        year, month = self.start.year, self.start.month
        if self == months(year, month, 3) and month % 3 == 1:
            return f"{year}-q{month // 3 + 1}"
        if self == months(year, month, 1):
            return f"{year}-{month:02}"
        if self == months(year, 1, 12):
            return str(year)
        if self == months(year, 4, 12):
            return f"{year}-{(year + 1) % 100:02}"
        whole = self.start.day == 1 and (self.end + timedelta(1)).day == 1
        one, other = (f"{day:%Y-%m}" if whole else day.isoformat() for day in (self.start, self.end))
        return f"{one}-to-{other}"


def months(year: int, month: int, count: int) -> Span:
    """So many whole months from the first of one."""
    ahead = year * 12 + month - 1 + count - 1
    last_year, last_month = ahead // 12, ahead % 12 + 1
    return Span(date(year, month, 1), date(last_year, last_month, calendar.monthrange(last_year, last_month)[1]))
