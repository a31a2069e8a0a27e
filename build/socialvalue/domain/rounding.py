"""Rounding to whole numbers: half goes up, everywhere on the site and in every file."""

from fractions import Fraction

from socialvalue.records import MILLION


def quotient(part: int, whole: int) -> int:
    """The nearest whole number to part / whole; a half goes up. For a whole above 0."""
    return (2 * part + whole) // (2 * whole)


def half_up(amount: Fraction) -> int:
    """The nearest whole number; a half goes up. For amounts of 0 or more."""
    return quotient(amount.numerator, amount.denominator)


def share(part: int, whole: int) -> int | None:
    """`part` as a share of `whole`, in millionths; missing where there is no whole."""
    return quotient(part * MILLION, whole) if whole else None
