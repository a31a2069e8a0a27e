"""Days that periods share. All rows are invented."""

import numpy as np
import pandas as pd
import pytest

from socialvalue.domain.shared_days import SPAN, crossing, near, short_of


def spans(*each: tuple[str, str, str]) -> pd.DataFrame:
    return pd.DataFrame(each, columns=SPAN)


MARCH = ("road", "2024-03-01", "2024-03-31")


@pytest.mark.parametrize(
    ("other", "is_near", "is_crossing"),
    [
        (("road", "2024-03-31", "2024-06-30"), True, True),  # its first day is the last of March
        (("road", "2024-04-01", "2024-06-30"), False, False),
        (("road", "2024-01-01", "2024-03-01"), True, True),  # its last day is the first of March
        (("road", "2024-01-01", "2024-02-29"), False, False),
        (MARCH, True, False),
        (("rail", "2024-03-01", "2024-04-01"), False, False),
    ],
)
def test_one_day_in_common_is_enough(other: tuple[str, str, str], is_near: bool, is_crossing: bool) -> None:
    """Periods of one project that share their first or last day alone are near, and cross; the same days cross not."""
    assert near(spans(MARCH), spans(other)).tolist() == [is_near]
    assert crossing(spans(MARCH), spans(other)).tolist() == [is_crossing]


@pytest.mark.parametrize(
    ("days", "needed"),
    [
        (("2024-03-31", "2024-04-30"), 12 + 2 + 1 - 1),  # one day in common, at either end
        (("2024-02-01", "2024-03-01"), 12 + 2 + 1 - 1),
        (("2024-04-01", "2024-04-30"), 0),
        (("2024-02-01", "2024-02-29"), 0),
    ],
)
def test_a_count_is_short_where_the_groups_of_its_days_may_be_more(days: tuple[str, str], needed: int) -> None:
    """Two shown are 12 people, and one hidden group may be up to two: fewer people than that leave none over."""
    groups = pd.DataFrame(
        [("road", *days, 0, 5, 0), ("road", *days, 0, 7, 0), ("road", *days, 1, 0, 2), ("rail", *days, 1, 0, 9)],
        columns=[*SPAN, "hidden", "people", "least"],
    )
    for people in (needed - 1, needed):
        found = short_of(spans(MARCH), groups, np.array([people], dtype=np.int64))
        assert found.tolist() == [bool(needed) and people < needed]


def test_groups_of_which_none_is_hidden_leave_nothing_short() -> None:
    """What is shown is known."""
    groups = pd.DataFrame([(*MARCH, 0, 50, 0)], columns=[*SPAN, "hidden", "people", "least"])
    assert short_of(spans(MARCH), groups, np.array([1], dtype=np.int64)).tolist() == [False]
