"""Put what is known of something beside each row that names it."""

from collections.abc import Sequence
from typing import Any

import numpy as np
import pandas as pd

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
    numbers, asked = _numbered([held(table[name]) for name in on])
    places = np.array([first.get(key, -1) for key in asked], dtype=np.int64)[numbers]
    columns: dict[Any, Any] = dict(table.items())
    columns |= {name: _taken(other[name], places) for name in wanted}
    return pd.DataFrame(columns, table.index, copy=False)


def _numbered(columns: Sequence[tuple[Any, Sequence[str]]]) -> tuple[Any, list[tuple[str, ...]]]:
    """For each row the place of its texts among the different ones, and these; columns are as `held` gives them."""
    codes = np.zeros(len(columns[0][0]), dtype=np.int64)
    for held_here, different in columns:
        codes = codes * len(different) + held_here
    numbers, left = pd.factorize(codes)
    parts: list[list[str]] = []
    for _, different in reversed(columns):
        left, here = np.divmod(left, max(len(different), 1))
        parts.insert(0, [different[at] for at in here])
    return numbers, list(zip(*parts, strict=True))


def _taken(column: "pd.Series[Any]", places: Any) -> Any:
    """The values at those places; nothing at place -1."""
    if column.dtype == bool:
        return np.append(column.to_numpy(), False)[places]
    if pd.api.types.is_numeric_dtype(column.dtype):
        return column.array.take(places, allow_fill=True)
    return texts([*column, ""], places, sort=True)
