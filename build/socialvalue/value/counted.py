"""What the lines of an area, a year, a programme count, measure by measure. What must not be added is not."""

from collections.abc import Sequence

import numpy as np
import pandas as pd

from socialvalue.domain.bounds import joint_of_each
from socialvalue.domain.look_up import looked_up
from socialvalue.records import Ints
from socialvalue.value.exact import summed
from socialvalue.value.lines import where_counted
from socialvalue.value.local import drawn_differently, rings_of
from socialvalue.value.method import Method
from socialvalue.value.small_counts import HIDDEN
from socialvalue.value.sum_cells import cells_of, different
from socialvalue.value.totals import members_of

GATHERED = ("programme", "project", "return_id", "measure", "theme", "area", "organisation", "year")
"""The dimensions whose pages gather lines, and the returns that the news tells of."""
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
    size, codes, places = len(cells.keys), cells.codes, cells.places

    def number(which: "pd.Series[bool]") -> Ints:
        """How many lines behind each sum are so."""
        return np.bincount(codes[which.to_numpy(dtype=np.bool_)[places]], minlength=size)

    added, hidden = lines["counted"].astype(bool), lines["marker"] == HIDDEN
    aside, part = ~added & ~hidden, lines["part_of"] != ""
    whole = added.to_numpy(dtype=np.bool_)[places]
    amounts = lines["quantity"].to_numpy(dtype=np.int64, na_value=0)
    flow = looked_up(cells.keys, method.measures, "measure", "adds_up", "") == "flow"
    rings = rings_of(lines, method.measures).mask(~added, "")
    addable = (flow & (number(added) > 0) & ~drawn_differently(rings, places, codes, size)) | (number(added) == 1)
    in_sum = different(lines["project"], places[whole], codes[whole], size)
    return cells.keys.assign(
        quantity=pd.Series(summed(amounts[places[whole]], codes[whole], size)).astype("Int64").where(addable),
        bound=joint_of_each(lines["bound"], places[whole], codes[whole], size),
        lines=np.bincount(codes, minlength=size),
        inside=number(aside & part),
        again=number(aside & ~part),
        hidden=number(hidden & ~added),
        projects=np.where(number(added) > 0, in_sum, different(lines["project"], places, codes, size)),
        second_hand=number(lines["confidence"] == "B") > 0,
    )
