"""Promises that are new, or ask for less than before: lowered, taken away, put off, or less firmly bound."""

from collections.abc import Iterator
from typing import Any, NamedTuple

import pandas as pd

from socialvalue.domain.years import last_day
from socialvalue.publish.words.figures import bounded, quantity
from socialvalue.records import Valuation, rows

BOUNDS = ("at least", "", "about", "up to")
"""From the firmest to the loosest."""
STRENGTHS = ("commitment", "forecast")
NO_DAY = "9999"


class Weakened(NamedTuple):
    """A promise, and what it says before and after; `after` is empty where nothing stands in its place."""

    project: str
    target: str
    measure: str
    before: str
    after: str


class Promised(NamedTuple):
    """A promise that was not there before, what it says, the one that it replaces, and its £ by kind in pence."""

    project: str
    target: str
    measure: str
    says: str
    replaces: str
    worth: tuple[tuple[str, int], ...]


def promised(before: Valuation, after: Valuation) -> tuple[Promised, ...]:
    """Every promise that stands now and was not there before, by project and name."""
    there, worth = set(before.targets["target"]), _worth(after)
    return tuple(
        Promised(project, name, _measure(row, after), _said(row, after), row.replaces, tuple(worth.get(row.key, ())))
        for (project, name), row in sorted(_current(after).items())
        if name not in there
    )


def _worth(valuation: Valuation) -> dict[str, list[tuple[str, int]]]:
    """The net £ of each promise that counts, by kind."""
    values = valuation.values
    counts = values[values["counted"] & (values["status"] == "committed") & (values["counts_in"] == "total")]
    found: dict[str, list[tuple[str, int]]] = {}
    sums = counts.groupby(["key", "kind"])["net"].sum().reset_index()
    for row in rows(sums):
        found.setdefault(row.key, []).append((row.kind, int(row.net)))
    return found


def weakened(before: Valuation, after: Valuation) -> tuple[Weakened, ...]:
    """Every public promise that asks for less now, by project and name; one that was replaced beside its heir."""
    was, now = _current(before), _current(after)
    heirs = {(row.project, row.replaces): row for row in now.values() if row.replaces}
    found = []
    for (project, name), old in sorted(was.items()):
        new = now.get((project, name)) or heirs.get((project, name))
        if new is None or any(_weaker(old, new)):
            said = _said(new, after) if new is not None else ""
            found.append(Weakened(project, name, _measure(old, before), _said(old, before), said))
    return tuple(found)


def _current(valuation: Valuation) -> dict[tuple[str, str], Any]:
    targets = valuation.targets
    return {(row.project, row.target): row for row in rows(targets[targets["current"]])}


def _weaker(old: Any, new: Any) -> Iterator[bool]:
    """Whether it asks for less, in each way; of another measure or unit nobody can tell, so that somebody looks."""
    yield (old.framework, old.measure, old.unit) != (new.framework, new.measure, new.unit)
    yield not pd.isna(old.quantity) and (pd.isna(new.quantity) or new.quantity < old.quantity)
    yield _day(new.due) > _day(old.due)
    yield BOUNDS.index(new.bound) > max(BOUNDS.index(old.bound), 1)
    yield STRENGTHS.index(new.strength) > STRENGTHS.index(old.strength)


def _day(due: str) -> str:
    return last_day(due) if due else NO_DAY


def _measure(row: Any, valuation: Valuation) -> str:
    names = {(each.owner, each.measure): each.name for each in rows(valuation.checked.tables["measures"])}
    return str(names.get((row.framework, row.measure), row.measure))


def _said(row: Any, valuation: Valuation) -> str:
    """A promise in words: at least 1,500 hours by 2027, a forecast."""
    units = {(each.owner, each.unit): each._asdict() for each in rows(valuation.checked.tables["units"])}
    unit = units.get((row.framework, row.unit), {"unit": row.unit, "one": row.unit, "many": row.unit})
    known = {name: str(unit[name]) for name in ("unit", "one", "many")}
    amount = "no number" if pd.isna(row.quantity) else bounded(quantity(int(row.quantity), known), row.bound)
    day = f" by {row.due}" if row.due else ""
    return f"{amount}{day}{', a forecast' if row.strength == 'forecast' else ''}"
