"""Hold a column of text as categories: each different text once, so that it is judged and compared once."""

from collections.abc import Sequence
from typing import Any

import numpy as np
import pandas as pd


def texts(values: Sequence[str], places: Any) -> pd.Categorical:
    """A column that holds, in each row, the one of `values` at the place that `places` says for that row."""
    numbers, different = pd.factorize(np.array(values, dtype=object))
    return pd.Categorical.from_codes(numbers[places], pd.Index(different, dtype=object), validate=False)


def same(one: "pd.Series[str]", other: "pd.Series[str]") -> "pd.Series[bool]":
    """Whether two columns of categories hold the same text, row by row."""
    return one.eq(other.cat.set_categories(one.cat.categories))


def plain(frame: pd.DataFrame) -> pd.DataFrame:
    """The frame with its categories as plain text."""
    return frame.astype({name: object for name, kind in frame.dtypes.items() if kind == "category"})
