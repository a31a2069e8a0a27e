"""The figures before and after: money by kind, lines without a £, published figures that move, targets passed."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

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


class Passed(NamedTuple):
    """A promise that is kept now and was not."""

    project: str
    measure: str


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
    values = valuation.values
    wanted = values[values["counted"] & (values["counts_in"] == "total") & (values["status"] != "committed")]
    return {str(kind): int(net) for kind, net in wanted.groupby("kind")["net"].sum().items()}


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
    names = {(row.owner, row.measure): row.name for row in rows(after.checked.tables["measures"])}
    return tuple(
        Passed(project, names.get((framework, measure), measure))
        for project, framework, measure, target in _kept(after)
        if (project, framework, measure, target) not in kept
    )


def _kept(valuation: Valuation) -> Iterator[tuple[str, str, str, str]]:
    for row in rows(valuation.delivery):
        known = not (pd.isna(row.promised) or pd.isna(row.delivered) or row.suppressed)
        if known and row.promised > 0 and row.delivered >= row.promised and row.delivered_bound != "up to":
            yield row.project, row.framework, row.measure, row.target
