"""Sums of quantities: by dimension, measure and status. What must not be added is not."""

import numpy as np
import pandas as pd

from socialvalue.domain.bounds import joint_of_each
from socialvalue.domain.look_up import looked_up
from socialvalue.value.exact import summed
from socialvalue.value.lines import where_counted
from socialvalue.value.local import drawn_differently, rings_of
from socialvalue.value.method import Method
from socialvalue.value.sum_cells import cells_of
from socialvalue.value.totals import DIMENSIONS, members_of

OF_ONE_PROJECT = ("project", "return_id")
"""Counts on one day are given for these alone: those of two projects were taken on different days."""
KEPT = ["return_id", "project", "programme", "framework", "measure", "theme", "area", "organisation", "year"]


def counts_of(lines: pd.DataFrame, targets: pd.DataFrame, method: Method) -> pd.DataFrame:
    """One row per dimension, member, framework, measure and status: unit, quantity (millionths), bound, lines.

    Sums of the rows that are counted, over all measures that may be added, with or without a unit value. Promises that
    stand alone are in none, nor are lines that mean different things by local.
    """
    columns = [*KEPT, "unit", "quantity", "bound", "status", "counted", "local_definition", "local_area_set"]
    stand = where_counted(lines), where_counted(targets[~targets["alone"]])
    parts = [frame.reindex(columns=columns, fill_value="") for frame in stand]
    found = pd.concat(parts, ignore_index=True)
    found = found[found["counted"].to_numpy(dtype=np.bool_)]
    adds_up = looked_up(found, method.measures, "measure", "adds_up", "")
    flow = adds_up == "flow"
    found = found[flow | (adds_up == "stock")]
    stock = pd.Series(~flow[flow | (adds_up == "stock")], index=found.index)
    members = {
        dimension: member if dimension in OF_ONE_PROJECT else member.mask(stock, "")
        for dimension, member in members_of(found, DIMENSIONS).items()
    }
    cells = cells_of(found, members, ["framework", "measure", "status"])
    first = np.zeros(len(cells.keys), dtype=np.int64)
    first[cells.codes[::-1]] = cells.places[::-1]
    size = len(cells.keys)
    mixed = drawn_differently(rings_of(found, method.measures), cells.places, cells.codes, size)
    sums = cells.keys.assign(
        unit=found["unit"].to_numpy(dtype=object)[first],
        quantity=summed(found["quantity"].to_numpy(dtype=np.int64)[cells.places], cells.codes, size),
        bound=joint_of_each(found["bound"], cells.places, cells.codes, size),
        lines=np.bincount(cells.codes, minlength=size),
    )
    return sums[~mixed].reset_index(drop=True)
