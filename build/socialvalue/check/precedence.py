"""Which of two returns that can't both stand gives way: the one that comes later in the order of returns."""

from collections.abc import Collection, Iterator
from typing import Any

from socialvalue.check.tables import Tables
from socialvalue.records import rows

Pair = tuple[str, str]
"""The owners of two returns that can't both stand."""


def giving_way(pairs: Collection[Pair], tables: Tables) -> Iterator[tuple[Any, Any]]:
    """Of each pair the rows of the return that stands, and of the one that has to give way."""
    order, returns = tables.order, tables["returns"]
    ranked = sorted({tuple(sorted(pair, key=order.__getitem__, reverse=True)) for pair in pairs})
    owners = {owner for pair in ranked for owner in pair}
    found = {each.owner: each for each in rows(returns[returns["owner"].isin(owners)])}
    yield from ((found[earlier], found[later]) for later, earlier in ranked if earlier not in tables.held)
