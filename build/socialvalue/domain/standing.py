"""Which lines stand, and which of those count: nothing is counted twice, and days are never added to days."""

from collections.abc import Mapping

import numpy as np
import pandas as pd

from socialvalue.domain.look_up import coded
from socialvalue.domain.parts import held_by_same, holders
from socialvalue.records import Flags


def stands(owners: "pd.Series[str]", after: Mapping[str, str]) -> "pd.Series[bool]":
    """Whether each return stands: `after` holds those that another one replaced."""
    return ~owners.isin(list(after))


def latest(lines: pd.DataFrame, stock: Flags) -> Flags:
    """False for a stock (a count on one day) that the same project has counted again since: stocks are never added."""
    if not stock.any():
        return np.ones(len(lines), dtype=np.bool_)
    days = pd.Series(pd.factorize(lines["end"], sort=True)[0], index=lines.index)  # as numbers: texts go one by one
    last = days.groupby([lines[name] for name in ("project", "framework", "measure")], observed=True).transform("max")
    found: Flags = ~stock | (days == last).to_numpy()
    return found


def once(found: pd.DataFrame, live: Flags) -> Flags:
    """False for a part of another live row that counts the same measure; `held_in` is the key of what holds a row."""
    measures, _ = coded(found, ["framework", "measure"])
    return ~held_by_same(holders(found["key"], found["held_in"]), measures, live)
