"""Pairs of a row and a unit value that might be valued, and why those that are not were dropped."""

import numpy as np
import pandas as pd

from socialvalue.domain.look_up import coded
from socialvalue.domain.parts import climb, holders
from socialvalue.domain.years import price_base
from socialvalue.records import KINDS, Flags, Ints, NoValue
from socialvalue.records import rows as rows_of
from socialvalue.value.method import Method
from socialvalue.value.unit_values import matched

WITHOUT = {
    "record": NoValue.RECORD,
    "recounted": NoValue.STOCK,
    "alone": NoValue.ALONE,
    "spent": NoValue.FIRST_YEAR,
    "undated": NoValue.NO_DATE,
}
"""The columns of a row that say why it has no value."""
OF_ROW = ["key", "framework", "edition", "measure", "programme", "project", "year", "live"]
OF_UNIT_VALUE = ["kind", "counts_in", "net_of", "price_year", "uprate"]


class Candidates:
    """`pairs`: one row per pair, with `row` and `place` (in the table of unit values) and what decides the £.

    `reasons`: for each row why it adds nothing to the totals; empty as long as a pair of its own does.
    """

    def __init__(self, rows: pd.DataFrame, method: Method) -> None:
        matches = matched(rows, method.unit_values)
        self.reasons = matches.reasons
        self.pairs = pd.concat(
            [
                pd.DataFrame({"row": matches.row, "place": matches.unit_value}),
                rows[OF_ROW].iloc[matches.row].reset_index(drop=True),
                method.unit_values[OF_UNIT_VALUE].iloc[matches.unit_value].reset_index(drop=True),
            ],
            axis=1,
        )

    def keep(self, wanted: Flags, reason: str) -> None:
        """Drop the other pairs. `reason` is kept for rows that have none left that counts in the totals."""
        if wanted.all():
            return
        lost, left = self.pairs[~wanted], self.pairs[wanted]
        without = set(_in_totals(lost)) - set(_in_totals(left))
        self.reasons.iloc[sorted(without)] = reason
        self.pairs = left.reset_index(drop=True)


def candidates(rows: pd.DataFrame, method: Method) -> Candidates:
    """The pairs of `rows` (as subjects.py makes them) that are to be valued."""
    found = Candidates(rows, method)
    for column, reason in WITHOUT.items():
        found.keep(~rows[column].to_numpy(dtype=np.bool_)[found.pairs["row"]], reason)
    found.reasons[rows["record"].to_numpy(dtype=np.bool_)] = NoValue.RECORD
    found.keep(_indexed(found.pairs, method), NoValue.DEFLATORS)
    holder = holders(rows["key"], rows["held_in"])
    found.keep(~_two_groups(rows, holder)[found.pairs["row"]], NoValue.ONE_GROUP)
    found.keep(~_held(found.pairs, holder), NoValue.PART)
    return found


def _in_totals(pairs: pd.DataFrame) -> Ints:
    return pairs.loc[pairs["counts_in"] == "total", "row"].unique()


def _indexed(pairs: pd.DataFrame, method: Method) -> Flags:
    """Whether the deflators reach the year of delivery, that of real prices and, where it is uprated, of the value."""
    cases, first = coded(pairs, ["price_year", "uprate", "year"])
    known = [
        case.year in method.index
        and method.real_year in method.index
        and (not case.uprate or price_base(case.price_year, case.year) in method.index)
        for case in rows_of(pairs.iloc[first])
    ]
    return np.array(known, dtype=np.bool_)[cases]


def _two_groups(rows: pd.DataFrame, holder: Ints) -> Flags:
    """Whether a row counts people of one disadvantaged group who are counted in another group's row already."""
    group = rows["disadvantaged"].to_numpy(dtype=np.bool_)
    live = rows["live"].to_numpy(dtype=np.bool_)
    found = np.zeros(len(rows), dtype=np.bool_)
    for above in climb(holder):
        found |= (above >= 0) & group & group[above] & live[above]
    return found


def _held(pairs: pd.DataFrame, holder: Ints) -> Flags:
    """Whether a row that holds the pair's row brings the same kind of value already."""
    slots = pairs["kind"].map({kind: 2 * place for place, kind in enumerate(KINDS)}).to_numpy(dtype=np.int64)
    slots = slots + (pairs["counts_in"] == "memo").to_numpy(dtype=np.int64)
    row = pairs["row"].to_numpy(dtype=np.int64)
    brings = np.zeros((len(holder), 2 * len(KINDS)), dtype=np.bool_)
    live = pairs["live"].to_numpy(dtype=np.bool_)
    brings[row[live], slots[live]] = True
    found = np.zeros(len(pairs), dtype=np.bool_)
    for above in climb(holder):
        at = above[row]
        found |= (at >= 0) & brings[at, slots]
    return found
