"""Which adjustments apply to a line: for each effect the narrowest one, in a fixed and published order."""

from typing import Any, NamedTuple

import pandas as pd

from socialvalue.records import rows

ORDER = ("deadweight", "displacement", "leakage", "substitution", "attribution", "drop-off")
"""The product is the same in any order; the waterfall is not, so the order is fixed."""
SCOPES = ("framework", "measure", "programme", "project", "line")


class Chosen(NamedTuple):
    """One adjustment that applies, with its rate in millionths."""

    adjustment: str
    effect: str
    rate: int


def choose(row: Any, unit_value: Any, adjustments: pd.DataFrame) -> tuple[Chosen, ...]:
    """The narrowest adjustment of each effect for this line and kind; none that the unit value is net of."""
    net_of = {effect.strip() for effect in unit_value.net_of.split(";")}
    keys = {
        "framework": "",
        "measure": row.measure,
        "programme": row.programme,
        "project": row.project,
        "line": row.key,
    }
    found: dict[str, tuple[int, Chosen]] = {}
    for adjustment in rows(adjustments[adjustments["owner"] == row.framework]):
        width = SCOPES.index(adjustment.scope)
        fits = adjustment.applies_to == keys[adjustment.scope] and adjustment.kind in ("", unit_value.kind)
        if fits and adjustment.effect not in net_of and width >= found.get(adjustment.effect, (-1,))[0]:
            found[adjustment.effect] = (
                width,
                Chosen(adjustment.adjustment, adjustment.effect, int(adjustment.rate)),
            )
    return tuple(chosen for _, chosen in found.values())
