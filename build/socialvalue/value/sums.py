"""The sums of money that pages show: by kind, and by measure, area and year within it. Kinds are never added.

Each row is the sum of just the value rows behind it: of lines and targets that count, by unit values that count in
totals.
"""

from collections.abc import Sequence
from fractions import Fraction
from typing import NamedTuple

import numpy as np
import pandas as pd

from socialvalue.domain.bounds import joint_of_each
from socialvalue.records import KINDS, STATUSES, Flags
from socialvalue.records.frames import empty
from socialvalue.value.adjustments import ORDER
from socialvalue.value.exact import summed
from socialvalue.value.factors import DISCOUNTING
from socialvalue.value.sum_cells import Cells, cells_of, different
from socialvalue.value.totals import DIMENSIONS, any_of, members_of

DRAWN = ("all", "programme", "project")
"""The dimensions whose pages show the parts of a kind of value."""
EFFECTS = (*ORDER, DISCOUNTING)
"""What is taken off, in the order in which it is."""
PLACE = ["dimension", "member", "kind"]


class Sums(NamedTuple):
    """The sums of each dimension and member, as described in records/frames.py."""

    by_kind: pd.DataFrame
    by_measure: pd.DataFrame
    """Within each kind by framework and measure, in the order in which their first lines come."""
    by_area: pd.DataFrame
    by_year: pd.DataFrame
    """Within each kind by financial year."""
    deductions: pd.DataFrame


def sums_of(values: pd.DataFrame, steps: pd.DataFrame, areas: pd.DataFrame) -> Sums:
    """The sums of the value rows that count in totals."""
    behind = values[_in_totals(values)].reset_index(drop=True)
    by_kind = _sums(behind, DIMENSIONS, [])
    return Sums(
        by_kind,
        _sums(behind, DIMENSIONS, ["framework", "measure"]),
        _by_area(behind, areas),
        _sums(behind, DRAWN, ["year"]),
        _deductions(values, steps, by_kind),
    )


def _by_area(behind: pd.DataFrame, areas: pd.DataFrame) -> pd.DataFrame:
    """Within each kind by area; and on_map, what the areas with a tile have together."""
    found = _sums(behind, DRAWN, ["area"])
    found = found[found["area"] != ""].reset_index(drop=True)
    drawn = found["area"].isin(areas.loc[areas["tile_column"].notna(), "area"])
    on_map = found["net"].where(drawn, 0).groupby([found[name] for name in PLACE]).transform("sum")
    return found.assign(on_map=on_map.astype("int64"))


def _deductions(values: pd.DataFrame, steps: pd.DataFrame, by_kind: pd.DataFrame) -> pd.DataFrame:
    """One row per effect within each kind, as they are taken off: what it took, and what it left of gross."""
    chosen = values[_in_totals(values) & (values["status"] != "committed").to_numpy()]
    found = steps[["key", "unit_value", "effect", "share", "taken"]].merge(chosen, on=["key", "unit_value"])
    if found.empty:
        return empty("deductions")
    found["effect"] = pd.Categorical(found["effect"], EFFECTS).codes.astype(np.int64)
    cells = cells_of(found, members_of(found, DRAWN), ["kind", "effect"])
    size, codes = len(cells.keys), cells.codes
    shares = sorted(found["share"].unique(), key=Fraction)
    ranks = (
        found["share"].map({share: rank for rank, share in enumerate(shares)}).to_numpy(dtype=np.int64)[cells.places]
    )
    lowest, highest = np.full(size, len(shares)), np.zeros(size, dtype=np.int64)
    np.minimum.at(lowest, codes, ranks)
    np.maximum.at(highest, codes, ranks)
    first = ~found.duplicated(["key", "unit_value", "effect"]).to_numpy()
    held = np.where(first, found["gross"].to_numpy(dtype=np.int64), 0)
    taken = pd.Series(summed(found["taken"].to_numpy(dtype=np.int64)[cells.places], codes, size))
    gross = cells.keys.merge(by_kind[[*PLACE, "gross"]], how="left", on=PLACE)["gross"]
    return cells.keys.assign(
        effect=[EFFECTS[effect] for effect in cells.keys["effect"]],
        taken=taken,
        bound=joint_of_each(found["bound"], cells.places, codes, size),
        remaining=gross - taken.groupby([cells.keys[name] for name in PLACE]).cumsum(),
        of_all=summed(held[cells.places], codes, size) == gross.to_numpy(dtype=np.int64),
        lowest_share=[shares[rank] for rank in lowest],
        highest_share=[shares[rank] for rank in highest],
    )


def _in_totals(values: pd.DataFrame) -> Flags:
    found: Flags = values["counted"].to_numpy(dtype=np.bool_) & (values["counts_in"] == "total").to_numpy()
    return found


def _sums(found: pd.DataFrame, dimensions: Sequence[str], by: Sequence[str]) -> pd.DataFrame:
    cells = cells_of(found, members_of(found, dimensions), ["kind", *by])
    size, codes, places = len(cells.keys), cells.codes, cells.places
    money = {name: found[name].to_numpy(dtype=np.int64)[places] for name in ("net", "gross", "real")}
    status = found["status"].to_numpy(dtype=object)
    delivered = (status != "committed")[places]
    sums = cells.keys
    for each in STATUSES:
        sums[each] = summed(np.where((status == each)[places], money["net"], 0), codes, size)
    sums["with_promises"] = summed(money["net"], codes, size)
    for name, amounts in money.items():
        sums[name] = summed(np.where(delivered, amounts, 0), codes, size)
    given = {end: found[end].notna().to_numpy(dtype=np.bool_)[places] & delivered for end in ("low", "high")}
    for end, other in (("low", "high"), ("high", "low")):
        ends = found[end].to_numpy(dtype=np.int64, na_value=0)[places]
        ends = np.where(given[end], ends, np.where(delivered, money["net"], 0))
        known = any_of(given[end], codes, size) & ~any_of(given[other] & ~given[end], codes, size)
        sums[end] = pd.Series(summed(ends, codes, size)).astype("Int64").where(known)
    sums["bound"] = joint_of_each(found["bound"], places[delivered], codes[delivered], size)
    sums["lines"] = different(found["key"], places[delivered], codes[delivered], size)  # one may have two values
    return _in_order(sums, cells, delivered)


def _in_order(sums: pd.DataFrame, cells: Cells, delivered: Flags) -> pd.DataFrame:
    """The sums of each member by kind in the order of KINDS, then as their first delivered lines come."""
    member, _ = pd.factorize(pd.MultiIndex.from_frame(sums[["dimension", "member"]]))
    first = np.full(len(sums), len(cells.places), dtype=np.int64)
    np.minimum.at(first, cells.codes[delivered], cells.places[delivered])
    kinds = sums["kind"].map({kind: place for place, kind in enumerate(KINDS)}).to_numpy(dtype=np.int64)
    return sums.iloc[np.lexsort([first, kinds, member])].reset_index(drop=True)
