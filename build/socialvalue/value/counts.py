"""Sums of quantities: by dimension, measure and status. What must not be added is not."""

import numpy as np
import pandas as pd

from socialvalue.value.codes import coded
from socialvalue.value.exact import Ints, summed
from socialvalue.value.lines import looked_up
from socialvalue.value.method import Method
from socialvalue.value.totals import DIMENSIONS

BOUNDS = ("", "at least", "up to", "about")
OF_ONE_PROJECT = ("project", "return_id")
"""Counts on one day are given for these alone: those of two projects were taken on different days."""
KEPT = ["return_id", "project", "programme", "framework", "measure", "theme", "area", "organisation", "year"]


def counts_of(lines: pd.DataFrame, targets: pd.DataFrame, method: Method) -> pd.DataFrame:
    """One row per dimension, member, framework, measure and status: unit, quantity (millionths), bound, lines.

    Sums of the rows that are counted, over all measures that may be added, with or without a unit value.
    """
    columns = [*KEPT, "unit", "quantity", "bound", "status", "counted"]
    parts = [frame.reindex(columns=columns, fill_value="") for frame in (lines, targets)]
    found = pd.concat(parts, ignore_index=True)
    found = found[found["counted"].to_numpy(dtype=np.bool_)].assign(all="all")
    adds_up = looked_up(found, method.measures, "measure", "adds_up", "")
    flows, single = found[adds_up == "flow"], found[(adds_up == "flow") | (adds_up == "stock")]
    sums = []
    for dimension in DIMENSIONS:
        rows = single if dimension in OF_ONE_PROJECT else flows
        sums.append(_sums(rows[rows[dimension] != ""], dimension))
    return pd.concat(sums, ignore_index=True)


def _sums(rows: pd.DataFrame, dimension: str) -> pd.DataFrame:
    by = [dimension] if dimension == "measure" else [dimension, "measure"]
    codes, first = coded(rows, [*by, "framework", "status"])
    found = pd.DataFrame({"dimension": dimension, "member": rows[dimension].iloc[first].to_numpy()})
    for column in ("framework", "measure", "unit", "status"):
        found[column] = rows[column].iloc[first].to_numpy()
    found["quantity"] = summed(rows["quantity"].to_numpy(dtype=np.int64), codes, len(first))
    found["bound"] = bounds(rows["bound"], codes, len(first))
    found["lines"] = np.bincount(codes, minlength=len(first))
    return found.sort_values(["member", "framework", "measure", "status"], ignore_index=True)


def bounds(each: pd.Series, codes: Ints, size: int) -> list[str]:
    """The bound of each sum: that of its parts (an exact part changes nothing), or "about" where they differ."""
    seen = np.zeros((size, len(BOUNDS)), dtype=np.bool_)
    seen[codes, each.map({bound: place for place, bound in enumerate(BOUNDS)}).to_numpy(dtype=np.int64)] = True
    one = np.where(seen[:, 1:].sum(axis=1) > 1, BOUNDS.index("about"), (seen[:, 1:] * [1, 2, 3]).sum(axis=1))
    return [BOUNDS[place] for place in one]
