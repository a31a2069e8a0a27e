"""Which lines lie inside others, so that nothing is added twice."""

from collections.abc import Iterator, Mapping
from typing import TypeVar

import numpy as np
import pandas as pd

from socialvalue.records import Flags, Ints

Key = TypeVar("Key")
DEEPEST = 20
"""Nobody nests sums deeper. The limit also ends a circle, which the check reports."""


def holders(keys: pd.Series, part_of: pd.Series) -> Ints:
    """The place of the row that holds each row; -1 where none does."""
    found: Ints = pd.Index(keys).get_indexer(pd.Index(part_of)).astype(np.int64)
    return found


def circles(key: Key, holders: Mapping[Key, Key]) -> bool:
    """Whether what `key` names comes back to itself, by way of what each names in turn."""
    seen, here = set(), holders[key]
    while here in holders and here != key and here not in seen:
        seen.add(here)
        here = holders[here]
    return here == key


def climb(holder: Ints) -> Iterator[Ints]:
    """The rows that hold each row, then those that hold these, and so on; -1 where there is none."""
    above = holder
    for _ in range(DEEPEST):
        if not (above >= 0).any():
            return
        yield above
        above = np.where(above >= 0, holder[above], -1)


def held_by_same(holder: Ints, groups: Ints, live: Flags) -> Flags:
    """Whether a live row of the same group (such as the same measure) holds the row, at any depth."""
    found = np.zeros(len(holder), dtype=np.bool_)
    for above in climb(holder):
        found |= (above >= 0) & live[above] & (groups[above] == groups)
    return found
