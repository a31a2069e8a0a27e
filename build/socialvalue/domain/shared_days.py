"""Days that periods share with others, and whether the people of these days leave room for groups."""

import numpy as np
import pandas as pd

from socialvalue.records import Flags, Ints

SPAN = ["project", "start", "end"]


def near(spans: pd.DataFrame, others: pd.DataFrame) -> Flags:
    """Whether each span has a day in common with one of the others of its project: start and end are ISO text."""
    found: Flags = np.isin(np.arange(len(spans)), _common(spans, others)["at"])
    return found


def crossing(spans: pd.DataFrame, others: pd.DataFrame) -> Flags:
    """Whether each span has a day in common with one of the others of its project, and not the same days."""
    pairs = _common(spans, others)
    crossed = pairs[(pairs["start"] != pairs["start_other"]) | (pairs["end"] != pairs["end_other"])]
    found: Flags = np.isin(np.arange(len(spans)), crossed["at"])
    return found


def _common(spans: pd.DataFrame, others: pd.DataFrame) -> pd.DataFrame:
    """The pairs of spans of one project that share a day, with the place `at` of the first one."""
    pairs = spans[SPAN].assign(at=np.arange(len(spans))).merge(others[SPAN], on="project", suffixes=("", "_other"))
    return pairs[(pairs["start"] <= pairs["end_other"]) & (pairs["start_other"] <= pairs["end"])]


def short_of(spans: pd.DataFrame, groups: pd.DataFrame, people: Ints) -> Flags:
    """Whether the groups of each span's days, of which one is hidden, may be more than its people.

    Each hidden group may be as large as the rule lets it be, with somebody in each of the others.
    """
    days = spans[SPAN].drop_duplicates()
    pairs = days.merge(groups, on="project", suffixes=("", "_group"))
    pairs = pairs[(pairs["start"] <= pairs["end_group"]) & (pairs["start_group"] <= pairs["end"])]
    of_days = pairs.groupby(SPAN).agg({"hidden": "sum", "people": "sum", "least": "max"})
    need = (of_days["people"] + of_days["least"] + of_days["hidden"] - 1).where(of_days["hidden"] > 0)
    found = spans[SPAN].join(need.rename("need").astype("float64"), on=SPAN)
    short: Flags = found["need"].gt(people).to_numpy(dtype=np.bool_)
    return short
