"""Every £, with all that a researcher needs to work it out again to the penny."""

import pandas as pd

from socialvalue.publish.export import Export
from socialvalue.publish.site import Site

MONEY = ("gross", "deducted", "net", "real", "low", "high")


def table(site: Site) -> pd.DataFrame:
    counted = ["key", "quantity", "unit"]
    amounts = pd.concat([site.frame("lines")[counted], site.frame("targets")[counted]])
    prices = site.frame("unit-values")[["owner", "unit_value", "value_gbp", "price_year"]]
    found = site.frame("values").merge(amounts, on="key")
    found = found.merge(prices, left_on=["framework", "unit_value"], right_on=["owner", "unit_value"])
    named = {"return_id": "return", "factor": "uprating", **{name: f"{name}_gbp" for name in MONEY}}
    return found.rename(columns=named).assign(real_year=site.settings.real_year, deflator_vintage=site.vintage)


EXPORT = Export(name="values", table=table, pence=tuple(f"{name}_gbp" for name in MONEY))
