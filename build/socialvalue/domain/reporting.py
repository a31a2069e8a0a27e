"""What each project has to report, and by when: the periods that the register sets, beside the returns that stand."""

from calendar import monthrange
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import takewhile
from typing import Any

import pandas as pd

from socialvalue.domain.spans import Span
from socialvalue.domain.standing import stands
from socialvalue.domain.successions import successors
from socialvalue.records import rows

MONTHS = {"month": 1, "quarter": 3, "half-year": 6, "year": 12}
"""How many months each rhythm of register/reporting.csv has."""
LAST_YEAR = 2199


@dataclass(frozen=True)
class Duty:
    """One period that a project reports on."""

    project: str
    span: Span
    by: date
    """The day until which its return is in time."""
    reported: bool


def duties(reporting: pd.DataFrame, projects: pd.DataFrame, returns: pd.DataFrame) -> Iterator[Iterator[Duty]]:
    """The periods of each row of register/reporting.csv in their order: without end where nobody has said one.

    A period is reported where the project's own returns that stand hold each of its days.
    """
    ends = dict(zip(projects["project"], projects["contract_end"], strict=True))
    covered = _covered(returns)
    for row in rows(reporting):
        yield _periods(row, row.last or ends.get(row.project, ""), covered.get(row.project, ()))


def begun(periods: Iterator[Duty], on: date) -> list[Duty]:
    """The periods that have begun by a day."""
    return list(takewhile(lambda duty: duty.span.start <= on, periods))


def _periods(row: Any, last: str, covered: Sequence[Span]) -> Iterator[Duty]:
    first = date.fromisoformat(row.first)
    end = date.fromisoformat(last) if last else date(LAST_YEAR, 12, 31)
    months = MONTHS[row.every]
    start, number = first, 1
    while start <= end:
        following = _later(first, months * number)
        span = Span(start, min(following - timedelta(1), end))
        yield Duty(row.project, span, span.end + timedelta(row.within_days), _holds(covered, span))
        start, number = following, number + 1


def _later(day: date, months: int) -> date:
    """So many months later, on the same day of the month or on its last."""
    ahead = day.year * 12 + day.month - 1 + months
    year, month = ahead // 12, ahead % 12 + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def _covered(returns: pd.DataFrame) -> dict[str, list[Span]]:
    """The days of each project's own returns that stand, by project, in their order. A withdrawal reports nothing."""
    mine = returns[(returns["basis"] == "submitted") & stands(returns["owner"], successors(returns))]
    found: dict[str, list[Span]] = {}
    for row in rows(mine[~mine["withdraws"].astype(bool)].sort_values("start")):
        if row.start and row.end:
            span = Span(date.fromisoformat(row.start), date.fromisoformat(row.end))
            found.setdefault(row.project, []).append(span)
    return found


def _holds(covered: Sequence[Span], wanted: Span) -> bool:
    """Whether each day of a period lies in one of some spans, which come in the order of their first days."""
    missing = wanted.start
    for span in covered:
        if span.start <= missing <= span.end:
            missing = span.end + timedelta(1)
    return missing > wanted.end
