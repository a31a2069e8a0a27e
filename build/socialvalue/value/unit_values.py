"""Which unit value applies: of the measure's framework and edition, the line's area, the last day of its period.

A value for one area is narrower than one for all, and so is one for one edition; of two that remain, the one that
began later applies. A measure may have one value of each kind in the totals and one beside them.
"""

from typing import NamedTuple

import numpy as np
import pandas as pd

from socialvalue.domain.look_up import coded
from socialvalue.records import Ints, NoValue

DECIDES = ["framework", "edition", "measure", "area", "end"]
UNSAID = (
    ("edition", NoValue.OTHER_EDITION, NoValue.NO_EDITION),
    ("area", NoValue.OTHER_AREA, NoValue.NO_AREA),
)
"""The columns that a row may leave empty, with the reason where it names what has no value, and where it names none."""


class Matches(NamedTuple):
    """Rows with unit values: `row` and `unit_value` are places in their tables, one pair for each value to work out.

    `reasons` says for each row why it has no value that counts in the totals; empty where it has one.
    """

    row: Ints
    unit_value: Ints
    reasons: pd.Series


def matched(rows: pd.DataFrame, unit_values: pd.DataFrame) -> Matches:
    """The unit values of each row. `rows` has the columns of DECIDES; `end` is a day."""
    cases, first = coded(rows, DECIDES)
    asked = rows[DECIDES].iloc[first].assign(case=np.arange(len(first)))
    offered = unit_values.assign(place=np.arange(len(unit_values))).rename(
        columns={"owner": "framework", "edition": "of_edition", "area": "of_area"}
    )
    pairs = asked.merge(offered, on=["framework", "measure"])
    reasons = pd.Series(NoValue.NO_UNIT_VALUE, index=np.arange(len(first)), dtype=object)
    for reason, keep in (
        (NoValue.OTHER_EDITION, (pairs["of_edition"] == "") | (pairs["of_edition"] == pairs["edition"])),
        (NoValue.OTHER_AREA, (pairs["of_area"] == "") | (pairs["of_area"] == pairs["area"])),
        (NoValue.OTHER_YEARS, _in_force(pairs)),
    ):
        reasons[pairs.loc[pairs["counts_in"] == "total", "case"].unique()] = reason
        pairs = pairs[keep.reindex(pairs.index)]
    reasons[pairs.loc[pairs["counts_in"] == "total", "case"].unique()] = ""
    for column, other, none in UNSAID:
        reasons[(reasons == other) & (asked[column] == "").to_numpy()] = none
    return _spread(cases, _narrowest(pairs), reasons)


def _in_force(pairs: pd.DataFrame) -> pd.Series:
    begun = pairs["valid_from"] <= pairs["end"]
    over = (pairs["valid_to"] != "") & (pairs["valid_to"] < pairs["end"])
    return begun & ~over


def _narrowest(pairs: pd.DataFrame) -> pd.DataFrame:
    """One pair for each case, kind and whether it counts in the totals; the first row of several that are alike."""
    order = ["case", "of_edition", "of_area", "valid_from", "place"]
    ranked = pairs.sort_values(order, ascending=[True, False, False, False, True])
    return ranked.drop_duplicates(["case", "kind", "counts_in"]).sort_values(["case", "place"])


def _spread(cases: Ints, pairs: pd.DataFrame, reasons: pd.Series) -> Matches:
    """From the different cases back to every row."""
    found = pairs["case"].to_numpy(dtype=np.int64)
    many = np.bincount(found, minlength=len(reasons))
    starts = np.cumsum(many) - many
    row = np.repeat(np.arange(len(cases)), many[cases])
    within = np.arange(len(row)) - np.repeat(np.cumsum(many[cases]) - many[cases], many[cases])
    places = pairs["place"].to_numpy(dtype=np.int64)[starts[cases[row]] + within]
    return Matches(row, places, reasons.iloc[cases].reset_index(drop=True))
