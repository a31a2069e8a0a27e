"""The figures before and after: money by kind, lines without a £, targets passed, or no more."""

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

import pandas as pd

from socialvalue.records import Valuation, rows
from socialvalue.review.moves import unchanged


class Kind(NamedTuple):
    """One kind of value in pence, before and after."""

    kind: str
    before: int
    after: int
    moved: int
    """What figures gained that say what they said."""


class Mover(NamedTuple):
    """What a change does to one kind of value of one project, in pence."""

    project: str
    kind: str
    change: int


class Passed(NamedTuple):
    """A promise that is kept now and was not."""

    project: str
    measure: str
    lowered: bool = False
    """Whether it is kept only because it asks for less than before."""


class Missed(NamedTuple):
    """A promise that was kept and is not now."""

    project: str
    measure: str
    raised: bool = False
    """Whether what was delivered would still keep what was asked for before."""


def kinds(before: Valuation, after: Valuation, every: Sequence[str], promised: bool = False) -> tuple[Kind, ...]:
    """Each kind that is worth something before or after, in the order that they are shown: of what was delivered, or
    of what is promised."""
    same = unchanged(before, after)
    (was, stood), (now, stands) = (
        (_by_kind(found), _by_kind(found[found["key"].isin(same)]))
        for found in (_in_totals(each, promised) for each in (before, after))
    )
    return tuple(
        Kind(kind, was.get(kind, 0), now.get(kind, 0), stands.get(kind, 0) - stood.get(kind, 0))
        for kind in every
        if was.get(kind) or now.get(kind)
    )


def _by_kind(values: pd.DataFrame) -> dict[str, int]:
    """Net pence by kind."""
    return {str(kind): int(net) for kind, net in values.groupby("kind")["net"].sum().items()}


def _by_project(valuation: Valuation) -> dict[tuple[str, str], int]:
    """The same by project and kind."""
    sums = _in_totals(valuation).groupby(["project", "kind"])["net"].sum().reset_index()
    return {(row.project, row.kind): int(row.net) for row in rows(sums)}


def _in_totals(valuation: Valuation, promised: bool = False) -> pd.DataFrame:
    """What counts in the totals: of what was delivered, or of what is promised."""
    values = valuation.values
    wanted = (values["status"] == "committed") == promised
    return values[values["counted"] & (values["counts_in"] == "total") & wanted]


def movers(before: Valuation, after: Valuation) -> tuple[Mover, ...]:
    """Each project and kind that is worth something else than before, the largest change first."""
    was, now = _by_project(before), _by_project(after)
    changes = {key: now.get(key, 0) - was.get(key, 0) for key in sorted({*was, *now})}
    found = [Mover(project, kind, change) for (project, kind), change in changes.items() if change]
    return tuple(sorted(found, key=lambda mover: -abs(mover.change)))


def large(before: Valuation, after: Valuation, pence: int) -> tuple[str, ...]:
    """The lines and promises that were not there before and are worth so much or more of one kind, by their keys."""
    there = {*before.lines["key"], *before.targets["key"]}
    return tuple(sorted({key for (key, _), net in _worth(after).items() if abs(net) >= pence and key not in there}))


def counted(valuation: Valuation) -> int:
    """How many delivered lines have no £."""
    keys = set(valuation.lines["key"])
    return sum(key in keys for key in valuation.unvalued["key"])


def _worth(valuation: Valuation) -> dict[tuple[str, str], int]:
    values = valuation.values
    found: dict[tuple[str, str], int] = {}
    for row in rows(values[values["counted"]]):
        found[row.key, row.kind] = found.get((row.key, row.kind), 0) + int(row.net)
    return found


def passed(before: Valuation, after: Valuation) -> tuple[Passed, ...]:
    """The promises that are kept now and were not, by project and measure."""
    kept = set(_kept(before))
    asked = {_key(row): row.promised for row in rows(before.delivery) if not pd.isna(row.promised)}
    done = {_key(row): row.delivered for row in rows(after.delivery)}
    names = {(row.owner, row.measure): row.name for row in rows(after.checked.tables["measures"])}
    return tuple(
        Passed(key[0], names.get(key[1:3], key[2]), key in asked and done[key] < asked[key])
        for key in _kept(after)
        if key not in kept
    )


def missed(before: Valuation, after: Valuation) -> tuple[Missed, ...]:
    """The promises that were kept and are not now, by project and measure; none whose figure the site hides now, or
    that stands no more."""
    kept = set(_kept(after))
    asked = {_key(row): row.promised for row in rows(before.delivery)}
    now = {_key(row): row for row in rows(after.delivery) if not (row.suppressed or pd.isna(row.promised))}
    names = {(row.owner, row.measure): row.name for row in rows(after.checked.tables["measures"])}
    return tuple(
        Missed(key[0], names.get(key[1:3], key[2]), _reaches(now[key], asked[key]))
        for key in _kept(before)
        if key in now and key not in kept
    )


def _reaches(row: Any, asked: int) -> bool:
    return not pd.isna(row.delivered) and row.delivered >= asked and row.delivered_bound != "up to"


def _key(row: Any) -> tuple[str, str, str, str]:
    """The names of a promise."""
    return row.project, row.framework, row.measure, row.target


def _kept(valuation: Valuation) -> Iterator[tuple[str, str, str, str]]:
    for row in rows(valuation.delivery):
        known = not (pd.isna(row.promised) or row.suppressed)
        if known and row.promised > 0 and _reaches(row, row.promised):
            yield _key(row)
