"""Exact money: quantities times exact fractions, in whole pence, rounded half-up once. Integers end to end.

Lines that are valued alike share one fraction, so a column is worked out with whole-column int64 arithmetic.
Where a product would not fit, it is divided digit by digit, as on paper; where even a digit would not fit,
those rows are worked out with Python's integers.
"""

from collections.abc import Sequence
from fractions import Fraction

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]
Flags = NDArray[np.bool_]

LARGEST = 10**15
"""Pence: ten trillion pounds, several times what Britain makes in a year. No line can be worth more."""
INT64 = 2**63 - 1
CHUNK = 1 << 16
"""Rows worked out at a time, so that they stay in the processor's cache."""
SMALL_DIVISOR = 2**54
"""Below this, a digit of the division by hand has 8 bits or more."""


def half_up(amount: Fraction) -> int:
    """The nearest whole number; a half goes up. For amounts of 0 or more."""
    return (2 * amount.numerator + amount.denominator) // (2 * amount.denominator)


def fits(quantities: Ints, groups: Ints, factors: Sequence[Fraction]) -> Flags:
    """Whether each quantity times the factor of its group stays within LARGEST."""
    most = [LARGEST * f.denominator // f.numerator if f else INT64 for f in factors]
    found: Flags = quantities <= np.array([min(m, INT64) for m in most], dtype=np.int64)[groups]
    return found


def multiplied(quantities: Ints, groups: Ints, factors: Sequence[Fraction]) -> Ints:
    """Each quantity (0 or more) times the factor of its group, rounded half-up to a whole number.

    Every product must lie within LARGEST: see `fits`. The result is equal to `half_up(quantity * factor)`.
    """
    result = np.empty(len(quantities), dtype=np.int64)
    if not len(quantities):
        return result
    table = _Table(factors)
    for start in range(0, len(quantities), CHUNK):
        part = slice(start, start + CHUNK)
        quantity, group = quantities[part], groups[part]
        divisor, over = table.divisor[group], table.over[group]
        product = quantity * over
        quotient = product // divisor
        rest = product - quotient * divisor
        result[part] = quantity * table.whole[group] + quotient + (rest >= divisor - rest)
        wide = quantity > table.narrow[group]
        if wide.any():
            at = np.flatnonzero(wide)
            result[start + at] = table.by_hand(quantity[at], group[at])
    return result


class _Table:
    """The factors as columns: each is whole + over / divisor, with over below divisor."""

    def __init__(self, factors: Sequence[Fraction]) -> None:
        self.factors = factors
        parts = [divmod(f.numerator, f.denominator) for f in factors]
        safe = [w <= INT64 and f.denominator < SMALL_DIVISOR for (w, _), f in zip(parts, factors, strict=True)]
        self.safe = np.array(safe, dtype=np.bool_)
        self.whole = self._column([w for w, _ in parts], 0)
        self.over = self._column([r for _, r in parts], 0)
        self.divisor = self._column([f.denominator for f in factors], 1)
        narrow = [min(INT64 // max(r, 1), INT64 // (w + 1)) for w, r in parts]
        self.narrow = self._column(narrow, -1)
        """The largest quantity whose product fits; -1 where none is taken to."""

    def _column(self, numbers: Sequence[int], instead: int) -> Ints:
        return np.array([n if ok else instead for n, ok in zip(numbers, self.safe, strict=True)], dtype=np.int64)

    def by_hand(self, quantity: Ints, group: Ints) -> Ints:
        """The same for rows whose product would not fit into 64 bits."""
        result = np.empty(len(quantity), dtype=np.int64)
        safe = self.safe[group]
        if safe.any():
            result[safe] = self._long_division(quantity[safe], group[safe])
        for place in np.flatnonzero(~safe):
            result[place] = half_up(int(quantity[place]) * self.factors[group[place]])
        return result

    def _long_division(self, quantity: Ints, group: Ints) -> Ints:
        """quantity * over / divisor, taking the quantity a few bits at a time from the top."""
        divisor, over = self.divisor[group], self.over[group]
        bits = 62 - int(divisor.max()).bit_length()
        digits = -(-int(quantity.max()).bit_length() // bits)
        mask = (1 << bits) - 1
        quotient = np.zeros(len(quantity), dtype=np.int64)
        rest = np.zeros(len(quantity), dtype=np.int64)
        for digit in reversed(range(digits)):
            product = (rest << bits) + ((quantity >> (digit * bits)) & mask) * over
            times = product // divisor
            rest = product - times * divisor
            quotient = (quotient << bits) + times
        found: Ints = quantity * self.whole[group] + quotient + (rest >= divisor - rest)
        return found


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
