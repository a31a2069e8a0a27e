"""The order in which returns stand, the same for all rules: what was published comes first.

Then comes what corrects it, then what is new; among these the one that came earlier. Without git only the register of
disclosures says what was published: a return was not, if it counts people of whom the register has no row, or another
number. Of two that may have been, the one with more counts is likelier the one.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Set
from enum import IntEnum
from typing import Any

import pandas as pd

from socialvalue.domain.shown_numbers import never_told
from socialvalue.domain.successions import chains, successors
from socialvalue.records import rows


class Rank(IntEnum):
    """What is known of a return: the first ones stand."""

    PUBLISHED = 0
    PERHAPS = 1
    """It counts no people, and nothing says that it was not published."""
    CORRECTS = 2
    """It is new, and takes the place of one that was published, or may have been."""
    NEW = 3


def order_of(
    returns: pd.DataFrame, people: pd.DataFrame, settled: pd.DataFrame | None, published: Set[str] | None
) -> Mapping[str, int]:
    """The place of each return. `people` are its counts of people; `settled` is the register, or none where none is
    kept; `published` are the owners that were published, or none where nobody knows."""
    ranks = _ranks(returns, people, settled, published)
    counts = Counter[str](people["owner"] if settled is not None else ())
    most = {owner: counts[owner] for owner, rank in ranks.items() if rank is Rank.PUBLISHED}
    found = sorted(rows(returns), key=_came)
    found.sort(key=lambda each: (ranks[each.owner], -most.get(each.owner, 0)))
    return {each.owner: place for place, each in enumerate(found)}


def _ranks(
    returns: pd.DataFrame, people: pd.DataFrame, settled: pd.DataFrame | None, published: Set[str] | None
) -> dict[str, Rank]:
    """What is known of each return."""
    owners = frozenset(returns["owner"])
    new: set[str] = set() if published is None else set(owners - published)
    unknown: Iterable[str] = ()
    if settled is not None:
        new |= set(people.loc[never_told(people, settled), "owner"])
        unknown = owners - set(people["owner"])
    found = {each: Rank.NEW if each in new else Rank.PERHAPS if each in unknown else Rank.PUBLISHED for each in owners}
    for chain in chains(successors(returns)):
        published_before = False
        for each in (owner for owner in reversed(chain) if owner in found):
            found[each] = min(found[each], Rank.CORRECTS) if published_before else found[each]
            published_before |= found[each] < Rank.CORRECTS
    return found


def _came(returned: Any) -> tuple[str, str, str]:
    """When a return came in, or was compiled, and what parts those of one day."""
    return str(returned.received_on or returned.compiled_on), returned.start, returned.period
