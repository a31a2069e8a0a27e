"""What a project promised and delivered of a measure in all, for the rules that ask it of a line that counts."""

from collections.abc import Mapping
from typing import Any

import numpy as np
import pandas as pd

from socialvalue.check.clauses.evaluating import Numbers
from socialvalue.check.series import added
from socialvalue.check.tables import Tables
from socialvalue.domain.look_up import beside
from socialvalue.records import Flags, Ints

WHAT = ["project", "measure"]


def promised(tables: Tables, rows: pd.DataFrame) -> Numbers:
    """What was promised as a whole, by promises that stand: of no place, and part of no other."""
    targets = tables["targets"]
    whole = (targets["part_of"] == "") & (targets["area"] == "") & (targets["local_definition"] == "")
    targets = targets[whole & ~targets["target"].isin(targets["replaces"])]
    if targets.empty:
        return _numbers(pd.Series(pd.NA, rows.index, "Int64"))
    sums = targets.assign(promised=added(targets, WHAT, "quantity"))[[*WHAT, "promised"]].drop_duplicates(WHAT)
    return _numbers(beside(rows, WHAT, sums, WHAT, ["promised"])["promised"])


def delivered(tables: Tables, rows: pd.DataFrame) -> Numbers:
    """What all lines of the project that count come to."""
    lines = tables.standing
    return _numbers(added(lines, WHAT, "quantity").loc[rows.index])


def newest(tables: Tables, rows: pd.DataFrame) -> Flags:
    """Whether a line is the last of its project and measure: of the return that begins last."""
    lines = tables.standing.sort_values("start", kind="stable")
    found: Flags = rows.index.isin(lines.drop_duplicates(WHAT, keep="last").index)
    return found


def _numbers(column: "pd.Series[Any]") -> Numbers:
    values: Ints = column.fillna(0).to_numpy(dtype=np.int64)
    return Numbers(values, column.isna().to_numpy(dtype=np.bool_))


OF_PROJECT: Mapping[str, Any] = {"promised": promised, "delivered": delivered, "newest": newest}
