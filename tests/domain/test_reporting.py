"""When returns are due: periods that follow one another, and what counts as reported."""

from collections.abc import Sequence
from datetime import date
from itertools import pairwise

import pandas as pd
import pytest

from socialvalue.domain.reporting import Duty, begun, duties
from socialvalue.domain.spans import Span

RETURN = {"owner": "road/a", "project": "road", "basis": "submitted", "supersedes": "", "withdraws": False}


def periods(row: dict[str, object], returns: Sequence[dict[str, object]] = (), end: str = "2024-12-31") -> list[Duty]:
    """The periods of one row that have begun by the end of 2030."""
    reporting = pd.DataFrame([{"project": "road", "every": "quarter", "last": "", "within_days": 30, **row}])
    projects = pd.DataFrame([{"project": "road", "contract_end": end}])
    sent = pd.DataFrame([{**RETURN, **each} for each in returns], columns=[*RETURN, "start", "end"])
    (found,) = duties(reporting, projects, sent)
    return begun(found, date(2030, 12, 31))


@pytest.mark.parametrize(
    ("every", "count", "second"),
    [("month", 12, "2024-02-01"), ("quarter", 4, "2024-04-01"), ("half-year", 2, "2024-07-01"), ("year", 1, "")],
)
def test_periods_follow_one_another_to_the_end_of_the_contract(every: str, count: int, second: str) -> None:
    """No day is left out and none is in two periods; each is due so many days after its end."""
    found = periods({"every": every, "first": "2024-01-01"})
    assert len(found) == count
    assert (found[0].span.start, found[-1].span.end) == (date(2024, 1, 1), date(2024, 12, 31))
    assert all((later.span.start - earlier.span.end).days == 1 for earlier, later in pairwise(found))
    assert all((duty.by - duty.span.end).days == 30 for duty in found)
    assert not second or found[1].span.start.isoformat() == second


def test_a_month_that_begins_late_ends_before_the_same_day() -> None:
    """From 31 January a month reaches to 28 or 29 February; the days never drift."""
    found = periods({"every": "month", "first": "2024-01-31", "last": "2024-05-15"})
    assert [duty.span.start.isoformat() for duty in found] == ["2024-01-31", "2024-02-29", "2024-03-31", "2024-04-30"]
    assert found[-1].span.end == date(2024, 5, 15)


def test_nothing_is_due_after_the_last_day_nor_without_end() -> None:
    """The row's own last day comes before the contract's; without either, periods go on."""
    assert periods({"first": "2024-01-01", "last": "2024-03-31"})[-1].span.end == date(2024, 3, 31)
    assert periods({"first": "2024-01-01"}, end="")[-1].span.end == date(2030, 12, 31)
    assert periods({"first": "2025-01-01"}) == []


WHOLE = {"start": "2024-01-01", "end": "2024-03-31"}


@pytest.mark.parametrize(
    ("returns", "reported"),
    [
        ([WHOLE], True),
        ([{**WHOLE, "end": "2024-03-30"}], False),
        ([{"start": "2023-01-01", "end": "2024-12-31"}], True),
        ([{"owner": "road/b", "start": "2024-02-01", "end": "2024-03-31"}, {**WHOLE, "end": "2024-01-31"}], True),
        ([{"owner": "road/b", "start": "2024-02-02", "end": "2024-03-31"}, {**WHOLE, "end": "2024-01-31"}], False),
        ([{**WHOLE, "basis": "compiled"}], False),
        ([{**WHOLE, "project": "rail"}], False),
        ([WHOLE, {**WHOLE, "owner": "road/b", "supersedes": "a"}], True),
        ([WHOLE, {**WHOLE, "owner": "road/b", "supersedes": "a", "withdraws": True}], False),
    ],
)
def test_a_period_is_reported_by_the_project_s_own_returns_that_stand(
    returns: list[dict[str, object]], reported: bool
) -> None:
    """Each of its days: by one return or by several, not by what others compiled, nor by what was taken back."""
    first = periods({"first": "2024-01-01"}, returns)[0]
    assert first == Duty("road", Span(date(2024, 1, 1), date(2024, 3, 31)), date(2024, 4, 30), reported)


@pytest.mark.parametrize(("today", "count"), [("2024-03-31", 1), ("2024-04-01", 2), ("2024-04-02", 2)])
def test_a_period_has_begun_on_its_first_day(today: str, count: int) -> None:
    """Not the day before."""
    found = iter(periods({"first": "2024-01-01"}))
    assert len(begun(found, date.fromisoformat(today))) == count
