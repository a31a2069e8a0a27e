"""Sums of published lines: by dimension, kind and status. Kinds are never added to each other."""

from collections.abc import Sequence

import numpy as np
import pandas as pd

from socialvalue.domain.bounds import joint_of_each
from socialvalue.records import Flags, Ints
from socialvalue.value.exact import summed
from socialvalue.value.sum_cells import cells_of

DIMENSIONS = ("all", "programme", "project", "return_id", "measure", "theme", "area", "organisation", "year")
MONEY = ("gross", "deducted", "net", "real", "low", "high")


def totals_of(values: pd.DataFrame) -> pd.DataFrame:
    """One row per dimension, member, kind and status, each the sum of just the value rows behind it.

    A line without a range counts with its net in the sums of low and high, which are missing where no line of the
    sum has a range. A line with one end alone leaves the other end of its sums missing: nobody knows it. Rows that name
    no member of a dimension are in no sum of it.
    """
    chosen = values[values["counted"].to_numpy(dtype=np.bool_) & (values["counts_in"] == "total").to_numpy()]
    cells = cells_of(chosen, members_of(chosen, DIMENSIONS), ["kind", "status"])
    size, codes = len(cells.keys), cells.codes
    net = chosen["net"].to_numpy(dtype=np.int64)
    amounts = {name: chosen[name].to_numpy(dtype=np.int64) for name in ("gross", "deducted", "net", "real")}
    given = {name: chosen[name].notna().to_numpy(dtype=np.bool_) for name in ("low", "high")}
    amounts |= {
        name: np.where(has, chosen[name].to_numpy(dtype=np.int64, na_value=0), net) for name, has in given.items()
    }
    found = cells.keys.assign(
        bound=joint_of_each(chosen["bound"], cells.places, codes, size), lines=np.bincount(codes, minlength=size)
    )
    for name in MONEY:
        found[name] = summed(amounts[name][cells.places], codes, size)
    for name, other in (("low", "high"), ("high", "low")):
        known = any_of(given[name][cells.places], codes, size)
        unknown = any_of((given[other] & ~given[name])[cells.places], codes, size)
        found[name] = found[name].astype("Int64").where(known & ~unknown)
    return found


def any_of(flags: Flags, codes: Ints, size: int) -> Flags:
    """Whether a flag is set for some row of each sum."""
    found: Flags = np.bincount(codes[flags], minlength=size) > 0
    return found


def members_of(found: pd.DataFrame, dimensions: Sequence[str]) -> dict[str, pd.Series]:
    """The member of each dimension that each row belongs to; everything belongs to "all"."""
    every = pd.Series("all", index=found.index, dtype=object)
    return {dimension: every if dimension == "all" else found[dimension] for dimension in dimensions}
