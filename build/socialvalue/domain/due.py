"""Which period a project reports next, as far as the data tell: no clock decides what a site says."""

from datetime import date, timedelta
from typing import Any

from socialvalue.domain.spans import Span, months
from socialvalue.domain.withheld import every_return
from socialvalue.domain.years import last_day
from socialvalue.records import Checked, rows

WHOLE = (1, 3, 6, 12)
"""Months of a period that others of the same length follow."""


def as_of(checked: Checked) -> str:
    """The latest day that anything in the repository names: the end of a period, or when data came in."""
    returns = checked.tables["returns"]
    days = [last_day(day) for name in ("end", "received_on", "compiled_on") for day in returns.get(name, ())]
    return max([*days, last_day(checked.settings.compiled_on)], default="")


def due_span(checked: Checked, project: Any, today: str) -> Span | None:
    """The period that a project is to report next; None for one whose contract, or work, was over before it.

    It follows the newest return that the project sent itself, and is as long. Where it sent none, it is the last whole
    quarter before `today`, which is what `as_of` gives. `project` is its row of the register.
    """
    returns = every_return(checked)
    sent = returns[(returns["project"] == project.project) & (returns["basis"] == "submitted")]
    last = max(rows(sent), key=lambda row: row.end, default=None)
    span = (_next(date.fromisoformat(last.start), date.fromisoformat(last.end)) if last else None) or _quarter(today)
    over = project.contract_end or last_day(project.completion)
    return None if span is None or (over and over < span.start.isoformat()) else span


def _next(start: date, end: date) -> Span | None:
    """The period of the same length that follows; None for one that is not so many whole months."""
    count = (end.year - start.year) * 12 + end.month - start.month + 1
    if count not in WHOLE or Span(start, end) != months(start.year, start.month, count):
        return None
    first = end + timedelta(1)
    return months(first.year, first.month, count)


def _quarter(today: str) -> Span | None:
    """The last whole quarter before a day."""
    if not today:
        return None
    day = date.fromisoformat(today) + timedelta(1)
    first = day.year * 12 + (day.month - 1) // 3 * 3 - 3
    return months(first // 12, first % 12 + 1, 3)
