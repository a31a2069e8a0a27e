"""Delivery against what was promised, by project and measure: how much, how much was due, and the rating.

A rating compares what was delivered with what was due by the last day that the measure was reported to, so that a
late return is not taken for slow work. Those who submit returns and leave a measure out have done none of it; where
others compile what is public, silence says nothing. What is overdue goes by the latest day that anything names.
"""

from collections.abc import Mapping
from datetime import date
from typing import Any, NamedTuple

import pandas as pd

from socialvalue.records import LEAST_PERCENT, MILLION, Checked, rows
from socialvalue.value.prices import last_day

COLUMNS = [
    *("project", "programme", "framework", "measure", "theme", "unit", "promised", "promised_bound", "due", "targets"),
    *("delivered", "delivered_bound", "reported_to", "expected", "share", "rating", "why", "overdue"),
]
NO_PROMISE = "nothing was promised"
NOT_REPORTED = "nothing has been reported yet"
NO_LEAST = "“up to” promises no least amount"
AT_MOST = "the delivered figure is the most that it can be"
NOT_DUE = "nothing was due by the last day reported to"
NO_DAY = "the promise has no date"

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


def delivery_of(checked: Checked, lines: pd.DataFrame, targets: pd.DataFrame, counts: pd.DataFrame) -> pd.DataFrame:
    """One row per project and measure with a current commitment or a counted line: see records.valuation."""
    asked = _asked(checked.tables["returns"])
    own = _own(lines)
    promises = _promises(targets, checked.tables["target-profiles"], own, asked, _ends(checked.tables["projects"]))
    today = as_of(checked)
    delivered = _delivered(counts)
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
    return pd.DataFrame(found, columns=COLUMNS).astype({**numbers, "overdue": bool, "targets": "int64"})


def as_of(checked: Checked) -> str:
    """The latest day that anything in the repository names: the end of a period, or when data came in."""
    returns = checked.tables["returns"]
    days = [last_day(day) for name in ("end", "received_on", "compiled_on") for day in returns.get(name, ())]
    return max([*days, last_day(checked.settings.compiled_on)], default="")


def _asked(returns: pd.DataFrame) -> dict[str, str]:
    """The projects that submit returns themselves, with the last day that these reach to."""
    submitted = returns[returns["basis"] == "submitted"]
    return {str(project): str(end) for project, end in submitted.groupby("project")["end"].max().items()}


def _own(lines: pd.DataFrame) -> dict[Key, str]:
    """The last day of each project's lines on each measure."""
    last = lines.groupby(["project", "framework", "measure"])["end"].max().reset_index()
    return {(row.project, row.framework, row.measure): row.end for row in rows(last)}


def _reported(key: Key, own: Mapping[Key, str], asked: Mapping[str, str]) -> Reported:
    return Reported(max(own.get(key, ""), asked.get(key[0], "")), key[0] in asked)


def _nothing(asked: bool) -> tuple[int | None, set[str]]:
    """Nothing delivered where a project submits returns; not known where others compile what is public."""
    return (0, set()) if asked else (None, set())


def _row(
    promise: Promise | None, delivered: tuple[int | None, set[str]], reported: Reported, today: str
) -> dict[str, Any]:
    done, bounds = delivered
    found: dict[str, Any] = {
        "promised": promise and promise.quantity,
        "promised_bound": joint(promise.bounds) if promise else "",
        "due": max(promise.dues) if promise else "",
        "targets": len(promise.dues) if promise else 0,
        "delivered": done,
        "delivered_bound": joint(bounds),
        "reported_to": reported.to,
        "expected": promise and promise.expected,
        "share": _share(done, promise.quantity) if promise and done is not None else None,
        "overdue": bool(promise and (done or 0) < promise.quantity and _late(promise, reported, today)),
    }
    rating, why = _rating(promise, done, joint(bounds), reported)
    return {**found, "rating": rating, "why": why}


def _late(promise: Promise, reported: Reported, today: str) -> bool:
    """Whether a date that was promised has passed, and reports (or those who owe them) reach beyond it."""
    return any(due < today and (reported.asked or reported.to >= due) for due in promise.stated)


def _rating(promise: Promise | None, done: int | None, bound: str, reported: Reported) -> tuple[str, str]:
    """The rating and, where it is "other", why."""
    if not promise:
        return "other", NO_PROMISE
    if done is None:
        return "other", NOT_REPORTED
    if "up to" in promise.bounds:
        return "other", NO_LEAST
    if bound == "up to":
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


def _share(done: int, promised: int) -> int | None:
    """Delivered as a share of promised, in millionths, rounded half-up."""
    return (2 * done * MILLION + promised) // (2 * promised) if promised else None


def joint(bounds: frozenset[str] | set[str]) -> str:
    """The bound of a sum of figures: theirs, or "about" where they differ."""
    given = bounds - {""}
    return next(iter(given)) if len(given) == 1 else "about" if given else ""


def _delivered(counts: pd.DataFrame) -> dict[Key, tuple[int, set[str]]]:
    found: dict[Key, tuple[int, set[str]]] = {}
    for row in rows(counts[(counts["dimension"] == "project") & (counts["status"] != "committed")]):
        quantity, bounds = found.get((row.member, row.framework, row.measure), (0, set()))
        found[row.member, row.framework, row.measure] = (quantity + int(row.quantity), bounds | {row.bound})
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
