"""How far the reports of each project on each measure go, and what it means that a return says nothing.

Those who submit returns and leave a measure out have done none of it, but for people of a sensitive group: these are
left out also where a number would tell who they are, so that what is missing may be nothing or may be somebody.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

import pandas as pd

from socialvalue.domain.few_people import least_of
from socialvalue.domain.years import day_after
from socialvalue.records import rows
from socialvalue.value.promises import Counted

Measure = tuple[str, str]
"""Framework and measure."""
Span = tuple[str, str]
"""The first and the last day, as ISO text."""


class Reported(NamedTuple):
    """How far the reports of one project on one measure go."""

    to: str
    asked: bool
    """Whether the project submits returns itself, so that silence means that nothing was done."""
    gap: bool
    """Whether it left out a period between two of its returns, of which nobody knows what was done."""
    grows: bool
    """Whether what is done stays done: of a count on one day or a share only the last one says how much there is."""


class Reports(NamedTuple):
    """How far the reports go."""

    own: Mapping[Counted, str]
    """The last day of each project's lines on each measure."""
    asked: Mapping[str, str]
    """The projects that submit returns themselves, so that silence means that nothing was done, with their last day."""
    gaps: Collection[str]
    """Those of them that left out a period between two returns."""
    flows: Collection[Measure]
    """The measures that add up, each with its framework."""
    left_out: Mapping[Counted, str]
    """The people of sensitive groups whom a return leaves out, with its first day for which nobody tells of them: they
    may be none, or may not be told of. Of a count on one day or a share it is the last return, and the newest day."""

    def on(self, measure: Counted) -> Reported:
        """How far a project reported on a measure, and what can be said of it."""
        project, asked = measure[0], measure[0] in self.asked
        return Reported(self.to(measure), asked, project in self.gaps, measure[1:] in self.flows)

    def to(self, measure: Counted) -> str:
        """The last day that a project reported on a measure; empty for none."""
        return max(self.own.get(measure, ""), self.asked.get(measure[0], ""))


def reports_of(
    returns: pd.DataFrame, lines: pd.DataFrame, measures: pd.DataFrame, promised: Collection[Counted]
) -> Reports:
    """What the returns and their lines report of what is promised, and of anything else that they have lines of.

    Those that another replaced, and withdrawals, report nothing.
    """
    stands = (returns["superseded_by"] == "") & ~returns["withdraws"].astype(bool)
    standing = returns[stands]
    own = lines[~lines["return_id"].isin(set(returns.loc[~stands, "owner"]))]
    flows = {
        (row.owner, row.measure) for row in rows(measures[["owner", "measure", "adds_up"]]) if row.adds_up == "flow"
    }
    asked = _asked(standing)
    sensitive = {(row.owner, row.measure) for row in rows(measures[least_of(measures) > 0])}
    last = standing[standing["end"] == standing.groupby("project")["end"].transform("max")]
    added = {each for each in promised if each[1:] in sensitive & flows}
    newest = {each for each in promised if each[1:] in sensitive - flows}
    left_out = dict([*_left_out(added, standing, own), *_left_out_since(newest, last, own)])
    return Reports(_own(own), asked, _gaps(standing), flows, left_out)


def _asked(returns: pd.DataFrame) -> dict[str, str]:
    """The projects that submit returns themselves, with the last day that these reach to."""
    last: dict[str, str] = {}
    for row in rows(returns[["project", "end", "basis"]]):
        if row.basis == "submitted":
            last[row.project] = max(row.end, last.get(row.project, ""))
    return last


def _gaps(returns: pd.DataFrame) -> set[str]:
    """The projects that submit returns themselves and left out a period between two that stand."""
    reached: dict[str, str] = {}
    found = set()
    submitted = returns.loc[returns["basis"] == "submitted", ["project", "start", "end"]]
    for row in rows(submitted.sort_values("start")):
        if row.project in reached and date.fromisoformat(row.start) > day_after(reached[row.project]):
            found.add(row.project)
        reached[row.project] = max(row.end, reached.get(row.project, ""))
    return found


def _own(lines: pd.DataFrame) -> dict[Counted, str]:
    """The last day of each project's lines on each measure: those of a project come in the order of their days."""
    keys = zip(lines["project"], lines["framework"], lines["measure"], strict=True)
    return dict(zip(keys, lines["end"], strict=True))


def _left_out(
    promised: Collection[Counted], returns: pd.DataFrame, lines: pd.DataFrame
) -> Iterator[tuple[Counted, str]]:
    """Those of which a return of the project has no line, nor do lines of other days hold all of its own days.

    Each has the first of these days of which no line tells.
    """
    spans = _spans(lines, ["project", "framework", "measure"])
    sent = _spans(returns, ["project"])
    for measure in promised:
        days = _whole(sorted(spans.get(measure, [])))
        untold = [_first_untold(each, days) for each in sent.get((measure[0],), [])]
        if any(untold):
            yield measure, min(day for day in untold if day)


def _first_untold(span: Span, days: Sequence[Span]) -> str:
    """The first day of a span that none of the `days` holds; empty for none. They are as `_whole` gives them."""
    first = next((day_after(end).isoformat() for start, end in days if start <= span[0] <= end), span[0])
    return first if first <= span[1] else ""


def _left_out_since(
    promised: Collection[Counted], last: pd.DataFrame, lines: pd.DataFrame
) -> Iterator[tuple[Counted, str]]:
    """Those of which no line tells for the last day of their project, which the `last` returns reach.

    Each has the first day of these returns, or the day after the one that a line tells of.
    """
    spans_of, sent = _spans(lines, ["project", "framework", "measure"]), _spans(last, ["project"])
    for measure in promised:
        spans, day = sent.get((measure[0],), []), max((end for _, end in spans_of.get(measure, ())), default="")
        if spans and day < spans[0][1]:
            yield measure, max(min(start for start, _ in spans), day_after(day).isoformat() if day else "")


def _spans(frame: pd.DataFrame, of: Sequence[str]) -> Mapping[tuple[str, ...], list[Span]]:
    found: dict[tuple[str, ...], list[Span]] = {}
    keys = frame[list(of)].itertuples(index=False, name=None)
    for key, start, end in zip(keys, frame["start"], frame["end"], strict=True):
        found.setdefault(key, []).append((start, end))
    return found


def _whole(spans: Sequence[Span]) -> Sequence[Span]:
    """The same days in as few spans as hold them. `spans` are in order."""
    found: list[Span] = []
    for start, end in spans:
        if found and date.fromisoformat(start) <= day_after(found[-1][1]):
            found[-1] = found[-1][0], max(end, found[-1][1])
        else:
            found.append((start, end))
    return found
