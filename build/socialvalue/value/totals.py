"""Sums of published lines: by dimension, kind and status. Kinds are never added to each other."""

import numpy as np
import pandas as pd

from socialvalue.value.codes import coded
from socialvalue.value.exact import summed

DIMENSIONS = ("all", "programme", "project", "return_id", "measure", "theme", "area", "organisation", "year")
MONEY = ("gross", "deducted", "net", "real", "low", "high")


def totals_of(values: pd.DataFrame) -> pd.DataFrame:
    """One row per dimension, member, kind and status, each the sum of just the value rows behind it.

    A line without a range counts with its net in the sums of low and high, which are missing where no line of the
    sum has a range. Rows that name no member of a dimension are in no sum of it.
    """
    chosen = values[values["counted"].to_numpy(dtype=np.bool_) & (values["counts_in"] == "total").to_numpy()]
    chosen = chosen.assign(
        all="all",
        low=chosen["low"].fillna(chosen["net"]),
        high=chosen["high"].fillna(chosen["net"]),
        ranged=(chosen["low"].notna() | chosen["high"].notna()).to_numpy(dtype=np.int64),
    )
    parts = [_sums(chosen[chosen[dimension] != ""], dimension) for dimension in DIMENSIONS]
    return pd.concat(parts, ignore_index=True)


def _sums(values: pd.DataFrame, dimension: str) -> pd.DataFrame:
    codes, first = coded(values, [dimension, "kind", "status"])
    found = values[[dimension, "kind", "status"]].iloc[first].rename(columns={dimension: "member"})
    found.insert(0, "dimension", dimension)
    found["lines"] = np.bincount(codes, minlength=len(first))
    for name in (*MONEY, "ranged"):
        found[name] = summed(values[name].to_numpy(dtype=np.int64), codes, len(first))
    ranged = found.pop("ranged") > 0
    for name in ("low", "high"):
        found[name] = found[name].astype("Int64").where(ranged)
    return found.sort_values(["member", "kind", "status"], ignore_index=True)
