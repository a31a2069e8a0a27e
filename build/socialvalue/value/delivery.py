"""Delivery against what was promised, by project and measure: how much, how much was due, and the rating.

A rating compares what was delivered with what was due by the last day that the measure was reported to, so that a
late return is not taken for slow work. Those who submit returns and leave a measure out have done none of it, unless it
tells of people who may be too few to be told of; where others compile what is public, silence says nothing. What is
overdue goes by the latest day that anything names.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from typing import Any

import pandas as pd

from socialvalue.domain.bounds import MORE_OR_LESS, joint
from socialvalue.domain.due import as_of
from socialvalue.domain.rounding import share
from socialvalue.domain.years import last_day
from socialvalue.records import LEAST_PERCENT, Checked, NoRating, rows
from socialvalue.value.delivered import MAY_BE_LESS, MAY_BE_MORE, Done, answering, delivered_of, perhaps_more
from socialvalue.value.local import meaning_several
from socialvalue.value.promises import Counted, Key, Promise, by_last_day, promises_of
from socialvalue.value.reports import Reported, Reports, reports_of

COLUMNS = [
    *("project", "programme", "framework", "measure", "target", "theme", "unit"),
    *("promised", "promised_bound", "due", "due_stated", "targets"),
    *("delivered", "delivered_bound", "reported_to", "expected", "share", "rating", "why"),
    *("overdue", "overdue_since", "suppressed"),
]


def delivery_of(
    checked: Checked, lines: pd.DataFrame, targets: pd.DataFrame, counts: pd.DataFrame, suppressed: pd.DataFrame
) -> pd.DataFrame:
    """One row per project and measure with a current commitment or a counted line: see records/frames.py.

    Of commitments that cannot be added, each has a row of its own.
    """
    measures = checked.tables["measures"]
    asked = set(zip(targets["project"], targets["framework"], targets["measure"], strict=True))
    reports = reports_of(checked.tables["returns"], lines, measures, asked)
    ends = _ends(checked.tables["projects"])
    promises = promises_of(targets, checked.tables["target-profiles"], reports.to, ends)
    several = meaning_several(lines, measures)
    delivered = delivered_of(counts, suppressed, several)
    promised = {key[:3] for key in promises}
    keys = sorted([*promises, *((*measure, "") for measure in delivered if measure not in promised)])
    whole = {key for key, promise in promises.items() if promise.alone or key[:3] not in several}
    done = _done(keys, {key: promises[key] for key in whole}, delivered, lines, checked, reports)
    of_project = checked.tables["projects"].set_index("project")["programme"].to_dict()
    about = _about(lines, targets)
    today = as_of(checked)
    found = [
        {
            **dict(zip(("project", "framework", "measure", "target"), key, strict=True)),
            "programme": of_project.get(key[0], ""),
            "theme": about[key[:3]][0],
            "unit": about[key[:3]][1],
            **_row(promises.get(key), done[key], reports.on(key[:3]), today),
        }
        for key in keys
    ]
    numbers = dict.fromkeys(("promised", "delivered", "expected", "share"), "Int64")
    return pd.DataFrame(found, columns=COLUMNS).astype(
        {**numbers, "overdue": bool, "due_stated": bool, "targets": "int64", "suppressed": "int64"}
    )


def _about(lines: pd.DataFrame, targets: pd.DataFrame) -> dict[Counted, tuple[str, str]]:
    """The theme and the unit of each project's measures."""
    return {
        (row.project, row.framework, row.measure): (row.theme, row.unit)
        for frame in (lines, targets)
        for row in rows(frame[["project", "framework", "measure", "theme", "unit"]].drop_duplicates())
    }


def _done(
    keys: Sequence[Key],
    promises: Mapping[Key, Promise],
    delivered: Mapping[Counted, Done],
    lines: pd.DataFrame,
    checked: Checked,
    reports: Reports,
) -> dict[Key, Done]:
    """What was delivered of each, and between which ends it lies: of a promise of a place, of its place."""
    records = {(row.owner, row.measure) for row in rows(checked.tables["measures"]) if row.adds_up == "never"}
    within = dict(zip(checked.tables["areas"]["area"], checked.tables["areas"]["within"], strict=True))
    found = {}
    for key in keys:
        silent = Done(0 if key[0] in reports.asked and key[1:3] not in records else None, frozenset())
        found[key] = delivered.get(key[:3], silent)
    looked_at = {
        key
        for key, promise in promises.items()
        if (promise.alone or key[1:3] in records or promise.areas != {""} or found[key].bounds - {""})
        and not found[key].hidden
    }
    measures = {key[2] for key in looked_at}
    of_measure = defaultdict(list)
    for line in rows(lines[lines["counted"] & lines["measure"].isin(measures)]):
        of_measure[line.project, line.framework, line.measure].append(line)
    for key in looked_at:
        if of_measure[key[:3]]:
            found[key] = answering(promises[key], of_measure[key[:3]], key[1:3] in records, within)
    for key, promise in promises.items():
        since = reports.left_out.get(key[:3])
        if since and not found[key].hidden and since <= (last_day(promise.due) or since):
            found[key] = perhaps_more(found[key], key[1:3] in reports.flows, key[:3] in delivered)
    return found


def _row(promise: Promise | None, delivered: Done, reported: Reported, today: str) -> dict[str, Any]:
    done = delivered.quantity
    judged = not delivered.hidden and not delivered.why
    since = _late_since(promise, _ends_of(delivered)[1], reported, today) if promise and judged else ""
    found: dict[str, Any] = {
        "promised": promise and promise.quantity,
        "promised_bound": joint(promise.bounds) if promise else "",
        "due": promise.due if promise else "",
        "due_stated": promise is not None and len(promise.stated) == len(promise.dues),
        "targets": len(promise.dues) if promise else 0,
        "delivered": done,
        "delivered_bound": joint(delivered.bounds),
        "reported_to": reported.to,
        "suppressed": delivered.hidden,
        "expected": promise and promise.expected,
        "share": share(done, promise.quantity) if promise and done is not None and not delivered.hidden else None,
        "overdue": bool(since),
        "overdue_since": since,
    }
    rating, why = _rating(promise, delivered, reported)
    return {**found, "rating": rating, "why": str(why)}


def _ends_of(delivered: Done) -> tuple[int, int | None]:
    """The least and the most that was delivered; nothing where nothing was reported."""
    return delivered.ends or (delivered.quantity or 0, delivered.quantity or 0)


def _late_since(promise: Promise, most: int | None, reported: Reported, today: str) -> str:
    """The first year, month or day that is stated and has passed with less done, at the most, than all that was
    promised by it, where reports are there or owed; empty for none."""
    owed = 0
    for due, quantity in sorted(promise.stated, key=lambda each: by_last_day(each[0])):
        owed += quantity
        last = last_day(due)
        if most is not None and most < owed and last < today and (reported.asked or reported.to >= last):
            return due
    return ""


def _rating(promise: Promise | None, delivered: Done, reported: Reported) -> tuple[str, str]:
    """The rating and, where it is "other", why. Where only two ends are known, both have to earn it."""
    if not promise:
        return "other", NoRating.NO_PROMISE
    if delivered.quantity is None or delivered.hidden:
        return "other", NoRating.HIDDEN if delivered.hidden else delivered.why or NoRating.NOT_REPORTED
    if MAY_BE_LESS in promise.bounds:
        return "other", NoRating.NO_LEAST
    if len(promise.areas) > 1:
        return "other", NoRating.PLACES
    least, most = _ends_of(delivered)
    at_least = _rated(promise, least, reported)
    if at_least[0] == "other" or at_least == _rated(promise, promise.quantity if most is None else most, reported):
        return at_least
    return "other", delivered.why or _uncertain(delivered.bounds)


def _rated(promise: Promise, done: int, reported: Reported) -> tuple[str, str]:
    """The rating of what was delivered and, where it is "other", why."""
    if done >= promise.quantity and (reported.grows or reported.to >= last_day(promise.due)):
        return "good", ""
    if not reported.asked and reported.to < last_day(promise.due):
        return "other", NoRating.NOT_SINCE
    if not promise.expected:
        return "other", NoRating.NOT_DUE if promise.due else NoRating.NO_DAY
    rating = next(name for name, least in LEAST_PERCENT.items() if 100 * done >= least * promise.expected)
    return ("other", NoRating.GAP) if reported.gap and reported.grows and rating != "good" else (rating, "")


def _uncertain(bounds: Collection[str]) -> NoRating:
    """Why two ends earn two ratings: by the bounds, or else for want of a place."""
    why = {MAY_BE_LESS: NoRating.AT_MOST, MAY_BE_MORE: NoRating.AT_LEAST, MORE_OR_LESS: NoRating.NO_ENDS}
    return why.get(joint(bounds), NoRating.OTHERWISE)


def _ends(projects: pd.DataFrame) -> dict[str, str]:
    """When a promise without a date of its own is due: when the contract ends, or else the work."""
    return {row.project: row.contract_end or row.completion for row in rows(projects)}
