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


AMOUNTS = ("net", "gross", "real", "low", "high")
"""The £ that are published of each figure, the one that is named first where several move."""
NOTHING = (0,) * len(AMOUNTS)
LINE = ("key", "measure", "quantity", "unit", "bound", "end")
PROMISE = (*LINE, "counted")


class Move(NamedTuple):
    """A published £ that moves though nothing was sent anew: its line, promise or sum, and its kind, in pence."""

    key: str
    kind: str
    before: int
    after: int
    amount: str = "net"
    """Which of AMOUNTS."""


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
    lines = set(before.lines["key"])
    for move in (each for each in moves(before, after) if each.key in lines and each.amount == "net"):
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
    """The lines and promises that say the same as before and are worth something else, the largest move first.

    Where everything says the same and none of them moves, a sum that counts them may: as where a project changes place.
    """
    was, now = _said(before), _said(after)
    same = {key for key, *_ in was & now}
    found = [each for each in _moved(_published(before), _published(after)) if each.key in same]
    if not found and was == now:
        found = list(_moved(_sums(before), _sums(after)))
    return tuple(sorted(found, key=lambda move: -abs(move.after - move.before)))


def _said(valuation: Valuation) -> set[tuple[str, ...]]:
    """Each line and promise with what it says."""
    each = ((valuation.lines, LINE), (valuation.targets, PROMISE))
    return {tuple(map(str, row)) for frame, columns in each for row in rows(frame[list(columns)])}


Amounts = dict[tuple[str, str, str], tuple[int, ...]]
"""The £ of a line, promise or sum, of a kind, and in the totals or beside them: as AMOUNTS."""


def _moved(was: Amounts, now: Amounts) -> Iterator[Move]:
    for name in sorted({*was, *now}):
        pairs = zip(AMOUNTS, was.get(name, NOTHING), now.get(name, NOTHING), strict=True)
        for amount, before, after in pairs:
            if before != after:
                yield Move(*name[:2], before, after, amount)
                break


def _published(valuation: Valuation) -> Amounts:
    """The £ of every line and promise."""
    values = valuation.values
    return {(row.key, row.kind, row.counts_in): _amounts(row) for row in rows(values)}


def _sums(valuation: Valuation) -> Amounts:
    """Every sum of the totals."""
    totals = rows(valuation.totals)
    return {
        (f"{row.dimension.removesuffix('_id')} {row.member}", row.kind, row.status): _amounts(row) for row in totals
    }


def _amounts(row: Any) -> tuple[int, ...]:
    return tuple(0 if pd.isna(cell) else int(cell) for cell in (getattr(row, amount) for amount in AMOUNTS))


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
