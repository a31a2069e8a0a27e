"""Number rows by what they share, so that each different case is worked out once, however many rows it has."""

from collections.abc import Sequence

import numpy as np
import pandas as pd

from socialvalue.value.exact import Ints


def coded(frame: pd.DataFrame, columns: Sequence[str]) -> tuple[Ints, Ints]:
    """The number of each row's group (rows alike in `columns`), and the place of each group's first row.

    Groups are numbered in the order in which they first appear.
    """
    codes = np.zeros(len(frame), dtype=np.int64)
    for column in columns:
        own, seen = pd.factorize(frame[column].to_numpy(), use_na_sentinel=False)
        codes, _ = pd.factorize(codes * max(len(seen), 1) + own)
    codes = codes.astype(np.int64)
    first = np.zeros(codes.max(initial=-1) + 1, dtype=np.int64)
    first[codes[::-1]] = np.arange(len(codes))[::-1]
    return codes, first


def ordered(frame: pd.DataFrame, columns: Sequence[str]) -> pd.DataFrame:
    """The rows in the order of some columns of text, the first one first; numbered anew."""
    keys = [pd.factorize(frame[column].to_numpy(), sort=True)[0] for column in reversed(columns)]
    return frame.take(np.lexsort(keys)).reset_index(drop=True)
