"""Days that periods share. All rows are invented."""

import pandas as pd
import pytest

from socialvalue.domain.shared_days import SPAN, crossing, near


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
