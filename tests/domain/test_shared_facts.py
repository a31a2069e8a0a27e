"""The facts that check and value share. All rows are invented."""

from fractions import Fraction

import numpy as np
import pandas as pd
import pytest

from socialvalue.domain.bounds import MORE_OR_LESS, joint, joint_of_each
from socialvalue.domain.frameworks import signed_under
from socialvalue.domain.look_up import beside, coded, looked_up, ordered
from socialvalue.domain.parts import DEEPEST, climb, held_by_same, holders
from socialvalue.domain.rounding import half_up, quotient, share
from socialvalue.domain.standing import latest, once, stands
from socialvalue.domain.successions import chains, holder, holders_of, last_of, successors, target_successors
from socialvalue.domain.years import (
    YEAR,
    day_after,
    days_of,
    financial_year,
    financial_year_from,
    first_day,
    first_day_of,
    gap_before,
    last_day,
)


@pytest.mark.parametrize(("part", "whole", "rounded"), [(1, 2, 1), (3, 2, 2), (49, 100, 0), (50, 100, 1), (1, 3, 0)])
def test_a_half_goes_up_and_less_than_a_half_goes_down(part: int, whole: int, rounded: int) -> None:
    """One half is 1 and three halves are 2: never to the nearest even number."""
    assert quotient(part, whole) == half_up(Fraction(part, whole)) == rounded


def test_a_share_is_in_millionths_and_missing_without_a_whole() -> None:
    """One of three is 333,333 millionths, two of three 666,667; a share of nothing is no number."""
    assert (share(1, 3), share(2, 3), share(1, 0)) == (333_333, 666_667, None)


@pytest.mark.parametrize(
    ("bounds", "sum_bound"),
    [
        ((), ""),
        (("", ""), ""),
        (("", "at least"), "at least"),
        (("up to", "up to"), "up to"),
        (("at least", "up to"), MORE_OR_LESS),
        (("about", ""), "about"),
        (("about", "at least"), MORE_OR_LESS),
    ],
)
def test_a_sum_is_as_exact_as_its_parts_or_more_or_less(bounds: tuple[str, ...], sum_bound: str) -> None:
    """One sum at a time and many at once say the same."""
    assert joint(bounds) == sum_bound
    many = [*bounds, "about"]
    codes = [0] * len(bounds) + [1]
    assert joint_of_each(pd.Series(many), np.arange(len(many)), pd.Series(codes).to_numpy(), 2) == [sum_bound, "about"]


@pytest.mark.parametrize(
    ("day", "year"),
    [
        ("2024-03-31", "2023-24"),
        ("2024-04-01", "2024-25"),
        ("1999-04-01", "1999-00"),
        ("", ""),
        ("2024-06-30", "2024-25"),
        ("2024-12-31", "2024-25"),
        ("2024-01-01", "2023-24"),
        ("2024", "2024-25"),
        ("2024-02", "2023-24"),
    ],
)
def test_a_financial_year_begins_on_the_first_of_april(day: str, year: str) -> None:
    """The last day of March is in the year before; the century turns as people write it."""
    assert financial_year(day) == year
    assert not year or first_day_of(financial_year_from(int(year[:4]))) == f"{year[:4]}-04-01"


def test_the_last_day_of_a_year_a_month_and_a_day() -> None:
    """February of a leap year has 29 days."""
    assert [last_day(when) for when in ("2023", "2024-02", "2023-02", "2023-09-14", "")] == [
        "2023-12-31", "2024-02-29", "2023-02-28", "2023-09-14", "",
    ]  # fmt: skip


def test_periods_are_as_long_as_their_days_and_touch_without_a_gap() -> None:
    """Both ends count; a day after the end is a gap of none, the same day an overlap of one."""
    periods = pd.DataFrame(
        {"start": ["2024-01-01", "2024-02-01", "2024-02-29"], "end": ["2024-01-31", "2024-02-29", "x"]}
    )
    assert days_of(periods).tolist()[:2] == [31, 29]
    assert gap_before(periods).tolist()[1:] == [0, -1]


RETURNS = pd.DataFrame(
    [("p/q1", "p", ""), ("p/q1-b", "p", "q1"), ("p/q1-c", "p", "q1-b"), ("p/q2", "p", "")],
    columns=["owner", "project", "supersedes"],
)


def test_a_return_that_was_corrected_twice_leads_to_the_last_correction() -> None:
    """And from there back to the first."""
    after = successors(RETURNS)
    assert after == {"p/q1": "p/q1-b", "p/q1-b": "p/q1-c"}
    assert last_of(after) == {"p/q1": "p/q1-c", "p/q1-b": "p/q1-c"}
    assert list(chains(after)) == [["p/q1-c", "p/q1-b", "p/q1"]]
    assert stands(RETURNS["owner"], after).tolist() == [False, False, True, True]


def test_a_circle_of_corrections_ends() -> None:
    """Whoever writes one is told by the check; nothing hangs meanwhile."""
    assert last_of({"a": "b", "b": "a"}) == {"a": "b", "b": "a"}


def test_a_part_is_held_by_the_return_that_stands_now() -> None:
    """A line keeps its number when its return is corrected; a line of a replaced return is held by what it names."""
    parts = pd.DataFrame(
        [("p/q2", 1, "p/q1#4"), ("p/q2", 2, "1"), ("p/q1-b", 3, "p/q1#4")], columns=["owner", "line", "part_of"]
    )
    assert holders_of(parts, RETURNS) == {"p/q2#1": "p/q1-c#4", "p/q2#2": "p/q2#1", "p/q1-b#3": "p/q1#4"}
    assert holder("", "p/q2", {}) == ""


LINES = pd.DataFrame(
    [
        ("a#1", "a", "f", "m", "", "2024-03-31"),
        ("a#2", "a", "f", "m", "a#1", "2024-03-31"),
        ("a#3", "a", "f", "n", "a#1", "2024-06-30"),
        ("a#4", "a", "g", "m", "a#1", "2024-06-30"),
    ],
    columns=["key", "project", "framework", "measure", "held_in", "end"],
)


def test_a_part_counts_once_where_its_whole_counts_the_same_measure() -> None:
    """A part of another measure counts, and so does one of another framework's measure of the same code."""
    assert once(LINES, (LINES["key"] != "").to_numpy()).tolist() == [True, False, True, True]
    assert once(LINES, (LINES["key"] != "a#1").to_numpy()).tolist() == [True, True, True, True]


def test_a_count_on_one_day_counts_until_it_is_taken_again() -> None:
    """Flows stay, whenever they end."""
    again = LINES.assign(held_in="", measure="m", framework="f")
    assert latest(again, (LINES["key"] != "").to_numpy()).tolist() == [False, False, True, True]
    assert latest(again, (LINES["key"] == "").to_numpy()).all()


MEASURES = pd.DataFrame(
    [("f", "m", "flow", True), ("g", "m", "stock", False), ("f", "m", "never", False)],
    columns=["owner", "measure", "adds_up", "local"],
)


def test_a_code_is_looked_up_with_its_framework() -> None:
    """Two frameworks give one code to different things; of two rows alike the first is taken; none is none."""
    assert looked_up(LINES, MEASURES, "measure", "adds_up", "").tolist() == ["flow", "flow", "", "stock"]
    assert looked_up(LINES, MEASURES, "measure", "local", False).tolist() == [True, True, False, False]
    found = beside(LINES, ["framework", "measure"], MEASURES, ["owner", "measure"], ["adds_up", "local"])
    assert found["adds_up"].tolist() == ["flow", "flow", "", "stock"]
    assert found["local"].tolist() == [True, True, False, False]


def test_rows_alike_have_one_number_whether_their_texts_are_held_as_categories_or_not() -> None:
    """Numbers go up in the order in which groups first appear."""
    frame = pd.DataFrame({"a": ["x", "y", "x", "x"], "b": ["1", "1", "2", "1"]})
    for each in (frame, frame.astype("category")):
        codes, first = coded(each, ["a", "b"])
        assert (codes.tolist(), first.tolist()) == ([0, 1, 2, 0], [0, 1, 2])


def test_cases_of_several_columns_never_fall_together() -> None:
    """Each pair of cells has its own number, and a cell that holds nothing is a case too."""
    every = pd.DataFrame([(a, b) for a in "uvwxyz" for b in "12"], columns=["a", "b"])
    assert coded(every, ["a", "b"])[0].tolist() == list(range(12))
    assert coded(every, ["b", "a"])[0].tolist() == list(range(12))
    assert coded(pd.DataFrame({"a": [1.0, None, 1.0, None]}), ["a"])[0].tolist() == [0, 1, 0, 1]


def test_what_is_put_beside_sorts_as_plain_text_does() -> None:
    """However its table is ordered."""
    found = beside(LINES, ["framework", "measure"], MEASURES.iloc[::-1], ["owner", "measure"], ["adds_up"])["adds_up"]
    assert found.sort_values().tolist() == ["", "never", "never", "stock"]


def test_a_year_of_the_calendar_stands_for_the_financial_year_that_begins_in_it() -> None:
    """And a day is followed by the next, also over the end of a leap February; a year has a quarter of a day over."""
    assert [day_after(day).isoformat() for day in ("2024-02-28", "2024-02-29", "2023-12-31")] == [
        "2024-02-29", "2024-03-01", "2024-01-01",
    ]  # fmt: skip
    assert YEAR * 4 == 1461


def test_a_target_that_replaced_another_stands_in_its_place() -> None:
    """A target that replaced none leads nowhere."""
    targets = pd.DataFrame([("old", ""), ("new", "old")], columns=["target", "replaces"])
    assert target_successors(targets) == {"old": "new"}


def held(*part_of: str, keys: str = "abcde") -> np.ndarray:
    """The holder of each row by its key: no key where nothing holds it."""
    return holders(pd.Series(list(keys[: len(part_of)])), pd.Series(part_of))


def test_who_holds_a_row_is_found_at_any_depth() -> None:
    """a is held by d, b by a, c by b: c is inside all of them, and a row that nothing holds is inside none."""
    above = held("d", "a", "b", "")
    assert above.tolist() == [3, 0, 1, -1]
    assert [each.tolist() for each in climb(above)] == [[3, 0, 1, -1], [-1, 3, 0, -1], [-1, -1, 3, -1]]
    assert list(climb(held("", "", ""))) == []


def test_a_circle_of_parts_ends() -> None:
    """The check reports it; nothing hangs meanwhile."""
    assert len(list(climb(held("b", "a")))) == DEEPEST


@pytest.mark.parametrize(
    ("part_of", "groups", "live", "inside"),
    [
        (("b", "", ""), (1, 1, 1), (1, 1, 1), (1, 0, 0)),
        (("b", "", ""), (1, 2, 1), (1, 1, 1), (0, 0, 0)),
        (("b", "", ""), (2, 1, 2), (1, 1, 1), (0, 0, 0)),
        (("b", "", ""), (1, 1, 1), (1, 0, 1), (0, 0, 0)),
        (("b", "c", ""), (1, 2, 1), (1, 1, 1), (1, 0, 0)),
        (("", "a", "a"), (1, 1, 1), (1, 1, 1), (0, 1, 1)),
    ],
)
def test_a_row_is_inside_a_live_one_of_its_own_group(
    part_of: tuple[str, ...], groups: tuple[int, ...], live: tuple[int, ...], inside: tuple[int, ...]
) -> None:
    """Not one of another measure, nor one that is not live; through one of another measure it is."""
    found = held_by_same(held(*part_of), np.array(groups), np.array(live, dtype=bool))
    assert found.astype(int).tolist() == list(inside)


def test_rows_are_put_in_order_by_several_columns_and_numbered_anew() -> None:
    """The first column decides, then the second; rows alike stay as they were."""
    frame = pd.DataFrame({"a": ["y", "x", "x", "x"], "b": ["1", "2", "1", "1"], "was": [0, 1, 2, 3]})
    found = ordered(frame, ["a", "b"])
    assert (found["was"].tolist(), found.index.tolist()) == ([2, 3, 1, 0], [0, 1, 2, 3])
    assert list(found.columns) == ["a", "b", "was"]


def test_nothing_is_looked_up_for_no_rows() -> None:
    """An empty frame has no groups; what is not known of a row is no number, no text, no."""
    assert [each.tolist() for each in coded(LINES.iloc[:0], ["project", "measure"])] == [[], []]
    known = MEASURES.assign(number=pd.array([1, 2, 3], dtype="Int64"))
    found = beside(LINES, ["framework", "measure"], known, ["owner", "measure"], ["number"])["number"]
    assert found.isna().tolist() == [False, False, True, False]
    assert (found[0], found[3]) == (1, 2)
    assert looked_up(LINES, MEASURES, "measure", "local", False).dtype == np.bool_
    assert looked_up(LINES, MEASURES, "measure", "adds_up", "").dtype == object


def test_a_target_is_counted_under_the_framework_of_its_project_or_what_else_is_clear() -> None:
    """Signed under one; else the one of all its returns; else the only one that knows the measure; else none."""
    columns = ["project", "framework"]
    own = [("signed", "f"), ("reported", ""), ("two", ""), ("silent", "")]
    sent = [
        ("signed", "g"),
        ("reported", "g"),
        ("reported", "g"),
        ("reported", ""),
        ("two", "f"),
        ("two", "g"),
        ("silent", ""),
    ]
    projects, returns = (pd.DataFrame(rows, columns=columns) for rows in (own, sent))
    measures = pd.DataFrame([("m", "f"), ("m", "g"), ("only", "f")], columns=["measure", "owner"])
    targets = pd.DataFrame(
        [("signed", "m"), ("reported", "m"), ("two", "m"), ("two", "only"), ("silent", "m"), ("silent", "only")],
        columns=["project", "measure"],
    )
    assert list(signed_under(targets, projects, returns, measures)) == ["f", "g", "", "f", "", "f"]


@pytest.mark.parametrize(
    ("when", "first", "last"),
    [
        *(("2023", "2023-01-01", "2023-12-31"), ("2023-09", "2023-09-01", "2023-09-30")),
        *(("2024-02", "2024-02-01", "2024-02-29"), ("2023-09-04", "2023-09-04", "2023-09-04"), ("", "", "")),
    ],
)
def test_a_year_and_a_month_have_a_first_and_a_last_day(when: str, first: str, last: str) -> None:
    """A day is both, and no day is neither."""
    assert (first_day(when), last_day(when)) == (first, last)


def test_sums_are_followed_twenty_deep_and_no_further() -> None:
    """Of a longer chain the first row gets the twenty above it."""
    chain = np.array([*range(1, 25), -1])
    assert [int(above[0]) for above in climb(chain)] == list(range(1, 21))
