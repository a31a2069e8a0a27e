"""Put what is known of something beside each row that names it."""

from collections.abc import Sequence
from typing import Any

import numpy as np
import pandas as pd

from socialvalue.records import texts


def beside(
    table: pd.DataFrame, on: Sequence[str], other: pd.DataFrame, keys: Sequence[str], wanted: Sequence[str]
) -> pd.DataFrame:
    """`table` with the `wanted` columns of the first row of `other` whose `keys` are what `on` says.

    Where there is none they hold nothing: empty text, False, or no number. Each different key is looked up once.
    """
    first: dict[tuple[Any, ...], int] = {}
    for at, key in enumerate(zip(*(other[name].tolist() for name in keys), strict=True)):
        first.setdefault(key, at)
    pairs = table.groupby(list(on), sort=False).ngroup().to_numpy()
    asked = table[list(on)].drop_duplicates()
    found = np.array([first.get(key, -1) for key in zip(*(asked[name].tolist() for name in on), strict=True)], dtype=int)
    places = found[pairs]
    columns = {name: _taken(other[name], places) for name in wanted}
    return pd.DataFrame({**dict(table.items()), **columns}, table.index, copy=False)


def _taken(column: "pd.Series[Any]", places: Any) -> Any:
    """The values at those places; nothing at place -1."""
    if column.dtype == bool:
        return np.append(column.to_numpy(), False)[places]
    if pd.api.types.is_numeric_dtype(column.dtype):
        return column.array.take(places, allow_fill=True)
    return texts([*column, ""], places)
