"""Tell which rows belong together, without an index made of categories: how these are held changes with their number.

pandas holds up to 128 different texts in 8 bits, more in 16 and in 32, and two indexes of different widths cannot be
laid side by side. So a rule groups by the numbers that `groups` gives, never by the columns of text themselves.
"""

from collections.abc import Sequence
from typing import Any

import numpy as np
import pandas as pd

from socialvalue.records import held

ROOM = 2**62
"""More groups than this cannot be numbered at once."""


def groups(table: pd.DataFrame, by: Sequence[str]) -> Any:
    """For each row the number of its group: rows that hold the same texts in all columns of `by` have the same."""
    return numbered([held(table[name]) for name in by])


def numbered(columns: Sequence[tuple[Any, Sequence[str]]]) -> Any:
    """For each row the number of its texts, where columns are as `held` gives them."""
    numbers, size = np.zeros(len(columns[0][0]), dtype=np.int64), 1
    for places, different in columns:
        if size * max(len(different), 1) >= ROOM:
            numbers, used = pd.factorize(numbers)
            size = len(used)
        numbers = numbers * len(different) + places
        size *= max(len(different), 1)
    return pd.factorize(numbers)[0]
