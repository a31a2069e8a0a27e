"""How exact a figure is: at least, up to, about, or (empty) just what it says; and what that makes of a sum.

A sum of parts whose bounds differ is "more or less": it may be more and may be less, and nobody knows by how much.
"""

from collections.abc import Iterable

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


def joint_of_each(bounds: pd.Series, codes: Ints, size: int) -> list[str]:
    """The same for many sums at once: `codes` says for each part which of the `size` sums it is in."""
    seen = np.zeros((size, len(BOUNDS)), dtype=np.bool_)
    seen[codes, bounds.map({bound: place for place, bound in enumerate(BOUNDS)}).to_numpy(dtype=np.int64)] = True
    given = seen[:, 1:]
    one = np.where(given.sum(axis=1) > 1, BOUNDS.index(MORE_OR_LESS), (given * np.arange(1, len(BOUNDS))).sum(axis=1))
    return [BOUNDS[place] for place in one]
