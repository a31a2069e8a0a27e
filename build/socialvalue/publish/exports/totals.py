"""Sums of published values, by kind and status; never across kinds."""

import pandas as pd

from socialvalue.publish.export import Export
from socialvalue.publish.site import Site

MONEY = ("gross", "deducted", "net", "real", "low", "high")


def table(site: Site) -> pd.DataFrame:
    found = site.frame("totals").rename(columns={name: f"{name}_gbp" for name in MONEY})
    return found.assign(
        dimension=found["dimension"].replace("return_id", "return"),
        real_year=site.settings.real_year,
        deflator_vintage=site.vintage,
    )


EXPORT = Export(name="totals", table=table, pence=tuple(f"{name}_gbp" for name in MONEY))
