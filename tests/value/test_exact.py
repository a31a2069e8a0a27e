"""Integer arithmetic over whole columns is equal to exact fractions, one row at a time."""

from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from socialvalue.value.exact import MOST, MOST_IN_ALL, add_up, fits, half_up, multiplied, summed

QUANTITIES = st.one_of(st.integers(0, 10**6), st.integers(0, 2**63 - 1))
FACTORS = st.one_of(
    st.fractions(min_value=0, max_value=1, max_denominator=10**4),
    st.builds(Fraction, st.integers(0, 10**24), st.integers(1, 10**24)),
)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(QUANTITIES, FACTORS), max_size=60))
def test_every_product_is_the_exact_one_rounded_half_up(rows: list[tuple[int, Fraction]]) -> None:
    """Whatever path a row takes, the penny is the one that fractions give."""
    quantities = np.array([q for q, _ in rows], dtype=np.int64)
    groups = np.arange(len(rows), dtype=np.int64)
    factors = [f for _, f in rows]
    within = fits(quantities, groups, factors)
    assert within.tolist() == [q * f <= MOST for q, f in rows]
    found = multiplied(quantities[within], groups[within], factors)
    twice = [2 * q * f for (q, f), ok in zip(rows, within, strict=True) if ok]
    assert all(2 * n - 1 <= t < 2 * n + 1 for n, t in zip(found.tolist(), twice, strict=True))


@pytest.mark.parametrize(
    ("quantity", "factor", "pence"),
    [
        (1, Fraction(1, 2), 1),
        (3, Fraction(1, 2), 2),
        (1, Fraction(499_999, 1_000_000), 0),
        (0, Fraction(10**30), 0),
        (1, Fraction(MOST), MOST),
        (2**62, Fraction(MOST, 2**62), MOST),
        (2**62 + 1, Fraction(1, 2**53 - 111), half_up(Fraction(2**62 + 1, 2**53 - 111))),
        (10**15, Fraction(10**18 + 9, 10**18 + 7), 10**15),
        (1, Fraction(2**62 + 1, 2**63), 1),
        (1, Fraction(2**62 - 1, 2**63), 0),
        (2**57 - 1, Fraction(10**30 + 57, 2 * 10**33), half_up(Fraction((2**57 - 1) * (10**30 + 57), 2 * 10**33))),
        (2**60, Fraction(3, 10**25 + 1), half_up(Fraction(3 * 2**60, 10**25 + 1))),
        (58_078_924_175_868, Fraction(1_347_691_120_997_351_902, 9_223_372_036_854_528_293), 8_486_316_080_077),
    ],
)
def test_edges_are_exact(quantity: int, factor: Fraction, pence: int) -> None:
    """A half goes up, the largest amount holds, and with a huge divisor a hair above or below a half decides."""
    assert multiplied(np.array([quantity]), np.array([0]), [factor]).tolist() == [pence]


@settings(max_examples=40, deadline=None)
@given(st.integers(1, 2**62), st.integers(0, MOST), st.integers(-2, 2), st.integers(1, 10**24))
def test_next_to_a_half_every_penny_is_right(quantity: int, pence: int, hairs: int, thin: int) -> None:
    """A product that is a half, or above or below it by next to nothing, is rounded as its fraction is."""
    factor = (Fraction(2 * pence + 1, 2) + Fraction(hairs, thin)) / quantity
    if 0 <= factor * quantity <= MOST:
        found = multiplied(np.array([quantity]), np.array([0]), [factor])
        assert found.tolist() == [half_up(factor * quantity)]


@settings(max_examples=30, deadline=None)
@given(st.lists(st.tuples(st.integers(0, MOST), st.integers(0, 5)), max_size=200))
def test_sums_are_exact(rows: list[tuple[int, int]]) -> None:
    """The sum of each code is what adding its amounts one by one gives."""
    amounts, codes = (np.array([row[place] for row in rows], dtype=np.int64) for place in (0, 1))
    expected = [sum(a for a, c in rows if c == code) for code in range(6)]
    assert summed(amounts, codes, 6).tolist() == expected


def test_a_sum_beyond_64_bits_is_still_exact() -> None:
    """Ten thousand amounts of the largest size do not wrap around."""
    amounts = np.full(10_000, MOST, dtype=np.int64)
    assert summed(amounts, np.zeros(10_000, dtype=np.int64), 1).tolist() == [10_000 * MOST]


@pytest.mark.parametrize(("most", "kept_as"), [(2**63 - 1, "int64"), (2**63, "object")])
def test_a_sum_is_held_in_64_bits_as_long_as_it_fits(most: int, kept_as: str) -> None:
    """The largest number of 64 bits is one; a penny more is an integer of Python's."""
    amounts = np.array([2**62, 2**62 - 1, most - 2**63 + 1], dtype=np.int64)
    found = summed(amounts, np.zeros(3, dtype=np.int64), 1)
    assert (found.tolist(), str(found.dtype)) == ([most], kept_as)


def test_no_rows_give_no_pence() -> None:
    """An empty column is an empty column."""
    none = np.empty(0, dtype=np.int64)
    assert multiplied(none, none, []).tolist() == []
    assert summed(none, none, 2).tolist() == [0, 0]


@given(st.lists(st.tuples(st.integers(0, MOST), st.integers(0, 1)), max_size=60), st.integers(0, 30))
def test_the_largest_amounts_are_left_out_where_all_would_be_too_much(
    rows: list[tuple[int, int]], largest: int
) -> None:
    """What is kept adds up to no more than can be published; nothing is left out without need."""
    rows = rows + [(MOST, 0)] * largest
    amounts = np.array([amount for amount, _ in rows], dtype=np.int64)
    kept = add_up(amounts, np.array([code for _, code in rows], dtype=np.int64), [Fraction(1), Fraction(1, 3)])
    worth = [amount if code == 0 else amount / 3 for amount, code in rows]
    inside = sum(each for each, keep in zip(worth, kept, strict=True) if keep)
    assert inside <= MOST_IN_ALL * (1 + 1e-9)
    assert bool(kept.all()) == (sum(worth) <= MOST_IN_ALL) or abs(sum(worth) - MOST_IN_ALL) < 1
