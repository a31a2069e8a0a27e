"""Counts that may be of the same people."""

import numpy as np
import pandas as pd

from socialvalue.domain.remembered import named
from socialvalue.records import Flags, plain

KEY = ["project", "framework", "measure", "start", "end"]
"""What a count is of: a row of the register for each."""


def clashes(one: pd.DataFrame, other: pd.DataFrame, measures: pd.DataFrame) -> pd.DataFrame:
    """The pairs of counts that may hold the same people, by their places `at` in either frame.

    They share days of a project, and the measure, or one that took its place, or they are of two frameworks. `measures`
    are as `linked` gives them.
    """
    ours, theirs = (
        plain(frame[KEY]).assign(at=np.arange(len(frame)), named=named(frame, measures)) for frame in (one, other)
    )
    alike = ours.merge(theirs, on=["project", "named"], suffixes=("", "_other"))
    several = pd.concat([ours, theirs]).groupby("project")["framework"].nunique()
    moved, pairs = several.index[several > 1], alike
    if len(moved):
        ours, theirs = (frame[frame["project"].isin(moved)] for frame in (ours, theirs))
        elsewhere = ours.merge(theirs, on="project", suffixes=("", "_other"))
        elsewhere = elsewhere[elsewhere["framework"] != elsewhere["framework_other"]]
        pairs = pd.concat([alike, elsewhere], ignore_index=True)
    return pairs[(pairs["start"] <= pairs["end_other"]) & (pairs["start_other"] <= pairs["end"])]


def same_count(pairs: pd.DataFrame) -> Flags:
    """The pairs of `clashes` that are one count of a measure and days, and not two."""
    alike = [pairs[name] == pairs[f"{name}_other"] for name in KEY if name != "project"]
    found: Flags = np.logical_and.reduce([each.to_numpy(dtype=np.bool_) for each in alike])
    return found
