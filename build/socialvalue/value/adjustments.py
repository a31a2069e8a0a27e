"""Which adjustments apply: for each effect the narrowest one, in a fixed and published order.

Source: HM Treasury, The Green Book, and the Additionality Guide (deadweight, displacement, leakage, substitution).
They multiply and are never added; what a unit value is already net of is never taken off again.
"""

import numpy as np
import pandas as pd

from socialvalue.domain.look_up import coded
from socialvalue.records import Ints

ORDER = ("deadweight", "displacement", "leakage", "substitution", "attribution", "drop-off")
"""The product is the same in any order; the waterfall is not, so the order is fixed."""
SCOPES = {"framework": "", "measure": "measure", "programme": "programme", "project": "project", "line": "key"}
"""From the widest to the narrowest, each with the column that `applies_to` names a cell of."""


def chosen(pairs: pd.DataFrame, adjustments: pd.DataFrame) -> Ints:
    """The place of the adjustment of each effect (columns, in ORDER) for each pair of a line and a unit value; or -1.

    `pairs` has framework, measure, programme, project, key, kind and net_of. Within a scope, a rate for one kind of
    value is narrower than one for all; of two that are alike, the later row applies.
    """
    of_lines = adjustments["scope"] == "line"
    single = pairs["key"].isin(adjustments.loc[of_lines, "applies_to"])
    decides = ["framework", "measure", "programme", "project", "kind", "net_of"]
    cases, first = coded(pairs.assign(line=pairs["key"].where(single, "")), [*decides, "line"])
    asked = pairs.iloc[first]
    found = np.full((len(first), len(ORDER)), -1, dtype=np.int64)
    known = dict(list(adjustments.groupby(["effect", "scope", adjustments["kind"] != ""])))
    for place, effect in enumerate(ORDER):
        for scope, column in SCOPES.items():
            for own_kind in (False, True):
                rates = known.get((effect, scope, own_kind))
                if rates is not None:
                    at = _matching(asked, rates, column, own_kind)
                    found[:, place] = np.where(at >= 0, at, found[:, place])
        if (found[:, place] >= 0).any():
            already = asked["net_of"].map(lambda names, e=effect: e in {name.strip() for name in names.split(";")})
            found[already.to_numpy(dtype=np.bool_), place] = -1
    return found[cases]


def _matching(asked: pd.DataFrame, rates: pd.DataFrame, column: str, own_kind: bool) -> Ints:
    """The place of the row of `rates` for each row of `asked`; -1 for none."""
    rates = rates.drop_duplicates(["owner", "applies_to", "kind"], keep="last")
    none = pd.Series("", index=asked.index, dtype=object)
    wanted = [asked["framework"], asked[column] if column else none, asked["kind"] if own_kind else none]
    offered = pd.MultiIndex.from_frame(rates[["owner", "applies_to", "kind"]])
    at = offered.get_indexer(pd.MultiIndex.from_arrays(wanted))
    return np.where(at >= 0, rates.index.to_numpy(dtype=np.int64)[at], -1)
