"""What is wrong with the cells of a column, before it is put into words."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from socialvalue.check.cells import BadCell


@dataclass(frozen=True)
class BadCells:
    """One column's wrong texts and the rows that hold them."""

    table: pd.DataFrame
    field: Mapping[str, Any]
    own_key: bool
    """Whether the column is the key of its own table, so that no other table knows what was meant."""
    codes: np.ndarray[Any, np.dtype[np.intp]]
    texts: Any
    wrong: Mapping[int, BadCell]
