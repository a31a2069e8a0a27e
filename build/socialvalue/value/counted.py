"""What the lines of an area, a year, a programme count, measure by measure. What must not be added is not."""

from collections.abc import Sequence

import numpy as np
import pandas as pd

from socialvalue.domain.bounds import joint_of_each
from socialvalue.domain.look_up import looked_up
from socialvalue.value.exact import summed
from socialvalue.value.lines import where_counted
from socialvalue.value.local import drawn_differently, rings_of
from socialvalue.value.method import Method
from socialvalue.value.small_counts import HIDDEN
from socialvalue.value.sum_cells import cells_of
from socialvalue.value.totals import members_of

GATHERED = ("programme", "project", "measure", "theme", "area", "organisation", "year")
"""The dimensions whose pages gather lines."""
SIDE_BY_SIDE = ("programme", "measure", "area")
"""Those of them whose pages put projects side by side."""


def counted_of(lines: pd.DataFrame, method: Method) -> pd.DataFrame:
    """One row per dimension, member, framework and measure of the lines as they may be seen: see records/frames.py."""
    return _counted(lines, method, GATHERED, ["framework", "measure"])


def project_counts_of(lines: pd.DataFrame, method: Method) -> pd.DataFrame:
    """The same for each project with such lines, so that a page may say which of them did most."""
    found = _counted(lines, method, SIDE_BY_SIDE, ["project", "framework", "measure"])
    return found.drop(columns="projects")


def _counted(lines: pd.DataFrame, method: Method, dimensions: Sequence[str], by: Sequence[str]) -> pd.DataFrame:
    """One row per dimension, member and `by`.

    Flows are added, leaving out lines that are part of another. A stock (a count on one day) or a record is given as it
    stands where there is one line, and never added, for the projects' days and bases differ; nor are lines that mean
    different things by local.
    """
    cells = cells_of(lines, members_of(where_counted(lines), dimensions), by)
    size, codes, rows = len(cells.keys), cells.codes, lines.iloc[cells.places]

    def number(which: "pd.Series[bool]") -> np.ndarray[tuple[int], np.dtype[np.int64]]:
        return np.bincount(codes[which.to_numpy(dtype=np.bool_)], minlength=size)

    added, hidden = rows["counted"].astype(bool), rows["marker"] == HIDDEN
    aside = ~added & ~hidden
    whole = added.to_numpy(dtype=np.bool_)
    quantity = summed(rows["quantity"][whole].to_numpy(dtype=np.int64), codes[whole], size)
    flow = looked_up(cells.keys, method.measures, "measure", "adds_up", "") == "flow"
    rings = rings_of(rows, method.measures).mask(~added, "")
    apart = drawn_differently(rings, codes, size)
    addable = (flow & (number(added) > 0) & ~apart) | (number(added) == 1)
    projects = pd.DataFrame({"cell": codes, "project": rows["project"].to_numpy()}).drop_duplicates()
    return cells.keys.assign(
        quantity=pd.Series(quantity).astype("Int64").where(addable),
        bound=joint_of_each(rows["bound"][whole], codes[whole], size),
        lines=np.bincount(codes, minlength=size),
        inside=number(aside & (rows["part_of"] != "")),
        again=number(aside & (rows["part_of"] == "")),
        hidden=number(hidden & ~added),
        projects=np.bincount(projects["cell"].to_numpy(dtype=np.int64), minlength=size),
        second_hand=number(rows["confidence"] == "B") > 0,
    )
