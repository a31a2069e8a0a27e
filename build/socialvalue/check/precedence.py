"""Which of two returns that can't both stand gives way: one that the site has not told of, or that came later.

There is one order for all rules. What was published comes first, then what corrects it, then what is new; among these
the one that came earlier. Without git only the register of disclosures says what was published: a return was not, if it
counts people of whom the register has no row, or another number. Of two that may have been, the one with more counts is
likelier the one.
"""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Set
from enum import IntEnum
from typing import TYPE_CHECKING, Any

from socialvalue.check.published import published_owners
from socialvalue.domain.shown_numbers import never_told
from socialvalue.domain.successions import chains, successors
from socialvalue.records import rows

if TYPE_CHECKING:
    from socialvalue.check.tables import Tables

Pair = tuple[str, str]
"""The owners of two returns that can't both stand."""


class Rank(IntEnum):
    """What is known of a return: the first ones stand."""

    TOLD = 0
    PERHAPS = 1
    """It counts no people, and nothing says that it was not published."""
    CORRECTS = 2
    """It is new, and takes the place of one that was published, or may have been."""
    NEW = 3


def giving_way(pairs: Collection[Pair], tables: "Tables") -> Iterator[tuple[Any, Any]]:
    """Of each pair the rows of the return that stands, and of the one that has to give way."""
    order, returns = tables.order, tables["returns"]
    ranked = sorted({tuple(sorted(pair, key=order.__getitem__, reverse=True)) for pair in pairs})
    owners = {owner for pair in ranked for owner in pair}
    found = {each.owner: each for each in rows(returns[returns["owner"].isin(owners)])}
    yield from ((found[earlier], found[later]) for later, earlier in ranked if earlier not in tables.held)


def order_of(tables: "Tables") -> Mapping[str, int]:
    """The place of each return in the order in which they stand; those that were asked about come after all others."""
    ranks, counts = _ranks(tables), Counter(tables.people["owner"] if tables.kept else ())
    returns = sorted(rows(tables["returns"]), key=_came)
    told = {owner: counts[owner] for owner, rank in ranks.items() if rank is Rank.TOLD}
    returns.sort(key=lambda each: (each.owner in tables.asked, ranks[each.owner], -told.get(each.owner, 0)))
    return {each.owner: place for place, each in enumerate(returns)}


def _ranks(tables: "Tables") -> dict[str, Rank]:
    """What is known of each return."""
    owners, people = frozenset(tables["returns"]["owner"]), tables.people
    new: set[str] = set()
    unknown: Set[str] = frozenset()
    if tables.kept:
        new |= set(people.loc[never_told(people, tables.settled), "owner"])
        unknown = owners - set(people["owner"])
    if tables.before is not None:
        new |= owners - published_owners(tables.published_returns, tables.before, tables.projects)
    found = {each: Rank.NEW if each in new else Rank.PERHAPS if each in unknown else Rank.TOLD for each in owners}
    for chain in chains(successors(tables["returns"])):
        published = False
        for each in (owner for owner in reversed(chain) if owner in found):
            found[each] = min(found[each], Rank.CORRECTS) if published else found[each]
            published |= found[each] < Rank.CORRECTS
    return found


def _came(returned: Any) -> tuple[str, str, str]:
    """When a return came in, or was compiled, and what parts those of one day."""
    return str(returned.received_on or returned.compiled_on), returned.start, returned.period
