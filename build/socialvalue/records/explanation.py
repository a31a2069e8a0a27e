"""How one line came to its £: what room 3 did, row by row, each row with where it stands in the data.

Numbers and fixed words only; room 4 puts them into sentences.
"""

from dataclasses import dataclass
from fractions import Fraction
from typing import Literal, NamedTuple


class Place(NamedTuple):
    """A row of the data: its file below the data folder, its row as a spreadsheet shows it, and what it is called."""

    file: str
    row: int
    name: str
    """The key of a line or target, or the name of a unit value or an adjustment, or the year of a price index."""


class WorkingRow(NamedTuple):
    """One row of a working, as on paper: operator, what it is, number.

    `what` is quantity, unit value, uprating, part of the year, years of benefit, gross, the effect of an adjustment
    (such as deadweight), discounting, net or real. `number` is whole millionths for a quantity or a unit value in
    pounds, a fraction for a factor, and whole pence for gross, what a step takes off, net and real.
    """

    operator: Literal["", "×", "−", "="]
    what: str
    number: int | Fraction
    place: Place | None = None
    rate: int | None = None
    """What an adjustment takes off, in millionths: of what is left, or a year where a benefit lasts for several."""
    share: Fraction | None = None
    """What a step took of what was left."""
    why: str = ""
    """The reason of an adjustment, or what a unit value is, in the words of the data."""
    source: str = ""


@dataclass(frozen=True, slots=True)
class Working:
    """From the quantity to the net value of one kind, by one unit value."""

    kind: str
    counts_in: str
    unit_value: str
    price_year: str
    """The year of the unit value's prices."""
    year: str
    """The financial year of delivery, in whose prices gross and net are."""
    real_year: str
    vintage: str
    """The year of real prices, and when the price index was published."""
    rows: tuple[WorkingRow, ...]
    low: int | None
    high: int | None
    caution: str
    second_hand: bool
    net_of: str
    """What the unit value is already net of, so that it is not taken off again."""
    edition: str = ""
    """The current edition of the framework, where the line was signed under another that gives another net."""
    at_edition: int = 0
    """The net at that edition, in pence."""


@dataclass(frozen=True, slots=True)
class Explanation:
    """One line or target, what it is worth by kind, and why it may be worth nothing in the totals."""

    key: str
    place: Place
    project: str
    measure: str
    """Their names."""
    in_project: str
    framework: str
    of_measure: str
    """Their keys."""
    quantity: int | None
    """Missing where it is hidden."""
    unit: str
    one: str
    many: str
    """What the unit is called: week, weeks."""
    bound: str
    headcount: int | None
    start: str
    end: str
    status: str
    basis: str
    """submitted or compiled; empty for a target."""
    marker: str
    reason: str
    """Why its return replaces an earlier one."""
    workings: tuple[Working, ...]
    unvalued: str
    """Why it adds nothing to the totals, as a NoValue; empty where it does."""
    unvalued_facts: tuple[str, ...]
    """What the sentence for it needs."""
