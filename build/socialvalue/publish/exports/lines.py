"""Every accepted line, as it was reported."""

import pandas as pd

from socialvalue.publish.export import Export
from socialvalue.publish.site import Site
from socialvalue.publish.words import decimal

COLUMNS = [
    *(
        "key",
        "programme",
        "project",
        "return_id",
        "line",
        "measure",
        "quantity",
        "unit",
        "bound",
        "headcount",
    ),
    *(
        "start",
        "end",
        "area",
        "organisation",
        "tier",
        "status",
        "counted",
        "part_of",
        "confidence",
        "public_note",
    ),
]


def table(site: Site) -> pd.DataFrame:
    found = site.frame("lines")[COLUMNS].copy()
    found["quantity"] = found["quantity"].map(decimal)
    found["counted"] = found["counted"].map({True: "yes", False: "no"})
    return found


EXPORT = Export(
    name="lines", title="Lines", what="Every reported line: what, how much, where, how sure.", table=table
)
