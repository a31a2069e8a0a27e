"""Every published £ that moves though no return was sent for it, whatever cell moved it."""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

import pandas as pd

from socialvalue.records import Valuation, rows

MILLION = 1_000_000
PENCE = 100
"""Of a pound."""
AMOUNTS = ("net", "gross", "real", "low", "high")
"""The £ that are published of each line, promise and sum, the one that is named first where several move."""
NOTHING = (0,) * len(AMOUNTS)
LINE = ("key", "measure", "quantity", "unit", "bound", "end")
PROMISE = (*LINE, "counted")
MEMBERS = ("programme", "project", "measure", "theme", "area", "organisation", "year")
"""The dimensions of the totals in which a figure that keeps its name may change its place."""
STATED = {
    "published-figures": (("figure",), ("amount_gbp",), MILLION),
    "projects": (("project",), ("total_cost_gbp", "grant_gbp", "contract_gbp"), 1),
    "project-facts": (("project", "fact", "source"), ("amount_gbp",), 1),
    "procurements": (("procurement",), ("value_gbp",), 1),
}
"""The tables of the register with £ that are shown as they stand: the columns that name a row, those of £, and as what
part of a pound their frame holds them."""
RATES = (("per_person", "net"), ("per_thousand", "gained"))
"""What is published of each area beside its sums, and the sum that is divided for it."""

Amounts = Mapping[tuple[str, str, str], tuple[int, ...]]
"""The £ of a line, promise or sum, of a kind, and in the totals or beside them: as AMOUNTS."""
Places = Mapping[tuple[str, str], frozenset[tuple[str, ...]]]
"""The sums that a line or promise of a kind is part of, by MEMBERS."""


class Move(NamedTuple):
    """A published £ that moves: its line, promise, sum or row of the register, and its kind if it has one, in pence."""

    key: str
    kind: str
    before: int
    after: int
    amount: str = "net"
    """Which of AMOUNTS, RATES or the columns of STATED."""


def moves(before: Valuation, after: Valuation) -> tuple[Move, ...]:
    """What was there before and after and is worth something else, the largest move first.

    A line or promise that changes its place, as by another theme of its measure, moves the sums it left and those it
    came to. A promise that another one replaces is told with that one.
    """
    both = _keys(before) & _keys(after)
    replaced = {row.replaces for row in rows(after.targets) if row.replaces} - set(before.targets["replaces"])
    stays = both - replaced
    was, now = (
        {name: found for name, found in _published(each).items() if name[0] in stays} for each in (before, after)
    )
    found = [*_moved(was, now), *_sums_moved(before, after, stays), *_stated(before, after), *_rates(before, after)]
    return tuple(sorted(found, key=lambda move: -abs(move.after - move.before)))


def unchanged(before: Valuation, after: Valuation) -> frozenset[str]:
    """The keys of the lines and promises that say what they said."""
    return frozenset(key for key, *_ in _said(before) & _said(after))


def _keys(valuation: Valuation) -> frozenset[str]:
    return frozenset([*valuation.lines["key"], *valuation.targets["key"]])


def _said(valuation: Valuation) -> set[tuple[str, ...]]:
    """Each line and promise with what it says."""
    each = ((valuation.lines, LINE), (valuation.targets, PROMISE))
    return {tuple(map(str, row)) for frame, columns in each for row in rows(frame[list(columns)])}


def _moved(was: Amounts, now: Amounts) -> Iterator[Move]:
    for name in sorted({*was, *now}):
        pairs = zip(AMOUNTS, was.get(name, NOTHING), now.get(name, NOTHING), strict=True)
        for amount, before, after in pairs:
            if before != after:
                yield Move(*name[:2], before, after, amount)
                break


def _published(valuation: Valuation) -> Amounts:
    """The £ of every line and promise, by its kind; of two values of one kind the sum. What doesn't count has none."""
    found: dict[tuple[str, str, str], tuple[int, ...]] = {}
    for row in rows(valuation.values[valuation.values["counted"]]):
        name = row.key, row.kind, row.counts_in
        found[name] = tuple(map(sum, zip(found.get(name, NOTHING), _amounts(row), strict=True)))
    return found


def _sums_moved(before: Valuation, after: Valuation, stays: frozenset[str]) -> Iterator[Move]:
    """The sums that figures left and came to."""
    was, now = (_places(each, stays) for each in (before, after))
    touched = {place for name in {*was} & {*now} for place in was[name] ^ now[name]}
    old, new = (_sums(each, touched) for each in (before, after))
    return _moved(old, new)


def _places(valuation: Valuation, stays: frozenset[str]) -> Places:
    values = valuation.values
    found: dict[tuple[str, str], frozenset[tuple[str, ...]]] = {}
    for row in rows(values[values["counted"] & (values["counts_in"] == "total") & values["key"].isin(stays)]):
        members = ((dimension, getattr(row, dimension)) for dimension in MEMBERS)
        found[row.key, row.kind] = frozenset((*each, row.kind, row.status) for each in members if each[1])
    return found


def _sums(valuation: Valuation, touched: set[tuple[str, ...]]) -> Amounts:
    return {
        (f"{row.dimension} {row.member} ({row.status})", row.kind, row.status): _amounts(row)
        for row in rows(valuation.totals)
        if (row.dimension, row.member, row.kind, row.status) in touched
    }


def _amounts(row: Any) -> tuple[int, ...]:
    return tuple(0 if pd.isna(cell) else int(cell) for cell in (getattr(row, amount) for amount in AMOUNTS))


def _stated(before: Valuation, after: Valuation) -> Iterator[Move]:
    """The £ that the register states of what was there before and is there now."""
    for table, (key, columns, parts) in STATED.items():
        was, now = (
            {tuple(getattr(row, name) for name in key): row for row in rows(each.checked.tables[table])}
            for each in (before, after)
        )
        for name in sorted({*was} & {*now}):
            for column in columns:
                old, new = (_pence(getattr(each[name], column), parts) for each in (was, now))
                if old != new:
                    yield Move(" ".join(name), "", old, new, column)


def _pence(cell: Any, parts: int) -> int:
    return 0 if pd.isna(cell) else int(cell) * PENCE // parts


def _rates(before: Valuation, after: Valuation) -> Iterator[Move]:
    """What areas have for each person or £1,000, where the sum that is divided stayed as it was."""
    was, now = ({(row.area, row.kind): row for row in rows(each.area_rates)} for each in (before, after))
    for area, kind in sorted({*was} & {*now}):
        for rate, divided in RATES:
            old, new = (
                [_pence(getattr(each[area, kind], column), PENCE) for column in (rate, divided)] for each in (was, now)
            )
            if old[0] != new[0] and old[1] == new[1]:
                yield Move(f"area {area}", kind, old[0], new[0], rate)
