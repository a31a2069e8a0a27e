"""What each project promised, measure by measure, and how much of that was due by the day reported to.

Promises of a measure that adds up are added. Counts on one day and records, such as a share in percent, never are: 80%
within 30 miles and 70% in one town are no promise of 150%. Of several such promises each stands alone.
"""

from collections.abc import Callable, Mapping
from typing import NamedTuple

import pandas as pd

from socialvalue.domain.years import last_day
from socialvalue.records import rows

Counted = tuple[str, str, str]
"""Project, framework, measure."""
Key = tuple[str, str, str, str]
"""The same, and the target where it stands alone; empty where the promises of the measure are one."""


class Where(NamedTuple):
    """What a promise or a line is about, where it is not about the whole project."""

    area: str
    local_definition: str
    local_area_set: str


class Promise(NamedTuple):
    """Current commitments of one project on one measure: all, or one that stands alone. Quantities are millionths."""

    quantity: int
    bounds: frozenset[str]
    dues: tuple[str, ...]
    """When each is due: the year, month or day that it states, or the end of the work where it states none."""
    stated: tuple[tuple[str, int], ...]
    """The same of each that states one, and its quantity."""
    expected: int | None
    """What was due by the day reported to; none where nothing says how much."""
    where: Where
    """Of the first one."""
    alone: bool
    areas: frozenset[str]
    """The areas that they are about, with an empty one for the whole project."""

    @property
    def due(self) -> str:
        """When the last of them is due, as it is stated."""
        return max(self.dues, key=by_last_day)


def by_last_day(due: str) -> tuple[str, int]:
    """For sorting: by the day until which it may come; of two with one such day the one that is stated closer last."""
    return last_day(due), len(due)


def promises_of(
    targets: pd.DataFrame, profiles: pd.DataFrame, reported: Callable[[Counted], str], ends: Mapping[str, str]
) -> dict[Key, Promise]:
    """The promises that stand. `targets` have `alone` (see `alone`); `reported` gives the last day reported to.

    `ends` says when a promise of a project is due that has no date of its own.
    """
    steps: dict[str, list[tuple[str, int]]] = {}
    for step in rows(profiles):
        steps.setdefault(step.target, []).append((step.by, int(step.quantity)))
    found: dict[Key, Promise] = {}
    for target in rows(targets[targets["counted"]]):
        measure = (target.project, target.framework, target.measure)
        due = target.due or ends.get(target.project, "")
        promise = Promise(
            quantity=int(target.quantity),
            bounds=frozenset([target.bound]),
            dues=(due,),
            stated=((target.due, int(target.quantity)),) if target.due else (),
            expected=_expected(int(target.quantity), last_day(due), steps.get(target.key, []), reported(measure)),
            where=Where(target.area, target.local_definition, target.local_area_set),
            alone=bool(target.alone),
            areas=frozenset([target.area]),
        )
        key = (*measure, target.key if target.alone else "")
        found[key] = _together(found[key], promise) if key in found else promise
    return found


def _expected(quantity: int, due: str, steps: list[tuple[str, int]], reported: str) -> int | None:
    """How much was due by the day reported to: the last step on the way, or the whole once it is due."""
    if due and reported >= due:
        return quantity
    passed = [amount for day, amount in sorted(steps) if day <= reported]
    return int(passed[-1]) if passed else None


def _together(one: Promise, other: Promise) -> Promise:
    known = [expected for expected in (one.expected, other.expected) if expected is not None]
    return one._replace(
        where=one.where if one.areas == other.areas else one.where._replace(area=""),
        quantity=one.quantity + other.quantity,
        bounds=one.bounds | other.bounds,
        dues=one.dues + other.dues,
        stated=one.stated + other.stated,
        expected=sum(known) if known else None,
        areas=one.areas | other.areas,
    )
