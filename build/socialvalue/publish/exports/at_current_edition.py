"""What contracts of an earlier edition would be worth at the current one, beside what is published."""

import pandas as pd

from socialvalue.publish.export import Export
from socialvalue.publish.site import Site

MONEY = ("net", "net_current", "difference")


def table(site: Site) -> pd.DataFrame:
    columns = ["key", "programme", "project", "measure"]
    places = pd.concat([site.frame("lines")[columns], site.frame("targets")[columns]])
    return (
        site.frame("at_current_edition")
        .merge(places, on="key")
        .rename(columns={"unit_value": "unit_value_current", **{name: f"{name}_gbp" for name in MONEY}})
    )


EXPORT = Export(name="at-current-edition", table=table, pence=tuple(f"{name}_gbp" for name in MONEY))
