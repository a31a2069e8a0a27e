"""Which edition of the Social Value Model a procurement comes under: that of the day on which it began."""

from collections.abc import Iterable, Sequence
from enum import StrEnum
from typing import NamedTuple, Protocol

from socialvalue.domain.years import first_day, last_day


class Edition(Protocol):
    """A row of reference/models.csv that has a first day."""

    @property
    def model(self) -> str: ...
    @property
    def begins(self) -> str: ...
    @property
    def from_gbp(self) -> int | None: ...


class NoEdition(StrEnum):
    """Why no edition can be named."""

    BEFORE = "before"
    """It began before the first edition."""
    NOT_EXACT = "not exact"
    """Only its month or year is known, and an edition began within it."""
    BELOW = "below"
    """The edition of that day does not ask for contracts of so little value."""
    VALUE_NOT_KNOWN = "value not known"
    """The edition of that day asks from some value on, and the contract's is not known."""


class Choice(NamedTuple):
    """The edition of the day, also where it does not ask for this contract; and why no edition can be named."""

    model: str
    reason: NoEdition | None = None


def edition_of(began: str, value_gbp: int | None, editions: Iterable[Edition]) -> Choice:
    """The edition that a procurement comes under which began on `began` (a year, a month or a day).

    `value_gbp` is that of the contract in pounds, with VAT. An edition that asks from £1,000,000 on asks for a contract
    of £1,000,000. Today's date has no part in it.

    Source: PPN 06/20, PPN 002 and PPN 026, as reference/models.csv gives them.
    """
    known = sorted(editions, key=lambda edition: edition.begins)
    of_first, of_last = _on(first_day(began), known), _on(last_day(began), known)
    if of_first is not of_last:
        return Choice("", NoEdition.NOT_EXACT)
    if of_last is None:
        return Choice("", NoEdition.BEFORE)
    if of_last.from_gbp is not None and value_gbp is None:
        return Choice(of_last.model, NoEdition.VALUE_NOT_KNOWN)
    if of_last.from_gbp is not None and value_gbp is not None and value_gbp < of_last.from_gbp:
        return Choice(of_last.model, NoEdition.BELOW)
    return Choice(of_last.model)


def _on(day: str, known: Sequence[Edition]) -> Edition | None:
    return next((edition for edition in reversed(known) if edition.begins <= day), None)


def is_large(value_gbp: int | None, large_from_gbp: int | None) -> bool:
    """Whether an edition asks for more of a contract of this value: £5,000,000 is one of £5,000,000 or more."""
    return value_gbp is not None and large_from_gbp is not None and value_gbp >= large_from_gbp
