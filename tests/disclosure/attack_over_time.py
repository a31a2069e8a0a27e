"""An attack on every release of a site together: how far they narrow down each hidden count of people.

The attacker kept all files, knows the method, and takes it that people of a project and measure add up over days, also
across releases; that the groups of a return are among its people, those of a day among the people of this day,
whether these are shown or follow from what is; and that what came once and never changed is true.
"""

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import pairwise
from typing import NamedTuple

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp

from socialvalue.records import NoValue

Row = dict[str, str]
MOST = 40
"""More people than any line has."""
AMONG = {"claimants": ("locals", "posts"), "offenders": ("locals", "posts"), "trainees": ("visitors",)}
"""The people that each group may be among."""


class Count(NamedTuple):
    """What a count is of. Days are ISO text."""

    project: str
    measure: str
    start: str
    end: str


class Told(NamedTuple):
    """What one release tells of a count: its people, or none where it is hidden; and why."""

    count: Count
    people: int | None
    reason: str
    release: int


def told_of(files: Mapping[str, bytes], release: int) -> Iterator[Told]:
    """What the files of a release tell of each count of people."""
    why = {row["key"]: row["reason"] for row in _rows(files, "suppressed")}
    for line in _rows(files, "lines"):
        count = Count(line["project"].partition("-")[0], line["measure"], line["start"], line["end"])
        yield Told(count, None if line["marker"] == "c" else _people(line), why.get(line["key"], ""), release)


def _people(line: Row) -> int:
    """The people of a line that is shown: the fewest that a reader finds in it."""
    told = [line["quantity"]] if line["unit"] in ("people", "jobs") else []
    return int(min(map(float, [*told, *filter(None, [line["headcount"]])])))


def _rows(files: Mapping[str, bytes], table: str) -> list[Row]:
    return list(csv.DictReader(io.StringIO(files[f"data/{table}.csv"].decode())))


def _after(day: str) -> str:
    return (date.fromisoformat(day) + timedelta(1)).isoformat()


class Attack:
    """A program in whole numbers over the people of each measure of one project on each stretch of days."""

    def __init__(self, told: Sequence[Told], least: Mapping[Count, int]) -> None:
        """`told` is what all releases tell of one project; `least` the threshold of each small count when it came."""
        self.told, self.least = told, least
        days = sorted({day for each in told for day in (each.count.start, _after(each.count.end))})
        self.stretches = list(pairwise(days))
        measures = sorted({each.count.measure for each in told})
        self.place = {pair: at for at, pair in enumerate((m, s) for m in measures for s in self.stretches)}
        self.limits: list[tuple[np.ndarray, float, float]] = []
        for each in self.told:
            self._number(each)
        for each in self.told:
            self._groups(each)
        self._groups_of_a_day()

    def _number(self, told: Told) -> None:
        """A number that is shown, or that a hidden one is small."""
        people = self._weights(told.count)
        if told.people is not None:
            self._if_possible(people, told.people, told.people)
        elif told.reason == NoValue.FEW and told.count in self.least:
            self._if_possible(people, 1, self.least[told.count] - 1)

    def _groups(self, told: Told) -> None:
        """Groups are no more than the people that they may be among, each by itself and all together.

        Where these were counted again, what was told of them before anybody told of the group is not of it.
        """
        groups = [group for group, whole in AMONG.items() if told.count.measure in whole]
        if (
            told.people is None
            or not groups
            or (self._corrected(told.count) and told.release < self._first(groups, told.count))
        ):
            return
        people = [self._weights(told.count._replace(measure=group)) for group in groups]
        for each in (*people, np.sum(people, axis=0)):
            self._if_possible(each, 0, told.people)

    def _groups_of_a_day(self) -> None:
        """On each stretch of days a group is no more than the people that it may be among, shown or not."""
        for (group, days), place in self.place.items():
            for whole in AMONG.get(group, ()):
                if (whole, days) in self.place:
                    weights = np.zeros(len(self.place))
                    weights[place], weights[self.place[whole, days]] = 1, -1
                    self._if_possible(weights, -np.inf, 0)

    def _corrected(self, count: Count) -> bool:
        return len({each.people for each in self.told if each.count == count and each.people is not None}) > 1

    def _first(self, groups: Sequence[str], near: Count) -> int:
        hidden = [each for each in self.told if each.count.measure in groups and each.people is None]
        told = (each for each in hidden if each.count.start <= near.end and near.start <= each.count.end)
        return min((each.release for each in told), default=0)

    def _weights(self, count: Count) -> np.ndarray:
        weights = np.zeros(len(self.place))
        for measure, (first, last) in self.place:
            if measure == count.measure and count.start <= first and last <= _after(count.end):
                weights[self.place[measure, (first, last)]] = 1
        return weights

    def _if_possible(self, weights: np.ndarray, low: float, high: float) -> None:
        """Learn it, unless it contradicts what was told before: then one of the two was wrong."""
        if not weights.any():
            return
        self.limits.append((weights, low, high))
        if self._solved(np.zeros(len(self.place))) is None:
            self.limits.pop()

    def _solved(self, goal: np.ndarray) -> float | None:
        weights, low, high = (np.array(part) for part in zip(*self.limits, strict=True))
        found = milp(
            goal,
            constraints=LinearConstraint(weights, low, high),
            bounds=Bounds(0, MOST),
            integrality=np.ones(len(goal)),
        )
        return float(found.fun) if found.success else None

    def _hidden(self) -> list[Told]:
        return [each for each in self.told if each.people is None and each.count in self.least]

    def limited(self) -> Iterator[Count]:
        """The small counts of which a reader knows more than the rule: from one to one below the threshold.

        Where a count is hidden because its days were told of otherwise, however many they are, a reader who adds up
        what was told before finds that number again, or nobody. Only that there are few of them would be news.
        """
        anyway = {each.count for each in self._hidden() if each.reason == NoValue.FEW}
        for count, (low, high) in self.ranges().items():
            if (high < self.least[count] - 1 and (high > 0 or count in anyway)) or (low > 1 and count in anyway):
                yield count

    def ranges(self) -> dict[Count, tuple[int, int]]:
        """The least and the most people that each small count can have."""
        found = {}
        for count in {each.count for each in self._hidden()}:
            weights = self._weights(count)
            ends = [self._solved(sign * weights) for sign in (1, -1)]
            assert None not in ends
            found[count] = (round(ends[0] or 0), round(-(ends[1] or 0)))
        return found


def narrowed(releases: Sequence[Mapping[str, bytes]], least: Mapping[Count, int]) -> list[Count]:
    """The small counts of which all releases together tell more than the rule.

    A project that was renamed is known by its first name: the old page leads to the new one.
    """
    told: dict[str, list[Told]] = {}
    for release, files in enumerate(releases):
        for each in told_of(files, release):
            told.setdefault(each.count.project, []).append(each)
    return [count for project in told.values() for count in Attack(project, least).limited()]
