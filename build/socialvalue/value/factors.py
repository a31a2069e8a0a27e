"""The exact fraction that each group of lines is multiplied by: gross, after each deduction, real, low and high.

A benefit that lasts for several years is counted for each of them, less its drop-off a year, and later years count
for less: 3.5% a year. Source: HM Treasury, The Green Book, social time preference rate.
"""

from collections.abc import Sequence
from fractions import Fraction
from typing import NamedTuple

from socialvalue.records import MILLION

PENCE = Fraction(100, MILLION * MILLION)
"""Quantity and unit value are both in millionths; a pound is 100 pence."""
DISCOUNT_RATE = 35_000
"""Millionths a year, for the first 30 years."""
DROP_OFF = "drop-off"
DISCOUNTING = "discounting"


class Deduction(NamedTuple):
    """One step from gross to net: an adjustment and its rate in millionths (a year, where a benefit lasts)."""

    adjustment: str
    effect: str
    rate: int


DISCOUNTED = Deduction("green-book-discount-rate", DISCOUNTING, DISCOUNT_RATE)


class Step(NamedTuple):
    """A deduction as it was applied: `share` is what it took of what the step before left, an exact fraction as text.

    Share and rate are the same, but for what is taken off for each year that a benefit lasts.
    """

    adjustment: str
    effect: str
    rate: int
    share: str


class Terms(NamedTuple):
    """What decides the worth of a unit. Values are pounds in millionths."""

    value: int
    low: int | None
    high: int | None
    uprating: Fraction
    to_real: Fraction
    part_of_year: Fraction
    years: int
    deductions: Sequence[Deduction]
    """In the order in which they apply."""


class Factors(NamedTuple):
    """Exact pence for a millionth of a unit."""

    uprating: Fraction
    """What quantity x value is multiplied by to give gross: prices, part of a year, years of benefit."""
    gross: Fraction
    after: tuple[Fraction, ...]
    """What is left after each step; the last is net."""
    real: Fraction
    low: Fraction | None
    high: Fraction | None


def steps_of(terms: Terms) -> tuple[Step, ...]:
    """The deductions in order. Discounting comes last, where a benefit lasts for more than one year."""
    left = _left(terms)
    return tuple(
        Step(*deduction, str(1 - after / before if before else Fraction(deduction.rate, MILLION)))
        for deduction, before, after in zip(_deductions(terms), left, left[1:], strict=False)
    )


def _deductions(terms: Terms) -> tuple[Deduction, ...]:
    return (*terms.deductions, DISCOUNTED) if terms.years > 1 else tuple(terms.deductions)


def factors_of(terms: Terms) -> Factors:
    """The factors of all lines that are valued on these terms."""
    uprating = terms.uprating * terms.part_of_year * terms.years
    unit = PENCE * uprating
    left = _left(terms)
    gross, last = terms.value * unit, left[-1]
    return Factors(
        uprating=uprating,
        gross=gross,
        after=tuple(gross * share for share in left[1:]),
        real=gross * last * terms.to_real,
        low=None if terms.low is None else terms.low * unit * last,
        high=None if terms.high is None else terms.high * unit * last,
    )


def _left(terms: Terms) -> list[Fraction]:
    """The share of gross that is left at first (all of it) and after each step."""
    left, share, dropped = [Fraction(1)], Fraction(1), 0
    for step in _deductions(terms):
        if step.effect == DISCOUNTING:
            left.append(share * _mean_year(terms.years, dropped, step.rate))
        elif step.effect == DROP_OFF and terms.years > 1:
            dropped = step.rate
            left.append(share * _mean_year(terms.years, dropped, 0))
        else:
            share *= Fraction(MILLION - step.rate, MILLION)
            left.append(share)
    return left


def _mean_year(years: int, dropped: int, discounted: int) -> Fraction:
    """The mean worth of a year of a benefit that lasts, as a share of its first year."""
    kept = Fraction(MILLION - dropped, MILLION + discounted)
    return sum((kept**year for year in range(years)), Fraction(0)) / years
