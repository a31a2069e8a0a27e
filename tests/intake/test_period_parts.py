"""A period in two columns, as Year beside Quarter, is one period: the figures of a quarter never become a year's."""

from pathlib import Path

import pytest

from intake.books import Cell, table
from intake.conftest import DECLARED, Said
from intake.test_rows_of_others import HOME, SAYS, taken
from socialvalue.intake.period_parts import Part, together
from socialvalue.intake.periods import spans_of

FINANCIAL = {"quarters:financial-year": "financial"}


@pytest.mark.parametrize(
    ("parts", "days"),
    [
        ([("Qtr", "Q1"), ("FY", "2025/26")], "2025-04-01"),
        ([("FY", "2024/25"), ("Qtr", "Q1")], "2024-04-01"),
        ([("Year", "24/25"), ("Quarter", "4")], "2025-01-01"),
        ([("Year", "2025-26"), ("Month", "January")], "2026-01-01"),
        ([("Month", "April"), ("Year", "2025")], "2025-04-01"),
        ([("Month", "2025-05-01"), ("FY", "2025/26")], "2025-05-01"),
        ([("Year", "2025/26"), ("Quarter", "Q1"), ("Month", "June")], "2025-06-01"),
        ([("FY", "2025/26"), ("Quarter", "Q3 2025-26")], "2025-10-01"),
        ([("Period", "Q2 2025-26"), ("Year", "Year 2")], "2025-07-01"),
        ([("Quarter", "Q1 2025-26"), ("Reporting period", "Q1 2025-26")], "2025-04-01"),
        ([("Year", "2025/26"), ("Half", "H2")], "2025-10-01"),
    ],
)
def test_the_parts_are_one_period(parts: list[Part], days: str) -> None:
    """In whichever order they stand."""
    for order in (parts, parts[::-1]):
        assert spans_of(together(order))[0].start.isoformat() == days


@pytest.mark.parametrize(
    ("parts", "words"),
    [
        ([("Year", "2025/26"), ("Quarter", "")], "no quarter of 2025/26"),
        ([("Year", "2025/26"), ("Period", "P1")], "P1 of 2025/26"),
        ([("Period", "Q1 2025-26"), ("Quarter", "Q2 2025-26")], "Q1 2025-26 of Q2 2025-26"),
        (
            [("Period", "Q1 2025-26"), ("Quarter", "Q2 2025-26"), ("Month", "2024-01")],
            "Q1 2025-26 of Q2 2025-26 of 2024-01",
        ),
        ([("Year", ""), ("Quarter", "Q1")], "Q1"),
        ([("FY", "FY26"), ("Quarter", "Q1")], "Q1 of FY26"),
    ],
)
def test_what_they_do_not_say_together_is_no_period(parts: list[Part], words: str) -> None:
    """Then it is asked, by words that name both."""
    found = together(parts)
    assert found == words or set(found.split(" of ")) == set(words.split(" of "))
    assert not spans_of(found)


def rows_of(year: str, quarter: str) -> list[list[Cell]]:
    return [["Project", year, quarter, "KPI", "Actual"], ["North Road", "2024/25", "Q1", "fw1", 4],
            ["North Road", "2023/24", "Q1", "fw1", 7]]  # fmt: skip


@pytest.mark.parametrize("turned", [False, True])
def test_two_years_of_a_quarter_become_two_returns(turned: bool, bring: Said, data: Path, tmp_path: Path) -> None:
    """Each in the days of its own quarter."""
    rows = rows_of("Year", "Quarter") if not turned else rows_of("FY", "Qtr")
    rows = [[row[0], row[2], row[1], *row[3:]] for row in rows] if turned else rows
    _, said = bring(table(tmp_path / "t.xlsx", rows), "--yes", *DECLARED, **SAYS, **FINANCIAL)
    assert taken(data) == [("fw1", "4")], said
    assert taken(data, HOME.with_name("2023-q2")) == [("fw1", "7")], said


def test_an_empty_year_below_another_is_asked_about(bring: Said, data: Path, tmp_path: Path) -> None:
    """It may be the same as above it, as an empty measure may."""
    rows = rows_of("Year", "Quarter")
    rows[2][1:3] = [None, "Q2"]
    path = table(tmp_path / "t.xlsx", rows)
    _, said = bring(path, "--yes", *DECLARED, **SAYS, **FINANCIAL)
    assert "rows with an empty Year, as row 3. The same as above it?" in said
    _, said = bring(path, "--yes", *DECLARED, **SAYS, **FINANCIAL, blanks__period="yes")
    assert taken(data, HOME.with_name("2024-q3")) == [("fw1", "7")], said
