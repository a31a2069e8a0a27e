"""What corrections changed: each line of a return that was replaced, before and after."""

import pandas as pd

from socialvalue.publish.export import Export
from socialvalue.publish.site import Site

MONEY = ("net_before", "net_after", "difference")


def table(site: Site) -> pd.DataFrame:
    return site.frame("ledger").rename(
        columns={"return_id": "return", "by": "replaced_by", **{name: f"{name}_gbp" for name in MONEY}}
    )


EXPORT = Export(name="ledger", table=table, pence=tuple(f"{name}_gbp" for name in MONEY))
