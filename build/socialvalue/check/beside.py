"""Put what is known of something beside each row that names it."""

from collections.abc import Sequence
from typing import Any

import numpy as np
import pandas as pd

from socialvalue.check.grouping import numbered
from socialvalue.records import held, texts


def beside(
    table: pd.DataFrame, on: Sequence[str], other: pd.DataFrame, keys: Sequence[str], wanted: Sequence[str]
) -> pd.DataFrame:
    """`table` with the `wanted` columns of the first row of `other` whose `keys` are what `on` says.

    Where there is none they hold nothing: empty text, False, or no number. Each different key is looked up once.
    """
    first: dict[tuple[Any, ...], int] = {}
    for at, key in enumerate(zip(*(other[name].tolist() for name in keys), strict=True)):
        first.setdefault(key, at)
    asked = [held(table[name]) for name in on]
    numbers = numbered(asked)
    places = np.array([first.get(key, -1) for key in _keys(asked, numbers)], dtype=np.int64)[numbers]
    columns: dict[Any, Any] = dict(table.items())
    columns |= {name: _taken(other[name], places) for name in wanted}
    return pd.DataFrame(columns, table.index, copy=False)


def _keys(columns: Sequence[tuple[Any, Sequence[str]]], numbers: Any) -> list[tuple[str, ...]]:
    """The texts of each number, in order; columns are as `held` gives them."""
    rows = np.empty(numbers.max(initial=-1) + 1, dtype=np.int64)
    rows[numbers[::-1]] = np.arange(len(numbers))[::-1]  # the first row of each
    return list(zip(*([different[at] for at in places[rows]] for places, different in columns), strict=True))


def _taken(column: "pd.Series[Any]", places: Any) -> Any:
    """The values at those places; nothing at place -1."""
    if column.dtype == bool:
        return np.append(column.to_numpy(), False)[places]
    if pd.api.types.is_numeric_dtype(column.dtype):
        return column.array.take(places, allow_fill=True)
    return texts([*column, ""], places, sort=True)
