"""Go through a frame row by row, where whole columns will not do."""

from collections import namedtuple
from collections.abc import Iterator
from functools import cache
from typing import Any

import pandas as pd


def rows(frame: pd.DataFrame) -> Iterator[Any]:
    """The rows as named tuples, a field for each column. One without a Python name is called by its place: _0."""
    if not len(frame):
        return iter(())
    made = _row(tuple(map(str, frame.columns)))._make
    return map(made, zip(*(column.to_numpy(dtype=object).tolist() for _, column in frame.items()), strict=True))


@cache
def _row(names: tuple[str, ...]) -> Any:
    """The class of such rows. Making one takes longer than going through a short frame."""
    return namedtuple("Row", names, rename=True)
