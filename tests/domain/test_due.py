"""Which period a project reports next, told by the data alone."""

from types import SimpleNamespace
from typing import Any

import pandas as pd
import pytest

from socialvalue.domain.due import due_span
from socialvalue.records import Settings


def checked(*returns: tuple[str, str, str]) -> Any:
    frame = pd.DataFrame(
        [("north-road", *each) for each in returns], columns=["project", "start", "end", "basis"], dtype=object
    )
    return SimpleNamespace(tables={"returns": frame}, returns_kept_off=frame.iloc[:0], settings=Settings())


def project(contract_end: str = "", completion: str = "") -> Any:
    return SimpleNamespace(project="north-road", contract_end=contract_end, completion=completion)


@pytest.mark.parametrize(("sent", "due"), [
    (("2025-04-01", "2025-06-30"), "2025-q3"),
    (("2025-10-01", "2025-12-31"), "2026-q1"),
    (("2025-01-01", "2025-01-31"), "2025-02"),
    (("2024-04-01", "2025-03-31"), "2025-26"),
    (("2025-01-01", "2025-06-30"), "2025-07-to-2025-12"),
])  # fmt: skip
def test_it_follows_what_the_project_sent_itself(sent: tuple[str, str], due: str) -> None:
    """The next period is as long as the newest that was submitted, whatever day it is."""
    span = due_span(checked(("2020-01-01", "2020-03-31", "submitted"), (*sent, "submitted")), project(), "2026-11-30")
    assert span is not None
    assert span.folder == due


@pytest.mark.parametrize(("today", "due"), [
    ("2026-11-30", "2026-q3"), ("2026-09-30", "2026-q3"), ("2026-09-29", "2026-q2"), ("2026-01-01", "2025-q4"),
])  # fmt: skip
@pytest.mark.parametrize("odd", [("2015-01-01", "2019-12-31", "compiled"), ("2025-01-01", "2025-01-20", "submitted")])
def test_where_it_sent_none_it_is_the_last_whole_quarter(today: str, due: str, odd: tuple[str, str, str]) -> None:
    """Periods that somebody compiled, and odd ones, are followed by no other."""
    span = due_span(checked(odd), project(), today)
    assert span is not None
    assert span.folder == due


def test_nothing_is_due_of_what_is_over() -> None:
    """A contract that ended before the period, or else the work; not one that ends on its first day."""
    assert due_span(checked(), project(contract_end="2026-06-30"), "2026-11-30") is None
    assert due_span(checked(), project(contract_end="2026-07-01"), "2026-11-30") is not None
    assert due_span(checked(), project(completion="2014-05"), "2026-11-30") is None
    assert due_span(checked(), project(completion="2026"), "2026-11-30") is not None
    assert due_span(checked(), project(), "") is None
