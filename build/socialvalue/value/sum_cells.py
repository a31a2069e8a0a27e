"""Number the rows behind each published sum, for all dimensions in one go."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

import numpy as np
import pandas as pd

from socialvalue.domain.look_up import coded
from socialvalue.records import Ints, held


class Cells(NamedTuple):
    """The cells of a table of sums, in order, and what lies behind them: one entry for each row and dimension."""

    keys: pd.DataFrame
    """One row per cell: dimension, member and the columns that were asked for."""
    places: Ints
    """The place of each entry's row."""
    codes: Ints
    """The place of each entry's cell."""


def cells_of(found: pd.DataFrame, members: Mapping[str, pd.Series], by: Sequence[str]) -> Cells:
    """Sort the rows of `found` into cells by dimension, member (`members` names each row's, or none) and `by`."""
    shared, shared_names = _numbered(found, by)
    size = len(shared_names)
    places, codes, dimensions, names = [], [], [], []
    start = 0
    for dimension, member in members.items():
        has = np.flatnonzero((member != "").to_numpy())
        own, known = _members(member, has)
        places.append(has)
        codes.append((start + own.astype(np.int64)) * size + shared[has])
        dimensions += [dimension] * len(known)
        names += list(known)
        start += len(known)
    used, cells = np.unique(np.concatenate(codes), return_inverse=True)
    of_member, of_shared = np.divmod(used, max(size, 1))
    columns = [np.array(part, dtype=object)[of_member] for part in (dimensions, names)]
    keys = pd.DataFrame(dict(zip(("dimension", "member"), columns, strict=True)))
    for place, name in enumerate(by):
        keys[name] = np.array([cell[place] for cell in shared_names], dtype=object)[of_shared]
    return Cells(keys, np.concatenate(places).astype(np.int64), cells.astype(np.int64))


def held_once(found: pd.DataFrame, columns: Iterable[str]) -> pd.DataFrame:
    """The rows with each different text of these columns held once, so that many tables of sums are sorted sooner."""
    return found.assign(**{name: found[name].astype("category") for name in columns})


def _members(member: "pd.Series[Any]", has: Ints) -> tuple[Ints, Sequence[str]]:
    """The number of each of these rows' members among all that they have, in order, and these."""
    if member.dtype != "category":
        own, known = pd.factorize(member.to_numpy(dtype=object)[has], sort=True)
        return own, list(known)
    codes, names = held(member)
    used, own = np.unique(codes[has], return_inverse=True)
    return own, [names[code] for code in used]


def different(names: pd.Series, places: Ints, codes: Ints, size: int) -> Ints:
    """How many different names are behind each of `size` sums: of the rows at `places`, each in the sum of its code."""
    own, known = pd.factorize(names.to_numpy(dtype=object))
    width = max(len(known), 1)
    pairs = np.unique(codes * width + own[places])
    found: Ints = np.bincount(pairs // width, minlength=size)
    return found


def _numbered(found: pd.DataFrame, by: Sequence[str]) -> tuple[Ints, list[tuple[str, ...]]]:
    """The number of each row's cells in the columns `by`, and those cells in order."""
    codes, first = coded(found, by)
    cells = list(zip(*(found[name].iloc[first].tolist() for name in by), strict=True))
    order = sorted(range(len(cells)), key=cells.__getitem__)
    ranks = np.empty(len(cells), dtype=np.int64)
    ranks[order] = np.arange(len(cells))
    return ranks[codes], [cells[place] for place in order]
