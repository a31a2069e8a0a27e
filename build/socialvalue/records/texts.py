"""Hold a column of text as categories: each different text once, so that it is judged and compared once."""

from collections.abc import Sequence
from typing import Any

import numpy as np
import pandas as pd

# As without pyarrow, which `gather` alone brings: a column of few rows takes half the time, and one way is tested.
pd.set_option("mode.string_storage", "python")


def texts(values: Sequence[str], places: Any, sort: bool = False) -> pd.Categorical:
    """A column that holds, in each row, the one of `values` at the place that `places` says for that row.

    With `sort`, rows sort by it as by plain text; otherwise as the texts first came.
    """
    numbers, once = pd.factorize(np.array(values, dtype=object), sort=sort)
    return different(once, numbers[places])


def different(values: Any, places: Any) -> pd.Categorical:
    """The same, of `values` (a sequence of texts) that are all different."""
    return pd.Categorical.from_codes(places, pd.Index(values, dtype=object), validate=False)


def held(column: "pd.Series[str]") -> tuple[Any, list[str]]:
    """For each row of a column the place of its text among the different ones, and these."""
    if column.dtype == "category":
        found: Any = column.array
        return found.codes, list(found.categories)
    places, different = pd.factorize(column.to_numpy(dtype=object))
    return places, list(different)


def same(one: "pd.Series[str]", other: "pd.Series[str]") -> "pd.Series[bool]":
    """Whether two columns of categories hold the same text, row by row."""
    alike: Any = other.cat.set_categories(one.cat.categories)  # only these can be compared
    return one.eq(alike)


def plain(frame: pd.DataFrame) -> pd.DataFrame:
    """The frame with its categories as plain text."""
    columns = {name: column.astype(object) if column.dtype == "category" else column for name, column in frame.items()}
    return pd.DataFrame(columns, frame.index, copy=False)
