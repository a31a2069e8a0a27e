"""Exact money: a rational number of pence, rounded half-up once."""

from fractions import Fraction


def half_up(pence: Fraction) -> int:
    """The nearest whole penny; a half goes up. Values are never negative here."""
    return int((2 * pence.numerator + pence.denominator) // (2 * pence.denominator))
