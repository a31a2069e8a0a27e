"""Which of two returns that can't both stand gives way: one that the site has not told of, or that came later."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from typing import Any

from socialvalue.check.tables import Tables
from socialvalue.domain.shared_days import SPAN
from socialvalue.records import rows

Pair = tuple[str, str]
"""The owners of two returns that can't both stand."""


def giving_way(pairs: Iterable[Pair], tables: Tables, known: Collection[str]) -> Iterator[tuple[Any, Any]]:
    """The rows of the returns that have to give way, each after the row of the one that stands in its way.

    One that gives way itself stands in nobody's way. `known` are the owners of those that the site has told of.
    """
    others: dict[str, set[str]] = defaultdict(set)
    for one, other in pairs:
        others[one].add(other)
        others[other].add(one)
    returns = tables["returns"]
    found: list[Any] = list(rows(returns[returns["owner"].isin(others)]))
    stand: dict[str, Any] = {}
    for later in sorted(found, key=lambda each: (each.owner in tables.asked, each.owner not in known, *_came(each))):
        before = sorted(others[later.owner] & set(stand), key=lambda owner: _came(stand[owner]))
        yield from ((stand[owner], later) for owner in before)
        if not before:
            stand[later.owner] = later


def published_before(tables: Tables) -> set[str]:
    """The owners of the returns that were published, or of whose days the register has a row."""
    returns, settled = tables["returns"], tables.settled
    days = set(settled[SPAN].itertuples(index=False, name=None))
    mine = zip(returns["owner"], returns[SPAN].itertuples(index=False, name=None), strict=True)
    return {owner for owner, span in mine if span in days} | tables.published_returns


def _came(returned: Any) -> tuple[str, str, str]:
    """When a return came in, or was compiled, and what parts those of one day."""
    return str(returned.received_on or returned.compiled_on), returned.start, returned.period
