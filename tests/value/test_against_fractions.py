"""Whatever is generated, the program's pence are those of a second, plain computation in fractions."""

from itertools import pairwise
from typing import Any

import pandas as pd
from by_hand import EFFECTS, SCOPES, flows, half_up, values_of
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from invented import Row, repository

from socialvalue.records import Valuation
from socialvalue.value import value

AREAS = ("", "E1", "E2")
DAYS = ("2019-03-31", "2020-12-31", "2022-03-31", "2023-06-30", "2025-03-31")
YEARS = ("delivery", "2019", "2020", "2021-22", "2010-11")
DECIMALS = st.decimals(0, 10**6, places=4).map(str)
RATES = st.decimals(0, 1, places=6).map(str)
OPTIONAL = st.one_of(st.just(""), DECIMALS)


def unit_value(place: int) -> st.SearchStrategy[Row]:
    """One unit value, with a name of its own."""
    return st.fixed_dictionaries(
        {
            "unit_value": st.just(f"u{place}"),
            "measure": st.sampled_from(flows()),
            "kind": st.sampled_from(("fiscal", "local")),
            "counts_in": st.sampled_from(("total", "memo")),
            "value_gbp": DECIMALS,
            "low_gbp": OPTIONAL,
            "high_gbp": OPTIONAL,
            "price_year": st.sampled_from(YEARS),
            "uprate": st.booleans(),
            "area": st.sampled_from(AREAS),
            "valid_from": st.sampled_from(("", *DAYS)),
            "valid_to": st.sampled_from(("", *DAYS)),
            "net_of": st.sampled_from(("", "deadweight", "deadweight;drop-off")),
            "benefit_years": st.sampled_from(("", 1, 2, 7)),
        }
    )


@st.composite
def adjustments(draw: st.DrawFn) -> list[Row]:
    """Adjustments of every scope; `applies_to` names what exists."""
    places = {"framework": [""], "measure": flows(), "programme": ["roads"], "project": ["road", "rail"]}
    places["line"] = ["road/2023#1", "rail/2022#2"]
    found = []
    for place, scope in enumerate(draw(st.lists(st.sampled_from(SCOPES), max_size=8))):
        found.append(
            {
                "adjustment": f"a{place}",
                "scope": scope,
                "applies_to": draw(st.sampled_from(places[scope])),
                "kind": draw(st.sampled_from(("", "fiscal"))),
                "edition": draw(st.sampled_from(("", "1", "2"))),
                "effect": draw(st.sampled_from(EFFECTS)),
                "rate": draw(RATES),
            }
        )
    return found


LINE = st.fixed_dictionaries(
    {
        "owner": st.sampled_from(("road/2020", "road/2022", "road/2023", "rail/2022")),
        "measure": st.sampled_from(flows()),
        "quantity": st.one_of(st.decimals(0, 10**3, places=2), st.decimals(0, 10**4, places=6)).map(str),
        "area": st.sampled_from(AREAS),
        "status": st.sampled_from(("self-reported", "verified")),
        "organisation": st.sampled_from(("", "builder")),
    }
)


@st.composite
def repositories(draw: st.DrawFn) -> tuple[list[Row], list[Row], list[Row]]:
    """Lines, unit values and adjustments."""
    many = draw(st.integers(0, 8))
    return draw(st.lists(LINE, max_size=12)), [draw(unit_value(place)) for place in range(many)], draw(adjustments())


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(repositories())
def test_every_penny_is_that_of_the_fractions(generated: tuple[list[Row], list[Row], list[Row]]) -> None:
    """Of each line, and each total is the sum of its lines."""
    found = valued(*generated)
    every_line_is_exact(found, *generated)
    every_total_is_the_sum_of_its_lines(found)


def every_line_is_exact(found: Valuation, lines: list[Row], unit_values: list[Row], rates: list[Row]) -> None:
    """Which unit values apply, gross, each step, net, real, low and high of each line."""
    ends = dict(zip(found.lines["key"], found.lines["end"], strict=True))
    expected: dict[tuple[str, str], Any] = {}
    for line, key in zip(lines, keys_of(lines), strict=True):
        for name, exact in values_of({**line, "key": key, "end": ends[key]}, unit_values, rates).items():
            expected[key, name] = exact
    values = found.values.set_index(["key", "unit_value"])
    assert set(values.index) == set(expected)
    for name, exact in expected.items():
        row = values.loc[name]
        net = exact.left[-1] if exact.left else exact.gross
        assert (row["gross"], row["net"], row["real"]) == (half_up(exact.gross), half_up(net), half_up(exact.real))
        for end in ("low", "high"):
            amount = getattr(exact, end)
            assert pd.isna(row[end]) if amount is None else row[end] == half_up(amount)
        taken = found.steps[(found.steps["key"] == name[0]) & (found.steps["unit_value"] == name[1])]["taken"]
        left = [half_up(exact.gross), *map(half_up, exact.left)]
        assert taken.tolist() == [before - after for before, after in pairwise(left)]
        assert sum(taken) == row["deducted"] == row["gross"] - row["net"]


def every_total_is_the_sum_of_its_lines(found: Valuation) -> None:
    """Add up the published lines of a total by hand, and it is the total."""
    totals: dict[tuple[str, ...], list[int]] = {}
    for row in found.values[found.values["counts_in"] == "total"].to_dict("records"):
        members = {"all": "all", **{name: row[name] for name in found.totals["dimension"].unique() if name != "all"}}
        for dimension, member in members.items():
            if member:
                sums = totals.setdefault((dimension, member, row["kind"], row["status"]), [0, 0, 0, 0, 0])
                for place, amount in enumerate((1, row["gross"], row["deducted"], row["net"], row["real"])):
                    sums[place] += amount
    columns = ["dimension", "member", "kind", "status", "lines", "gross", "deducted", "net", "real"]
    assert {tuple(row[:4]): row[4:] for row in found.totals[columns].to_numpy().tolist()} == totals


def valued(lines: list[Row], unit_values: list[Row], rates: list[Row]) -> Valuation:
    """What the program makes of it."""
    return value(repository(lines, unit_values, rates, projects=[{"project": "road"}, {"project": "rail"}]))


def keys_of(lines: list[Row]) -> list[str]:
    """The key that each line gets: numbered within its return, in order."""
    seen: dict[str, int] = {}
    found = []
    for line in lines:
        seen[line["owner"]] = seen.get(line["owner"], 0) + 1
        found.append(f"{line['owner']}#{seen[line['owner']]}")
    return found
