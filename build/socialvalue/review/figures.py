"""The figures before and after: money by kind, lines without a £, figures that move, targets passed, or no more."""

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

import pandas as pd

from socialvalue.records import Valuation, rows


class Kind(NamedTuple):
    """One kind of value in pence, delivered, before and after; `moved` is what figures gained that stand unchanged."""

    kind: str
    before: int
    after: int
    moved: int


class Move(NamedTuple):
    """A published figure that stands unchanged and is worth something else: its line and kind, in pence."""

    key: str
    kind: str
    before: int
    after: int


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


def kinds(before: Valuation, after: Valuation, every: Sequence[str]) -> tuple[Kind, ...]:
    """Each kind that is worth something before or after, in the order that they are shown."""
    was, now = _delivered(before), _delivered(after)
    moved: dict[str, int] = {}
    for move in moves(before, after):
        moved[move.kind] = moved.get(move.kind, 0) + move.after - move.before
    return tuple(
        Kind(kind, was.get(kind, 0), now.get(kind, 0), moved.get(kind, 0))
        for kind in every
        if was.get(kind) or now.get(kind)
    )


def _delivered(valuation: Valuation) -> dict[str, int]:
    """Net pence by kind: what was delivered and counts in the totals."""
    return {str(kind): int(net) for kind, net in _in_totals(valuation).groupby("kind")["net"].sum().items()}


def _by_project(valuation: Valuation) -> dict[tuple[str, str], int]:
    """The same by project and kind."""
    sums = _in_totals(valuation).groupby(["project", "kind"])["net"].sum().reset_index()
    return {(row.project, row.kind): int(row.net) for row in rows(sums)}


def _in_totals(valuation: Valuation) -> pd.DataFrame:
    """What was delivered and counts in the totals."""
    values = valuation.values
    return values[values["counted"] & (values["counts_in"] == "total") & (values["status"] != "committed")]


def movers(before: Valuation, after: Valuation) -> tuple[Mover, ...]:
    """Each project and kind that is worth something else than before, the largest change first."""
    was, now = _by_project(before), _by_project(after)
    changes = {key: now.get(key, 0) - was.get(key, 0) for key in sorted({*was, *now})}
    found = [Mover(project, kind, change) for (project, kind), change in changes.items() if change]
    return tuple(sorted(found, key=lambda mover: -abs(mover.change)))


def large(before: Valuation, after: Valuation, pence: int) -> tuple[str, ...]:
    """The lines of returns that were not there before and are worth so much or more of one kind, by their keys."""
    there = set(before.lines["key"])
    return tuple(sorted({key for (key, _), net in _worth(after).items() if abs(net) >= pence and key not in there}))


def counted(valuation: Valuation) -> int:
    """How many delivered lines have no £."""
    keys = set(valuation.lines["key"])
    return sum(key in keys for key in valuation.unvalued["key"])


def moves(before: Valuation, after: Valuation) -> tuple[Move, ...]:
    """The figures that say the same as before and are worth something else, the largest move first."""
    same = {key for key, *_ in _said(before) & _said(after)}
    was, now = _worth(before), _worth(after)
    found = [
        Move(key, kind, was.get((key, kind), 0), now.get((key, kind), 0))
        for key, kind in sorted({*was, *now})
        if key in same and was.get((key, kind), 0) != now.get((key, kind), 0)
    ]
    return tuple(sorted(found, key=lambda move: -abs(move.after - move.before)))


def _said(valuation: Valuation) -> set[tuple[str, ...]]:
    """Each line with what it says."""
    about = valuation.lines[["key", "measure", "quantity", "unit", "bound", "end"]]
    return {tuple(map(str, row)) for row in rows(about)}


def _worth(valuation: Valuation) -> dict[tuple[str, str], int]:
    values = valuation.values
    wanted = values[values["counted"] & (values["status"] != "committed") & (values["return_id"] != "")]
    found: dict[tuple[str, str], int] = {}
    for row in rows(wanted):
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
