"""The working of a £ names the rows that it comes from and repeats the valuation's own numbers. All invented."""

from fractions import Fraction
from math import prod
from typing import Any

import pytest
from invented import repository

from socialvalue.records import NoValue, Place, Valuation
from socialvalue.value import explain, value

CLAIMANT = {
    "unit_value": "claimant", "measure": "hires", "kind": "fiscal", "value_gbp": 9800, "price_year": "2019-20",
    "uprate": True, "source_title": "A cost database", "confidence": "B", "caution": "Careful.",
}  # fmt: skip
RATES = [
    {"adjustment": "w", "effect": "deadweight", "rate": "0.2", "applies_to": "hires"},
    {"adjustment": "d", "effect": "displacement", "rate": "0.15", "applies_to": "hires"},
]


def valuation() -> Valuation:
    """A line with two deductions, and one that is only counted."""
    lines = [
        {"owner": "road/2023", "measure": "hires", "quantity": 12, "headcount": 14},
        {"owner": "road/2023", "measure": "weeks", "quantity": 3},
    ]
    return value(
        repository(
            lines, [CLAIMANT], RATES, targets=[{"target": "t", "measure": "hires", "quantity": 9, "due": "2023"}]
        )
    )


def test_the_working_multiplies_out_to_gross_and_subtracts_to_net() -> None:
    """Quantity x unit value x factors is gross; gross less each step is net."""
    found = explain(valuation(), "road/2023", 1)[0]
    rows = found.workings[0].rows
    what = [row.what for row in rows]
    assert what == ["quantity", "unit value", "uprating", "gross", "deadweight", "displacement", "net", "real"]
    assert [row.operator for row in rows] == ["", "×", "×", "=", "−", "−", "=", ""]
    gross = prod((Fraction(row.number) for row in rows[:3]), start=Fraction(100, 10**12))
    assert rows[3].number == round(gross)
    assert rows[6].number == rows[3].number - rows[4].number - rows[5].number


@pytest.mark.parametrize(
    ("prices", "uprated"),
    [
        ({"price_year": "2019-20", "uprate": True}, True),
        ({"price_year": "2019-20", "uprate": False}, False),
        ({"price_year": "2023-24", "uprate": True}, False),
    ],
)
def test_prices_are_a_row_where_they_change_the_value(prices: dict[str, Any], uprated: bool) -> None:
    """A value that is not uprated, or is in the prices of its year, is multiplied by nothing."""
    line = {"owner": "road/2023", "measure": "hires", "quantity": 12, "headcount": 14}
    (working,) = explain(value(repository([line], [{**CLAIMANT, **prices}])), "road/2023", 1)[0].workings
    assert ("uprating" in [row.what for row in working.rows]) == uprated


def test_each_number_names_its_row() -> None:
    """The line, the unit value, the prices and each adjustment, by file, row as a spreadsheet shows it, and name."""
    places = [row.place for row in explain(valuation(), "road/2023", 1)[0].workings[0].rows]
    assert places[:3] == [
        Place("lines.csv", 2, "road/2023#1"),
        Place("unit-values.csv", 2, "claimant"),
        Place("deflators.csv", 6, "2023-24"),
    ]
    assert places[4:6] == [Place("adjustments.csv", 2, "w"), Place("adjustments.csv", 3, "d")]


def test_a_whole_return_is_explained_line_by_line() -> None:
    """Every line in order; one without a £ says why."""
    found = explain(valuation(), "road/2023")
    assert [each.key for each in found] == ["road/2023#1", "road/2023#2"]
    assert found[1].workings == ()
    assert found[1].unvalued == NoValue.NO_UNIT_VALUE


def test_a_promise_is_explained_too() -> None:
    """A target has no headcount and no basis, and the same working."""
    found = explain(valuation(), "t")[0]
    assert (found.status, found.headcount, len(found.workings)) == ("committed", None, 1)


def test_what_is_not_there_is_not_explained() -> None:
    """An unknown return or line gives nothing."""
    assert explain(valuation(), "road/1999") == explain(valuation(), "road/2023", 9) == ()


def test_other_factors_are_rows_of_their_own() -> None:
    """Part of the year, years of benefit and the share within the first 12 months."""
    returns = [{"owner": "road/2023", "start": "2023-04-01", "end": "2023-06-30"}]
    lines = [
        {"owner": "road/2023", "measure": "staff", "quantity": 4},
        {"owner": "road/2023", "measure": "weeks", "quantity": 4},
        {"owner": "road/2023", "measure": "hires", "quantity": 4, "headcount": 3},
    ]
    values = [
        {"unit_value": m, "measure": m, "kind": "local", "value_gbp": 1, "benefit_years": years}
        for m, years in (("staff", ""), ("weeks", 2), ("hires", ""))
    ]
    found = explain(value(repository(lines, values, returns=returns)), "road/2023")
    third = [each.workings[0].rows[2] for each in found]
    assert [(row.what, row.number) for row in third] == [
        ("part of the year", Fraction(1, 4)),
        ("years of benefit", 2),
        ("first 12 months", Fraction(3, 4)),
    ]
