"""Sums of published lines: by dimension, kind and status. Kinds are never added to each other."""

import pandas as pd

DIMENSIONS = ("programme", "project", "return_id", "measure", "theme", "area", "organisation", "year")
MONEY = ["gross", "deducted", "net", "real"]


def totals_of(values: pd.DataFrame, lines: pd.DataFrame) -> pd.DataFrame:
    """One row per dimension, member, kind and status, each the sum of just the value rows behind it."""
    summed = values[values["counted"].astype(bool) & (values["counts_in"] == "total")]
    parts = [_sums(summed.assign(all="all"), "all")]
    parts.extend(_sums(summed[summed[name] != ""], name) for name in DIMENSIONS)
    return pd.concat(parts, ignore_index=True)


def _sums(values: pd.DataFrame, dimension: str) -> pd.DataFrame:
    groups = values.groupby([dimension, "kind", "status"], sort=True)
    found = groups[MONEY].sum().assign(lines=groups["key"].nunique()).reset_index()
    found.insert(0, "dimension", dimension)
    return found.rename(columns={dimension: "member"})
