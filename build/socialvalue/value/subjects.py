"""The rows to value: lines and targets alike, with what their measure and unit say about valuing them."""

import numpy as np
import pandas as pd

from socialvalue.domain.look_up import looked_up
from socialvalue.domain.standing import latest
from socialvalue.value.first_year import within_first_year
from socialvalue.value.lines import stocks, where_counted
from socialvalue.value.method import Method

KEPT = [
    *("key", "held_in", "return_id", "project", "programme", "framework", "edition", "measure", "theme", "area"),
    *("organisation", "start", "end", "year", "quantity", "bound", "unit", "status"),
]


def subjects_of(lines: pd.DataFrame, targets: pd.DataFrame, method: Method) -> pd.DataFrame:
    """One row per line, then one per target.

    `valued` is the quantity that is valued; `live` is False for a target that is no current commitment. `record`,
    `recounted`, `alone`, `spent` and `undated` say why a row has no value; `level` and
    `disadvantaged` are of its measure.
    """
    newest = latest(lines, stocks(lines, method.measures))
    live = (targets["current"] & (targets["strength"] == "commitment")).to_numpy(dtype=np.bool_)
    here = where_counted(lines)[KEPT]
    parts = [
        here.assign(live=True, valued=within_first_year(lines, method.measures), newest=newest, alone=False),
        where_counted(targets)
        .reindex(columns=KEPT, fill_value="")
        .assign(live=live, valued=targets["quantity"], newest=True, alone=targets["alone"]),
    ]
    found = pd.concat(parts, ignore_index=True)
    level = looked_up(found, method.units, "unit", "level", False)
    record = looked_up(found, method.units, "unit", "record_only", False)
    return found.assign(
        level=level,
        disadvantaged=looked_up(found, method.measures, "measure", "disadvantaged", False),
        record=record | (looked_up(found, method.measures, "measure", "adds_up", "") == "never"),
        recounted=~found["newest"].to_numpy(dtype=np.bool_) & ~level,
        spent=((found["valued"] == 0) & (found["quantity"] > 0)).to_numpy(dtype=np.bool_),
        undated=(found["end"] == "").to_numpy(),
    )
