"""Which adjustments apply: for each effect the narrowest one, in a fixed and published order.

Source: HM Treasury, The Green Book, and the Additionality Guide (deadweight, displacement, leakage, substitution).
They multiply and are never added; what a unit value is already net of is never taken off again.
"""

from collections.abc import Sequence
from itertools import product

import numpy as np
import pandas as pd

from socialvalue.domain.look_up import coded
from socialvalue.records import Ints

ORDER = ("deadweight", "displacement", "leakage", "substitution", "attribution", "drop-off")
"""The product is the same in any order; the waterfall is not, so the order is fixed."""
SCOPES = {"framework": "", "measure": "measure", "programme": "programme", "project": "project", "line": "key"}
"""From the widest to the narrowest, each with the column that `applies_to` names a cell of."""

OWN = ("kind", "edition")
"""What a rate may be for alone, the weightiest first."""


def chosen(pairs: pd.DataFrame, adjustments: pd.DataFrame) -> Ints:
    """The place of the adjustment of each effect (columns, in ORDER) for each pair of a line and a unit value; or -1.

    `pairs` has framework, edition, measure, programme, project, key, kind and net_of. Within a scope, a rate for one
    kind of value is narrower than one for all, and then so is one for one edition; of two alike, the later row applies.
    """
    of_lines = adjustments["scope"] == "line"
    single = pairs["key"].isin(adjustments.loc[of_lines, "applies_to"])
    decides = ["framework", "edition", "measure", "programme", "project", "kind", "net_of"]
    cases, first = coded(pairs.assign(line=pairs["key"].where(single, "")), [*decides, "line"])
    asked = pairs.iloc[first]
    found = np.full((len(first), len(ORDER)), -1, dtype=np.int64)
    narrow = [(adjustments[column] != "").rename(f"own_{column}") for column in OWN]
    known = dict(list(adjustments.groupby(["effect", "scope", *narrow])))
    for place, effect in enumerate(ORDER):
        for scope, column in SCOPES.items():
            for own in product((False, True), repeat=len(OWN)):
                rates = known.get((effect, scope, *own))
                if rates is not None:
                    at = _matching(asked, rates, column, own)
                    found[:, place] = np.where(at >= 0, at, found[:, place])
        if (found[:, place] >= 0).any():
            already = asked["net_of"].map(lambda names, e=effect: e in {name.strip() for name in names.split(";")})
            found[already.to_numpy(dtype=np.bool_), place] = -1
    return found[cases]


def _matching(asked: pd.DataFrame, rates: pd.DataFrame, column: str, own: Sequence[bool]) -> Ints:
    """The place of the row of `rates` for each row of `asked`; -1 for none. `own`: whether they name what OWN says."""
    rates = rates.drop_duplicates(["owner", "applies_to", *OWN], keep="last")
    none = pd.Series("", index=asked.index, dtype=object)
    wanted = [asked["framework"], asked[column] if column else none]
    wanted += [asked[name] if named else none for name, named in zip(OWN, own, strict=True)]
    offered = pd.MultiIndex.from_frame(rates[["owner", "applies_to", *OWN]])
    at = offered.get_indexer(pd.MultiIndex.from_arrays(wanted))
    return np.where(at >= 0, rates.index.to_numpy(dtype=np.int64)[at], -1)
