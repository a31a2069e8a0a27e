"""The working of a £ as on paper: row by row from the quantity down to the net, and the same in real prices."""

from collections.abc import Mapping
from fractions import Fraction
from typing import NamedTuple

from socialvalue.domain.rounding import half_up
from socialvalue.publish.words import days, figures
from socialvalue.publish.words.language import N_, _
from socialvalue.publish.words.vocabulary import KIND
from socialvalue.records import MILLION, Explanation, Working, WorkingRow

TAKEN_OFF = {
    "deadweight": N_("would have happened anyway"),
    "displacement": N_("was taken from elsewhere nearby"),
    "leakage": N_("went to people outside the area"),
    "substitution": N_("took the place of something else"),
    "attribution": N_("others made happen too"),
    "drop-off": N_("fades as time goes by"),
    "discounting": N_("comes in later years, which count for less"),
}
STEPS = {
    "unit value": N_("Worth of one %(unit)s, %(kind)s value"),
    "uprating": N_("Prices of %(year)s against %(price_year)s"),
    "part of the year": N_("Part of a year that the period covers"),
    "years of benefit": N_("Years that the benefit lasts"),
    "first 12 months": N_("Share within people’s first 12 months"),
    "gross": N_("Gross"),
    "net": N_("Net, in prices of %(year)s"),
    "real": N_("The same in prices of %(real_year)s (GDP deflators, published %(vintage)s)"),
}
"""The rows of a working, but for the quantity and what is taken off."""


class Paper(NamedTuple):
    """A row of the working as on paper. `look` is line for gross, total for net, and else empty."""

    operator: str
    what: str
    number: str
    look: str


def paper(found: Explanation, working: Working) -> list[Paper]:
    """The working as on paper, from the quantity down to the net, and the same in real prices."""
    looks = {"gross": "line", "net": "total"}
    gaps = {
        "unit": found.one,
        "kind": kind_of(working),
        "year": working.year,
        "price_year": working.price_year,
        "real_year": working.real_year,
        "vintage": days.day(working.vintage),
    }
    return [
        Paper(row.operator, _what(row, found, gaps), _number(row, found), looks.get(row.what, ""))
        for row in working.rows
    ]


def _what(row: WorkingRow, found: Explanation, gaps: Mapping[str, str]) -> str:
    if row.rate is not None and row.share is not None:
        return _taken_of_what_is_left(row, row.rate, row.share)
    return found.measure if row.what == "quantity" else _(STEPS[row.what], **gaps)


def _taken_of_what_is_left(row: WorkingRow, rate: int, share: Fraction) -> str:
    """What a step took of what was left: its rate, or what that comes to over the years that a benefit lasts."""
    what = _(TAKEN_OFF[row.what])
    if share == Fraction(rate, MILLION):
        return _("%(share)s of what is left: %(what)s", share=figures.rate(rate), what=what)
    taken = figures.rate(half_up(share * 10_000) * 100)
    yearly = figures.rate(rate)
    return _(
        "%(share)s of what is left, %(rate)s for each year after the first: %(what)s",
        share=taken,
        rate=yearly,
        what=what,
    )


def _number(row: WorkingRow, found: Explanation) -> str:
    """The number of a row. Every £ that comes of the quantity, also what a step takes, is as sure as that."""
    if row.what == "quantity":
        return figures.bounded(amount_of(found), found.bound)
    if row.what == "unit value":
        return figures.pounds_number(int(row.number))
    if isinstance(row.number, Fraction):
        return figures.factor(row.number)
    return figures.bounded(figures.pounds_exact(row.number), found.bound)


def amount_of(found: Explanation) -> str:
    """The quantity in the words of its unit, without its bound."""
    if found.quantity is None:
        return _("a number that is hidden [c]")
    return figures.quantity(found.quantity, {"unit": found.unit, "one": found.one, "many": found.many})


def kind_of(working: Working) -> str:
    """The kind of value, inside a sentence."""
    return KIND[working.kind].name.lower()
