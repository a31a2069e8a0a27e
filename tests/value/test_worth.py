"""What a line is worth, case by case. Every repository here is invented."""

from fractions import Fraction
from typing import Any

import pandas as pd
import pytest
from invented import repository

from socialvalue.value import value

CLAIMANT = {"unit_value": "claimant", "measure": "hires", "kind": "fiscal", "value_gbp": 10_000}
POUND = {"unit_value": "pound", "measure": "spend", "kind": "local", "value_gbp": 1}


def nets(valuation: Any) -> dict[tuple[str, str], int]:
    """Net pence by line and unit value."""
    values = valuation.values
    return dict(zip(zip(values["key"], values["unit_value"], strict=True), values["net"], strict=True))


def reasons(valuation: Any) -> dict[str, str]:
    """Why each line or target adds nothing."""
    return dict(zip(valuation.unvalued["key"], valuation.unvalued["reason"], strict=True))


def test_a_pound_spent_is_a_pound() -> None:
    """Quantity times unit value, in pence."""
    found = value(repository([{"owner": "road/2023", "measure": "spend", "quantity": "1234.56"}], [POUND]))
    assert nets(found) == {("road/2023#1", "pound"): 123_456}
    assert found.unvalued.empty


def test_prices_are_brought_to_the_year_of_the_last_day() -> None:
    """A value in 2019-20 prices of a period that ends in 2022-23 is uprated by the two indices, rounded once."""
    found = value(
        repository(
            [{"owner": "road/2022", "measure": "weeks", "quantity": 7}],
            [
                {
                    "unit_value": "w",
                    "measure": "weeks",
                    "kind": "fiscal",
                    "value_gbp": "11.11",
                    "price_year": "2019",
                    "uprate": True,
                }
            ],
        )
    )
    row = found.values.iloc[0]
    assert (row["year"], Fraction(row["factor"])) == ("2022-23", Fraction("94.2175") / 80)
    assert row["gross"] == round(7 * Fraction("11.11") * Fraction("94.2175") / 80 * 100)
    assert row["real"] == round(7 * Fraction("11.11") * 100 / 80 * 100)


def test_an_area_has_its_own_value() -> None:
    """A value for the line's area beats one for all areas; without either, the reason says so."""
    lines = [{"owner": "road/2023", "measure": "weeks", "quantity": 1, "area": area} for area in ("E1", "E2", "")]
    own = {"unit_value": "north", "measure": "weeks", "kind": "local", "value_gbp": 20, "area": "E1"}
    everywhere = {"unit_value": "anywhere", "measure": "weeks", "kind": "local", "value_gbp": 5}
    assert nets(value(repository(lines, [own, everywhere]))) == {
        ("road/2023#1", "north"): 2000,
        ("road/2023#2", "anywhere"): 500,
        ("road/2023#3", "anywhere"): 500,
    }
    alone = value(repository(lines, [own]))
    assert reasons(alone) == {"road/2023#2": "no value for this area", "road/2023#3": "no area given"}


def test_a_tonne_has_the_value_of_the_year_in_which_it_was_saved() -> None:
    """The last day of the period decides, and a day outside all years has no value."""
    years = [
        {"unit_value": f"c{year}", "measure": "carbon", "kind": "environmental", "value_gbp": year,
         "valid_from": f"{year}-01-01", "valid_to": f"{year}-12-31"}
        for year in (2021, 2022)
    ]  # fmt: skip
    lines = [{"owner": f"road/{year}", "measure": "carbon", "quantity": 1} for year in (2020, 2021, 2022, 2023)]
    found = value(repository(lines, years))
    assert nets(found) == {("road/2021#1", "c2021"): 202_100, ("road/2022#1", "c2022"): 202_200}
    assert reasons(found) == dict.fromkeys(("road/2020#1", "road/2023#1"), "outside the years of the values")


def test_an_edition_keeps_its_own_value() -> None:
    """A value of the edition that the return names beats one of every edition; another edition's never applies."""
    values = [
        {
            "unit_value": f"e{edition or 'any'}",
            "measure": "weeks",
            "kind": "fiscal",
            "value_gbp": price,
            "edition": edition,
        }
        for edition, price in (("", 1), ("2", 2), ("3", 3))
    ]
    returns = [{"owner": f"road/{year}", "edition": edition} for year, edition in ((2022, "2"), (2023, "9"))]
    lines = [{"owner": row["owner"], "measure": "weeks", "quantity": 1} for row in returns]
    assert nets(value(repository(lines, values, returns=returns))) == {
        ("road/2022#1", "e2"): 200,
        ("road/2023#1", "eany"): 100,
    }


def test_what_has_no_value_says_why() -> None:
    """Records, lines outside the deflators, measures without a source and absurd amounts all give their reason."""
    lines = [
        {"owner": "road/2023", "measure": "share", "quantity": 80},
        {"owner": "road/2023", "measure": "weeks", "quantity": 2},
        {"owner": "road/1999", "measure": "spend", "quantity": 5},
        {"owner": "road/2023", "measure": "spend", "quantity": 10**11},
        {"owner": "road/2023", "measure": "carbon", "quantity": 10**11},
    ]
    dear = {"unit_value": "tonne", "measure": "carbon", "kind": "environmental", "value_gbp": 1000}
    found = value(repository(lines, [POUND, dear]))
    assert reasons(found) == {
        "road/1999#1": "outside the deflators",
        "road/2023#1": "record only",
        "road/2023#2": "no unit value",
        "road/2023#4": "too large",
    }
    assert nets(found) == {("road/2023#3", "pound"): 10**13}


def test_a_memo_is_shown_beside_the_totals() -> None:
    """A memo line has its £ and is in no total; its line says why it adds nothing."""
    memo = {"unit_value": "life", "measure": "weeks", "kind": "economic", "counts_in": "memo", "value_gbp": 9}
    found = value(repository([{"owner": "road/2023", "measure": "weeks", "quantity": 2}], [memo]))
    assert nets(found) == {("road/2023#1", "life"): 1800}
    assert found.totals.empty
    assert reasons(found) == {"road/2023#1": "no unit value"}


def test_a_part_is_not_added_again() -> None:
    """A part of a line of the same kind has no £; a part that brings another kind has its own."""
    lines = [
        {"owner": "road/2023", "measure": "spend", "quantity": 100},
        {"owner": "road/2023", "measure": "spend", "quantity": 40, "part_of": "1"},
        {"owner": "road/2022", "measure": "spend", "quantity": 10, "part_of": "road/2023#2"},
        {"owner": "road/2023", "measure": "weeks", "quantity": 3, "part_of": "1"},
    ]
    weeks = {"unit_value": "week", "measure": "weeks", "kind": "fiscal", "value_gbp": 10}
    found = value(repository(lines, [POUND, weeks]))
    assert nets(found) == {("road/2023#1", "pound"): 10_000, ("road/2023#3", "week"): 3000}
    assert reasons(found) == dict.fromkeys(("road/2022#1", "road/2023#2"), "part of another line")
    assert dict(zip(found.lines["key"], found.lines["counted"], strict=True)) == {
        "road/2022#1": False, "road/2023#1": True, "road/2023#2": False, "road/2023#3": True,
    }  # fmt: skip


def test_a_circle_of_parts_ends() -> None:
    """Two lines that each claim to hold the other are both left out, and nothing hangs."""
    lines = [{"owner": "road/2023", "measure": "spend", "quantity": 1, "part_of": whole} for whole in ("2", "1")]
    assert nets(value(repository(lines, [POUND]))) == {}


def test_one_person_counts_in_one_group() -> None:
    """A part of another disadvantaged group's line brings nothing of its own, whatever its kind."""
    wellbeing = {"unit_value": "well", "measure": "leavers", "kind": "wellbeing", "value_gbp": 7}
    lines = [
        {"owner": "road/2023", "measure": "hires", "quantity": 2, "headcount": 8},
        {"owner": "road/2023", "measure": "leavers", "quantity": 1, "headcount": 6, "part_of": "1"},
    ]
    found = value(repository(lines, [CLAIMANT, wellbeing]))
    assert nets(found) == {("road/2023#1", "claimant"): 2_000_000}
    assert reasons(found) == {"road/2023#2": "one group for each person"}


def test_people_count_for_their_first_12_months() -> None:
    """The same ten people bring ten full-time years at most; two who join bring two more."""
    lines = [
        {"owner": f"road/{year}", "measure": "hires", "quantity": quantity, "headcount": people}
        for year, quantity, people in ((2020, 8, 10), (2021, 8, 10), (2022, 8, 12), (2023, 8, 12))
    ]
    found = value(repository(lines, [CLAIMANT]))
    assert nets(found) == {
        ("road/2020#1", "claimant"): 8_000_000,
        ("road/2021#1", "claimant"): 2_000_000,
        ("road/2022#1", "claimant"): 2_000_000,
    }
    assert reasons(found) == {"road/2023#1": "after the first 12 months"}
    assert Fraction(found.values["factor"].iloc[1]) == Fraction(1, 4)


def test_a_level_is_valued_for_the_part_of_the_year() -> None:
    """Four quarters of 6 full-time equivalents are 6 full-time years, though only the last count stands."""
    quarters = [("q1", "01-01", "03-31"), ("q2", "04-01", "06-30"), ("q3", "07-01", "09-30"), ("q4", "10-01", "12-31")]
    returns = [{"owner": f"road/2023-{q}", "start": f"2023-{a}", "end": f"2023-{b}"} for q, a, b in quarters]
    lines = [{"owner": row["owner"], "measure": "staff", "quantity": 6} for row in returns]
    pay = {"unit_value": "pay", "measure": "staff", "kind": "local", "value_gbp": 30_000}
    found = value(repository(lines, [pay], returns=returns))
    assert found.values["net"].sum() == 6 * 30_000 * 100
    counts = found.counts[found.counts["dimension"] == "project"]
    assert counts["quantity"].tolist() == [6_000_000]


def test_counts_on_one_day_are_never_added() -> None:
    """Of a stock, the last count of a project stands; the earlier ones say that they were counted again."""
    lines = [{"owner": f"road/{year}", "measure": "jobs", "quantity": 10 + year - 2020} for year in (2021, 2022)]
    job = {"unit_value": "job", "measure": "jobs", "kind": "economic", "value_gbp": 1}
    found = value(repository(lines, [job]))
    assert nets(found) == {("road/2022#1", "job"): 1200}
    assert reasons(found) == {"road/2021#1": "counted again since"}
    assert found.counts["dimension"].unique().tolist() == ["project", "return_id"]


def test_a_correction_replaces_the_whole_return() -> None:
    """The superseding return stands, marked as revised; parts of the earlier one are parts of it now."""
    returns = [
        {"owner": "road/2022"},
        {"owner": "road/2022-2", "supersedes": "2022", "reason": "Two invoices were missing."},
    ]
    lines = [
        {"owner": "road/2022", "measure": "spend", "quantity": 100},
        {"owner": "road/2022-2", "measure": "spend", "quantity": 150},
        {"owner": "road/2023", "measure": "spend", "quantity": 10, "part_of": "road/2022#1"},
    ]
    found = value(repository(lines, [POUND], returns=returns))
    assert nets(found) == {("road/2022-2#1", "pound"): 15_000}
    assert found.lines["marker"].tolist() == ["r", ""]


def test_promises_are_never_mixed_into_delivery() -> None:
    """Only a current commitment is in the totals, as committed; a forecast and a replaced promise are shown apart."""
    targets = [
        {"target": "old", "measure": "spend", "quantity": 5, "due": "2023"},
        {"target": "new", "measure": "spend", "quantity": 7, "due": "2023", "replaces": "old"},
        {"target": "part", "measure": "spend", "quantity": 3, "due": "2023", "part_of": "old"},
        {"target": "hope", "measure": "spend", "quantity": 900, "due": "2023", "strength": "forecast"},
    ]
    found = value(repository([{"owner": "road/2023", "measure": "spend", "quantity": 2}], [POUND], targets=targets))
    totals = found.totals[found.totals["dimension"] == "all"]
    assert dict(zip(totals["status"], totals["net"], strict=True)) == {"committed": 700, "self-reported": 200}
    assert reasons(found) == {"part": "part of another line"}


def test_a_promise_without_any_date_has_no_price() -> None:
    """No day, no year, no prices: the reason says so."""
    found = value(repository(unit_values=[POUND], targets=[{"target": "t", "measure": "spend", "quantity": 5}]))
    assert reasons(found) == {"t": "no date given"}


def test_an_empty_repository_is_worth_nothing() -> None:
    """No returns, no lines, no targets: empty tables and no error."""
    found = value(repository(projects=()))
    assert all(
        len(getattr(found, name)) == 0 for name in ("values", "steps", "totals", "counts", "delivery", "unvalued")
    )


@pytest.mark.parametrize(
    ("low", "high", "ends"),
    [
        (5, 20, (600, 2100)),
        (5, "", (600, None)),
        ("", 20, (None, 2100)),
        ("", "", (None, None)),
        (10, 10, (1100, 1100)),
    ],
)
def test_ranges_reach_the_totals(low: Any, high: Any, ends: tuple[Any, Any]) -> None:
    """A line without a range counts with its net; where a line has one end alone, nobody knows the other of the sum."""
    ranged = {"unit_value": "w", "measure": "weeks", "kind": "local", "value_gbp": 10, "low_gbp": low, "high_gbp": high}
    lines = [{"owner": "road/2023", "measure": name, "quantity": 1} for name in ("weeks", "spend")]
    total = value(repository(lines, [ranged, POUND])).totals.iloc[0]
    assert total["net"] == 1100
    assert (None if pd.isna(total["low"]) else total["low"], None if pd.isna(total["high"]) else total["high"]) == ends


def test_ends_of_two_lines_that_miss_different_ends_are_both_unknown() -> None:
    """One line has a low end alone and one a high end alone: their sum has neither."""
    unit_values = [
        {"unit_value": "w", "measure": "weeks", "kind": "local", "value_gbp": 10, "low_gbp": 5},
        {**POUND, "high_gbp": 3},
    ]
    lines = [{"owner": "road/2023", "measure": name, "quantity": 1} for name in ("weeks", "spend")]
    total = value(repository(lines, unit_values)).totals.iloc[0]
    assert total[["low", "high"]].isna().all()


def test_money_is_whole_pence() -> None:
    """Every column of money is an integer type."""
    found = value(repository([{"owner": "road/2023", "measure": "spend", "quantity": 1}], [POUND]))
    for frame in (found.values, found.totals):
        assert all(pd.api.types.is_integer_dtype(frame[name]) for name in ("gross", "deducted", "net", "real", "low"))
