"""How exact a figure is: at least, up to, about, or (empty) just what it says; and what that makes of a sum.

A sum of parts whose bounds differ is "more or less": it may be more and may be less, and nobody knows by how much.
"""

from collections.abc import Iterable, Sequence

import numpy as np
import pandas as pd

from socialvalue.records import Ints

MORE_OR_LESS = "more or less"
BOUNDS = ("", "at least", "up to", "about", MORE_OR_LESS)


def joint(bounds: Iterable[str]) -> str:
    """The bound of a sum: that of its parts (an exact part changes nothing), or "more or less" where they differ."""
    given = set(bounds) - {""}
    return given.pop() if len(given) == 1 else MORE_OR_LESS if given else ""


def of_share(part: str, whole: str) -> str:
    """The bound of a share: that of its part, and the opposite of that of its whole."""
    return joint((part, {"at least": "up to", "up to": "at least"}.get(whole, whole)))


def surely_less(less: tuple[int, str], more: tuple[int, str]) -> bool:
    """Whether a figure with its bound is less than another, whatever the bounds of both leave open."""
    return less[1] in ("", "up to") and more[1] in ("", "at least") and less[0] < more[0]


def surely_most(given: Sequence[tuple[int, str]]) -> int | None:
    """The place of the figure that is more than each of the others, whatever bounds leave open; None where none is."""
    place = max(range(len(given)), key=lambda at: given[at][0], default=None)
    if place is None:
        return None
    others = (each for at, each in enumerate(given) if at != place)
    return place if all(surely_less(each, given[place]) for each in others) else None


def joint_of_each(bounds: pd.Series, places: Ints, codes: Ints, size: int) -> list[str]:
    """The same for many sums at once: `places` says for each part which row of `bounds` it is of, and `codes` which of
    the `size` sums it is in."""
    ranks = bounds.map({bound: rank for rank, bound in enumerate(BOUNDS)}).to_numpy(dtype=np.int64)
    seen = np.zeros((size, len(BOUNDS)), dtype=np.bool_)
    seen[codes, ranks[places]] = True
    given = seen[:, 1:]
    one = np.where(given.sum(axis=1) > 1, BOUNDS.index(MORE_OR_LESS), (given * np.arange(1, len(BOUNDS))).sum(axis=1))
    return [BOUNDS[place] for place in one]
