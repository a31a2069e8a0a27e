"""Exact money: quantities times exact fractions, in whole pence, rounded half-up once.

Lines that are valued alike share one fraction, so a column is worked out with whole-column int64 arithmetic. Dividing
is slow, so a quotient is guessed, and the remainder of the guess, an exact integer, says whether it is right or by how
much it is out: the guess saves time and decides no penny. Where the remainder leaves a doubt, Python's integers decide.
"""

from collections.abc import Sequence
from fractions import Fraction

import numpy as np
from numpy.typing import NDArray

from socialvalue.domain.rounding import half_up
from socialvalue.records import LARGEST, LARGEST_WORTH, Flags, Ints

MOST = 100 * LARGEST_WORTH
"""Pence that a row can be worth."""
MOST_IN_ALL = 99 * LARGEST
"""Pence that all rows can be worth together, whatever is added to what; the last hundredth is for what is rounded."""
INT64 = 2**63 - 1
CHUNK = 1 << 16
"""Rows worked out at a time, so that they stay in the processor's cache."""
WORD = 2**64
DIVISOR = 2**62
"""Twice the remainder of a guess that is less than one out fits into 64 bits, for divisors below this."""
PRECISE = 2**58
"""Quantities from here on are left to Python's integers where a factor's divisor is not below DIVISOR."""


def fits(quantities: Ints, groups: Ints, factors: Sequence[Fraction]) -> Flags:
    """Whether each quantity times the factor of its group stays within MOST."""
    most = [MOST * f.denominator // f.numerator if f else INT64 for f in factors]
    found: Flags = quantities <= np.array([min(m, INT64) for m in most], dtype=np.int64)[groups]
    return found


def add_up(quantities: Ints, groups: Ints, factors: Sequence[Fraction]) -> Flags:
    """False for the largest products, where all together would not stay within MOST_IN_ALL; each is within MOST."""
    products = quantities * np.array([float(f) for f in factors], dtype=np.float64)[groups]
    if products.sum() <= MOST_IN_ALL:
        return np.ones(len(quantities), dtype=np.bool_)
    order = np.argsort(products, kind="stable")
    found = np.empty(len(quantities), dtype=np.bool_)
    found[order] = np.cumsum(products[order]) <= MOST_IN_ALL
    return found


def multiplied(quantities: Ints, groups: Ints, factors: Sequence[Fraction]) -> Ints:
    """Each quantity (0 or more) times the factor of its group, rounded half-up to a whole number.

    Every product must lie within MOST: see `fits`. The result is equal to `half_up(quantity * factor)`.
    """
    result = np.empty(len(quantities), dtype=np.int64)
    table = _Table(factors)
    for start in range(0, len(quantities), CHUNK):
        part = slice(start, start + CHUNK)
        result[part] = table.times(quantities[part], groups[part])
    return result


class _Table:
    """The factors as columns. Each is at least over / divisor, and less than (over + slack) / divisor above that.

    `over` is kept to its lowest 64 bits: products wrap around, and their difference, being small, comes out right.
    """

    def __init__(self, factors: Sequence[Fraction]) -> None:
        self.factors = factors
        sound = [f if f <= MOST else Fraction(0) for f in factors]  # more than that times 0 is 0
        exact = [f.denominator < DIVISOR for f in sound]
        self.near = np.array([float(f) for f in sound], dtype=np.float64)
        self.divisor = np.array(
            [f.denominator if ok else DIVISOR // 2 for f, ok in zip(sound, exact, strict=True)], dtype=np.int64
        )
        overs = [f.numerator * int(d) // f.denominator for f, d in zip(sound, self.divisor, strict=True)]
        self.over = np.array([over % WORD for over in overs], dtype=np.uint64).view(np.int64)
        self.slack = np.array([not ok for ok in exact], dtype=np.int64)

    def times(self, quantity: Ints, group: Ints) -> Ints:
        """One chunk of `multiplied`.

        A product is below 2**50 and the guess has three roundings of 2**-53 and one to a whole number, so it is less
        than 0.9 out, and its remainder less than 0.9 of the divisor, more or less.
        """
        divisor = self.divisor[group]
        guess = np.rint(quantity * self.near[group]).astype(np.int64)
        rest = quantity * self.over[group] - guess * divisor
        out = _out(rest, divisor)
        found: Ints = guess + out
        slack = self.slack[group]
        if slack.any():
            doubt = (slack > 0) & ((quantity >= PRECISE) | (out != _out(rest + quantity, divisor)))
            for place in np.flatnonzero(doubt):
                found[place] = half_up(int(quantity[place]) * self.factors[group[place]])
        return found


def _out(rest: Ints, divisor: Ints) -> Ints:
    """By how much a guess is below its product rounded half-up: 1, 0 or -1."""
    twice = 2 * rest
    return (twice >= divisor).astype(np.int64) - (twice < -divisor)


def summed(amounts: Ints, codes: Ints, size: int) -> NDArray[np.int64] | NDArray[np.object_]:
    """The exact sum of the amounts of each code from 0 to size - 1.

    Sums are int64; Python integers in the case that one of them would not fit.
    """
    low, high = (np.zeros(size, dtype=np.int64) for _ in range(2))
    if len(amounts) * int(amounts.max(initial=0)) <= INT64:
        np.add.at(low, codes, amounts)
        return low
    np.add.at(low, codes, amounts & 0xFFFFFFFF)
    np.add.at(high, codes, amounts >> 32)
    sums = [(int(h) << 32) + int(w) for h, w in zip(high, low, strict=True)]
    return np.array(sums, dtype=np.int64 if max(sums, default=0) <= INT64 else object)
