"""Go through a frame row by row, where whole columns will not do."""

from collections.abc import Iterator
from typing import Any

import pandas as pd


def rows(frame: pd.DataFrame) -> Iterator[Any]:
    """The rows as named tuples, a field for each column. Column names must be Python names."""
    return iter(frame.itertuples(index=False) if len(frame) else ())
