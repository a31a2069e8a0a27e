"""Small counts of a year are shown as one sum where it tells none of them. All invented."""

from itertools import product

import pandas as pd
import pytest
from invented import Row, repository

from socialvalue.records import MILLION
from socialvalue.value import value
from socialvalue.value.pools import tells_nothing

TRAINEES = {"measure": "trainees", "unit": "people", "theme": "work", "adds_up": "flow", "sensitivity": "sensitive"}
UNITS = [{"unit": "people", "one": "person", "many": "people"}]
QUARTERS = {
    "2023-q2": ("2023-04-01", "2023-06-30"),
    "2023-q3": ("2023-07-01", "2023-09-30"),
    "2023-q4": ("2023-10-01", "2023-12-31"),
    "2024-q1": ("2024-01-01", "2024-03-31"),
}


def pools(*people: int, without: str = "", of: Row | None = None, **change: str | bool) -> pd.DataFrame:
    """The pools of one project with so many trainees in each quarter; `change` is of the last return."""
    returns: list[Row] = [
        {"owner": f"road/{name}", "start": start, "end": end}
        for name, (start, end) in QUARTERS.items()
        if name != without
    ]
    returns[-1] |= change
    lines = [
        {"owner": row["owner"], "measure": "trainees", "quantity": many, "unit": "people"}
        for row, many in zip(returns, people, strict=False)
        if many
    ]
    return value(repository(lines, returns=returns, measures=[TRAINEES | (of or {})], units=UNITS)).pools


def test_small_counts_of_a_whole_year_are_shown_as_one() -> None:
    """The sum, the year and how many counts it holds; each of them stays hidden."""
    found = pools(2, 3, 1, 4).to_dict("records")
    assert [(row["quantity"], row["year"], row["lines"]) for row in found] == [(10 * MILLION, "2023-24", 4)]
    assert (found[0]["start"], found[0]["end"]) == ("2023-04-01", "2024-03-31")


@pytest.mark.parametrize(
    ("people", "shown"), [((1, 1, 1, 3), False), ((4, 4, 4, 4), False), ((4, 0, 0, 0), False), ((3, 2, 9, 0), True)]
)
def test_a_sum_that_would_tell_is_not_shown(people: tuple[int, ...], shown: bool) -> None:
    """Neither a small sum nor one near the most that it could be; a count that is shown anyway is not in it."""
    assert len(pools(*people)) == shown


def test_a_year_that_may_still_change_is_not_pooled() -> None:
    """A late return or a correction would change the sum by its own number."""
    assert pools(2, 3, 4, without="2024-q1").empty
    assert pools(2, 3, 4, without="2023-q3").empty
    assert pools(2, 3, 1, 4, supersedes="2024-q0").empty
    assert pools(2, 3, 1, 4, approximate=True).empty


def test_people_who_may_be_the_same_are_not_added() -> None:
    """Years of work come with a headcount, and the same people may stand in several periods."""
    assert pools(2, 3, 1, 4, of={"needs_headcount": True}).empty


def test_a_sum_that_is_shown_leaves_each_count_every_number() -> None:
    """Tried out on every set of small counts: each hidden count could be any number below the threshold."""
    for least, counts in ((5, 2), (5, 3), (5, 4), (10, 2), (10, 3), (10, 4)):
        possible: dict[int, list[set[int]]] = {}
        for people in product(range(1, least), repeat=counts):
            seen = possible.setdefault(sum(people), [set() for _ in range(counts)])
            for number, each in zip(people, seen, strict=True):
                each.add(number)
        whole = set(range(1, least))
        for people_together, seen in possible.items():
            ends = all({1, least - 1} <= each for each in seen)
            assert tells_nothing(people_together, counts, least) == ends == all(each == whole for each in seen)
