"""Which part of a year a period is, and whose work is worth something only in its first year. All is invented."""

from fractions import Fraction

import pandas as pd
import pytest

from socialvalue.records import MILLION
from socialvalue.value.first_year import within_first_year
from socialvalue.value.prices import part_of_year


@pytest.mark.parametrize(
    ("start", "end", "part"),
    [
        ("2023-04-01", "2024-03-31", Fraction(1)),
        ("2023-04-01", "2023-06-30", Fraction(3, 12)),
        ("2023-01-15", "2024-02-14", Fraction(13, 12)),
        ("2024-02-01", "2024-02-29", Fraction(1, 12)),
        ("2023-01-01", "2023-01-14", Fraction(14 * 4, 1461)),
        ("2023-01-01", "2023-01-01", Fraction(4, 1461)),
    ],
)
def test_whole_months_are_twelfths_and_other_days_are_days_of_a_year(start: str, end: str, part: Fraction) -> None:
    """A year has 365.25 days, so 1,461 in four."""
    assert part_of_year(start, end) == part


@pytest.mark.parametrize(
    ("unit", "people", "counted", "valued"),
    [("fte_years", 1, True, 1), ("fte_years", None, True, 3), ("weeks", 1, True, 3), ("fte_years", 1, False, 3)],
)
def test_only_years_of_work_of_known_people_end_after_the_first(
    unit: str, people: int | None, counted: bool, valued: int
) -> None:
    """One person has one first year. Of weeks, of nobody knows how many, and of what is not counted, all stands."""
    measures = pd.DataFrame([{"owner": "open", "measure": "hires", "disadvantaged": True}])
    line = {"project": "road", "framework": "open", "measure": "hires", "end": "2024-03-31", "unit": unit}
    lines = pd.DataFrame([{**line, "quantity": 3 * MILLION, "headcount": people, "counted": counted}])
    found = within_first_year(lines.astype({"headcount": "Int64", "quantity": "Int64"}), measures)
    assert found.tolist() == [valued * MILLION]
