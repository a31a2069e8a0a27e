"""Days that periods share with others: whether all lie in these, and whether their people leave room for groups."""

from collections.abc import Iterable
from datetime import date, timedelta

import numpy as np
import pandas as pd

from socialvalue.records import Flags, Ints

SPAN = ["project", "start", "end"]


def covered(spans: pd.DataFrame, others: pd.DataFrame) -> Flags:
    """Whether each day of each span lies in one of the others of its project: project, start and end, in ISO text."""
    stretches = {
        project: _stretches(zip(each["start"], each["end"], strict=True)) for project, each in others.groupby("project")
    }
    found = [
        any(first <= start and end <= last for first, last in stretches.get(project, ()))
        for project, start, end in zip(spans["project"], spans["start"], spans["end"], strict=True)
    ]
    return np.array(found, dtype=np.bool_)


def _stretches(spans: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """The spans, with those that overlap or follow one another on the next day made one."""
    found: list[tuple[str, str]] = []
    for start, end in sorted(spans):
        if found and start <= _after(found[-1][1]):
            found[-1] = (found[-1][0], max(found[-1][1], end))
        else:
            found.append((start, end))
    return found


def _after(day: str) -> str:
    """The day after; the last day that there is has none."""
    found = date.fromisoformat(day)
    return day if found == date.max else (found + timedelta(1)).isoformat()


def near(spans: pd.DataFrame, others: pd.DataFrame) -> Flags:
    """Whether each span has a day in common with one of the others of its project."""
    pairs = spans.assign(at=np.arange(len(spans))).merge(others[SPAN], on="project", suffixes=("", "_other"))
    common = pairs[(pairs["start"] <= pairs["end_other"]) & (pairs["start_other"] <= pairs["end"])]
    found: Flags = np.isin(np.arange(len(spans)), common["at"])
    return found


def short_of(spans: pd.DataFrame, groups: pd.DataFrame, people: Ints) -> tuple[Flags, Flags]:
    """Whether the groups of each span's days may be more than its people, and whether one is tied to a hidden group.

    Each hidden group may be as large as the rule lets it be, with somebody in each of the others.
    """
    days = spans.drop_duplicates()
    pairs = days.merge(groups.assign(tied=_tied(groups)), on="project", suffixes=("", "_group"))
    pairs = pairs[(pairs["start"] <= pairs["end_group"]) & (pairs["start_group"] <= pairs["end"])]
    of_days = pairs.groupby(SPAN).agg({"hidden": "sum", "people": "sum", "least": "max", "tied": "max"})
    most = (of_days["least"] + of_days["hidden"] - 1).where(of_days["hidden"] > 0, 0)
    of_days = of_days.assign(need=of_days["people"] + most)[["need", "tied"]].astype("float64")
    found = spans.join(of_days, on=SPAN)
    short, of_hidden = found["need"].gt(people), found["tied"].gt(0)
    return short.to_numpy(dtype=np.bool_), of_hidden.to_numpy(dtype=np.bool_)


def _tied(groups: pd.DataFrame) -> "pd.Series[int]":
    """How many hidden groups each group is tied to: itself, those of its days, and those of the days of these.

    A group that is shown reaches beyond the days of a hidden one: where it can't have been beyond, it was beside it.
    """
    ordered = groups.sort_values(["project", "start"])
    tie, project, last = 0, "", ""
    ties = []
    for each, start, end in ordered[SPAN].itertuples(index=False, name=None):
        if each != project or start > last:
            tie, project, last = tie + 1, each, ""
        last = max(last, end)
        ties.append(tie)
    return ordered["hidden"].groupby(ties).transform("sum")
