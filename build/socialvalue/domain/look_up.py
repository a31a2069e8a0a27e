"""Put beside each row what is known of what it names: each different case is looked up once, however many rows."""

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
import pandas as pd

from socialvalue.records import Ints, held, texts


def coded(frame: pd.DataFrame, columns: Sequence[str]) -> tuple[Ints, Ints]:
    """The number of each row's group (rows alike in `columns`), and the place of each group's first row.

    Groups are numbered in the order in which they first appear.
    """
    codes = np.zeros(len(frame), dtype=np.int64)
    for column in columns:
        own, many = _numbers(frame[column])
        codes, _ = pd.factorize(codes * max(many, 1) + own)
    codes = codes.astype(np.int64)
    first = np.zeros(codes.max(initial=-1) + 1, dtype=np.int64)
    first[codes[::-1]] = np.arange(len(codes))[::-1]
    return codes, first


def ordered(frame: pd.DataFrame, columns: Sequence[str]) -> pd.DataFrame:
    """The rows in the order of some columns of text, the first one first; numbered anew."""
    keys = [pd.factorize(frame[column].to_numpy(), sort=True)[0] for column in reversed(columns)]
    return frame.take(np.lexsort(keys)).reset_index(drop=True)


def rows_apart(frame: pd.DataFrame, column: str) -> Callable[[str], pd.DataFrame]:
    """What gives the rows that hold a text in a column: they are told apart once, however often it is asked."""
    places = frame.groupby(column, observed=True, sort=False).indices
    return lambda text: frame.iloc[places.get(text, [])]


def beside(
    table: pd.DataFrame, on: Sequence[str], other: pd.DataFrame, keys: Sequence[str], wanted: Sequence[str]
) -> pd.DataFrame:
    """`table` with the `wanted` columns of the first row of `other` whose `keys` are what `on` says.

    Where there is none they hold nothing: empty text, False, or no number.
    """
    places = _places(table, on, other, keys)
    columns: dict[Any, Any] = dict(table.items())
    columns |= {name: _taken(other[name], places) for name in wanted}
    return pd.DataFrame(columns, table.index, copy=False)


def looked_up(found: pd.DataFrame, table: pd.DataFrame, by: str, column: str, none: str | bool) -> Any:
    """One column of a framework's table (measures or units) for each row, as an array; `none` if it has no such row.

    Two frameworks may give one code to different things, so a code is always looked up with its framework.
    """
    places = _places(found, ["framework", by], table, ["owner", by])
    cells = np.empty(len(table) + 1, dtype=np.bool_ if none is False else object)
    cells[:-1], cells[-1] = table[column].to_numpy(), none
    return cells[places]


def _places(table: pd.DataFrame, on: Sequence[str], other: pd.DataFrame, keys: Sequence[str]) -> Ints:
    """For each row the place in `other` of the first row whose `keys` are what `on` says; -1 for none."""
    known: dict[tuple[Any, ...], int] = {}
    for place, key in enumerate(zip(*(other[name].tolist() for name in keys), strict=True)):
        known.setdefault(key, place)
    codes, first = coded(table, on)
    asked = zip(*(table[name].iloc[first].tolist() for name in on), strict=True)
    found: Ints = np.array([known.get(key, -1) for key in asked], dtype=np.int64)[codes]
    return found


def _numbers(column: "pd.Series[Any]") -> tuple[Any, int]:
    """A number for each different cell of a column, and how many there are."""
    if column.dtype == "category":
        codes, different = held(column)
        return codes.astype(np.int64), len(different)
    codes, once = pd.factorize(column.to_numpy(), use_na_sentinel=False)
    return codes, len(once)


def _taken(column: "pd.Series[Any]", places: Ints) -> Any:
    """The values at those places; nothing at place -1."""
    if column.dtype == bool:
        return np.append(column.to_numpy(), False)[places]
    if pd.api.types.is_numeric_dtype(column.dtype):
        return column.array.take(places, allow_fill=True)
    return texts([*column, ""], places, sort=True)
