"""The folder of a period says its days in the shortest way that is no other period's. All is invented."""

from datetime import date

import pytest

from socialvalue.domain.spans import Span


@pytest.mark.parametrize(
    ("start", "end", "folder"),
    [
        ((2024, 4, 1), (2024, 6, 30), "2024-q2"),
        ((2024, 2, 1), (2024, 2, 29), "2024-02"),
        ((2024, 1, 1), (2024, 12, 31), "2024"),
        ((2024, 4, 1), (2025, 3, 31), "2024-25"),
        ((2024, 1, 1), (2024, 2, 29), "2024-01-to-2024-02"),
        ((2024, 1, 2), (2024, 2, 29), "2024-01-02-to-2024-02-29"),
        ((2024, 1, 1), (2024, 2, 28), "2024-01-01-to-2024-02-28"),
        ((2023, 12, 1), (2024, 1, 1), "2023-12-01-to-2024-01-01"),
        ((2011, 12, 1), (2011, 12, 31), "2011-12-01-to-2011-12-31"),
    ],
)
def test_whole_months_are_told_by_their_months_and_others_by_their_days(
    start: tuple[int, int, int], end: tuple[int, int, int], folder: str
) -> None:
    """December 2011 would be 2011-12, which is a financial year: it is told by its days."""
    assert Span(date(*start), date(*end)).folder == folder
