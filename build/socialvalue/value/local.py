"""What a line of a local measure calls local. Figures that draw the ring differently are never added."""

import numpy as np
import pandas as pd

from socialvalue.domain.look_up import looked_up
from socialvalue.records import Flags, Ints
from socialvalue.value.sum_cells import different


def rings_of(rows: pd.DataFrame, measures: pd.DataFrame) -> pd.Series:
    """What each line or target calls local, in its words or by its area set; empty where it says nothing, and for a
    measure of something else."""
    local = looked_up(rows, measures, "measure", "local", False).astype(bool)
    said = rows["local_definition"].mask(rows["local_definition"] == "", rows["local_area_set"])
    return said.where(local, "")


def meaning_several(lines: pd.DataFrame, measures: pd.DataFrame) -> set[tuple[str, str, str]]:
    """Project, framework and measure of counted lines, of any status, that mean more than one thing by local."""
    done = lines[lines["counted"].astype(bool)]
    rings = rings_of(done, measures)
    said = done.loc[rings != "", ["project", "framework", "measure"]].assign(ring=rings[rings != ""]).drop_duplicates()
    named = said.groupby(["project", "framework", "measure"], sort=False)["ring"].size()
    return set(named.index[named > 1])


def drawn_differently(rings: pd.Series, places: Ints, codes: Ints, size: int) -> Flags:
    """Whether what lies behind each of `size` sums says more than one thing of what is local: the rows at `places`,
    each in the sum of its code."""
    said = (rings != "").to_numpy(dtype=np.bool_)[places]
    found: Flags = different(rings, places[said], codes[said], size) > 1
    return found
