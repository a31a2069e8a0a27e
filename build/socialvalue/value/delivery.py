"""Delivery against what was promised, by project and measure: how much, how much was due, and the rating.

A rating compares what was delivered with what was due by the last day that the measure was reported to, so that a
late return is not taken for slow work. Those who submit returns and leave a measure out have done none of it; where
others compile what is public, silence says nothing. What is overdue goes by the latest day that anything names.
"""

from collections.abc import Mapping
from datetime import date
from typing import Any, NamedTuple

import pandas as pd

from socialvalue.domain.bounds import joint
from socialvalue.domain.rounding import share
from socialvalue.domain.years import last_day
from socialvalue.records import LEAST_PERCENT, Checked, rows

COLUMNS = [
    *("project", "programme", "framework", "measure", "theme", "unit", "promised", "promised_bound", "due", "targets"),
    *("delivered", "delivered_bound", "reported_to", "expected", "share", "rating", "why", "overdue", "suppressed"),
]
NO_PROMISE = "nothing was promised"
NOT_REPORTED = "nothing has been reported yet"
NO_LEAST = "“up to” promises no least amount"
AT_MOST = "the delivered figure is the most that it can be"
NOT_DUE = "nothing was due by the last day reported to"
NO_DAY = "the promise has no date"
SMALL = "some of it is hidden, so that nobody can be recognised"

Key = tuple[str, str, str]
"""Project, framework, measure."""


class Promise(NamedTuple):
    """All current commitments of one project on one measure. Quantities are millionths."""

    quantity: int
    bounds: frozenset[str]
    dues: tuple[str, ...]
    """The last day of each, or that of the work where it has no date of its own."""
    stated: tuple[str, ...]
    """The last day of each that has a date of its own."""
    expected: int | None
    """What was due by the day reported to; none where nothing says how much."""


class Reported(NamedTuple):
    """How far the reports of one project on one measure go."""

    to: str
    asked: bool
    """Whether the project submits returns itself, so that silence means that nothing was done."""


class Done(NamedTuple):
    """What one project has delivered of one measure. The quantity is millionths; none where nobody knows."""

    quantity: int | None
    bounds: frozenset[str]
    hidden: int = 0
    """How many of its lines are hidden, and not in the quantity."""


def delivery_of(
    checked: Checked, lines: pd.DataFrame, targets: pd.DataFrame, counts: pd.DataFrame, suppressed: pd.DataFrame
) -> pd.DataFrame:
    """One row per project and measure with a current commitment or a counted line: see records.valuation."""
    asked = _asked(checked.tables["returns"])
    own = _own(lines)
    promises = _promises(targets, checked.tables["target-profiles"], own, asked, _ends(checked.tables["projects"]))
    today = as_of(checked)
    delivered = _delivered(counts, suppressed)
    keys = dict.fromkeys([*promises, *delivered])
    of_project = checked.tables["projects"].set_index("project")["programme"].to_dict()
    about = {
        (row.project, row.framework, row.measure): (row.theme, row.unit)
        for frame in (lines, targets)
        for row in rows(frame[["project", "framework", "measure", "theme", "unit"]].drop_duplicates())
    }
    found = [
        {
            "project": key[0],
            "programme": of_project.get(key[0], ""),
            "framework": key[1],
            "measure": key[2],
            "theme": about[key][0],
            "unit": about[key][1],
            **_row(
                promises.get(key), delivered.get(key) or _nothing(key[0] in asked), _reported(key, own, asked), today
            ),
        }
        for key in sorted(keys)
    ]
    numbers = dict.fromkeys(("promised", "delivered", "expected", "share"), "Int64")
    return pd.DataFrame(found, columns=COLUMNS).astype(
        {**numbers, "overdue": bool, "targets": "int64", "suppressed": "int64"}
    )


def as_of(checked: Checked) -> str:
    """The latest day that anything in the repository names: the end of a period, or when data came in."""
    returns = checked.tables["returns"]
    days = [last_day(day) for name in ("end", "received_on", "compiled_on") for day in returns.get(name, ())]
    return max([*days, last_day(checked.settings.compiled_on)], default="")


def _asked(returns: pd.DataFrame) -> dict[str, str]:
    """The projects that submit returns themselves, with the last day that these reach to."""
    last: dict[str, str] = {}
    for row in rows(returns[["project", "end", "basis"]]):
        if row.basis == "submitted":
            last[row.project] = max(row.end, last.get(row.project, ""))
    return last


def _own(lines: pd.DataFrame) -> dict[Key, str]:
    """The last day of each project's lines on each measure: those of a project come in the order of their days."""
    keys = zip(lines["project"], lines["framework"], lines["measure"], strict=True)
    return dict(zip(keys, lines["end"], strict=True))


def _reported(key: Key, own: Mapping[Key, str], asked: Mapping[str, str]) -> Reported:
    return Reported(max(own.get(key, ""), asked.get(key[0], "")), key[0] in asked)


def _nothing(asked: bool) -> Done:
    """Nothing delivered where a project submits returns; not known where others compile what is public."""
    return Done(0 if asked else None, frozenset())


def _row(promise: Promise | None, delivered: Done, reported: Reported, today: str) -> dict[str, Any]:
    done = delivered.quantity
    found: dict[str, Any] = {
        "promised": promise and promise.quantity,
        "promised_bound": joint(promise.bounds) if promise else "",
        "due": max(promise.dues) if promise else "",
        "targets": len(promise.dues) if promise else 0,
        "delivered": done,
        "delivered_bound": joint(delivered.bounds),
        "reported_to": reported.to,
        "suppressed": delivered.hidden,
        "expected": promise and promise.expected,
        "share": share(done, promise.quantity) if promise and done is not None and not delivered.hidden else None,
        "overdue": not delivered.hidden and _late(promise, done or 0, reported, today),
    }
    rating, why = _rating(promise, delivered, reported)
    return {**found, "rating": rating, "why": why}


def _late(promise: Promise | None, done: int, reported: Reported, today: str) -> bool:
    """Whether too little is done though a date that was promised has passed, and reports are there or owed."""
    if not promise or done >= promise.quantity:
        return False
    return any(due < today and (reported.asked or reported.to >= due) for due in promise.stated)


def _rating(promise: Promise | None, delivered: Done, reported: Reported) -> tuple[str, str]:
    """The rating and, where it is "other", why."""
    if not promise:
        return "other", NO_PROMISE
    done = delivered.quantity
    if done is None or delivered.hidden:
        return "other", SMALL if delivered.hidden else NOT_REPORTED
    if "up to" in promise.bounds:
        return "other", NO_LEAST
    if joint(delivered.bounds) == "up to":
        return "other", AT_MOST
    if done >= promise.quantity:
        return "good", ""
    if not reported.asked and reported.to < max(promise.dues):
        return "other", _last_reported(reported.to)
    if not promise.expected:
        return "other", NOT_DUE if any(promise.dues) else NO_DAY
    return next(name for name, least in LEAST_PERCENT.items() if 100 * done >= least * promise.expected), ""


def _last_reported(day: str) -> str:
    last = date.fromisoformat(day)
    return f"last reported on {last.day} {last:%B %Y}, before the promise was due. What came after was not published"


def _delivered(counts: pd.DataFrame, suppressed: pd.DataFrame) -> dict[Key, Done]:
    """What is counted; where a part of it is hidden, it is the least that it can be."""
    found: dict[Key, Done] = {}
    for row in rows(counts[(counts["dimension"] == "project") & (counts["status"] != "committed")]):
        before = found.get((row.member, row.framework, row.measure), Done(0, frozenset()))
        quantity = (before.quantity or 0) + int(row.quantity)
        found[row.member, row.framework, row.measure] = Done(quantity, before.bounds | {row.bound})
    for row in rows(suppressed[suppressed["counted"]]):
        key = (row.project, row.framework, row.measure)
        seen = found.get(key, Done(None, frozenset()))
        least = seen.bounds if seen.quantity is None else seen.bounds | {"at least"}
        found[key] = Done(seen.quantity, least, seen.hidden + 1)
    return found


def _promises(
    targets: pd.DataFrame,
    profiles: pd.DataFrame,
    own: Mapping[Key, str],
    asked: Mapping[str, str],
    ends: Mapping[str, str],
) -> dict[Key, Promise]:
    steps: dict[str, list[tuple[str, int]]] = {}
    for step in rows(profiles):
        steps.setdefault(step.target, []).append((step.by, int(step.quantity)))
    found: dict[Key, Promise] = {}
    for target in rows(targets[targets["counted"]]):
        key = (target.project, target.framework, target.measure)
        stated = last_day(target.due)
        due = stated or ends.get(target.project, "")
        reported = _reported(key, own, asked).to
        expected = _expected(int(target.quantity), due, steps.get(target.key, []), reported)
        bounds = frozenset([target.bound])
        promise = Promise(int(target.quantity), bounds, (due,), (stated,) if stated else (), expected)
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
    return Promise(
        one.quantity + other.quantity,
        one.bounds | other.bounds,
        one.dues + other.dues,
        one.stated + other.stated,
        sum(known) if known else None,
    )


def _ends(projects: pd.DataFrame) -> dict[str, str]:
    """When a promise without a date of its own is due: when the contract ends, or else the work."""
    return {row.project: row.contract_end or last_day(row.completion) for row in rows(projects)}
