"""What was taken off each gross value, step by step."""

import pandas as pd

from socialvalue.publish.export import Export
from socialvalue.publish.site import Site


def table(site: Site) -> pd.DataFrame:
    places = site.frame("values")[["key", "programme", "project", "bound"]].drop_duplicates()
    return site.frame("steps").merge(places, on="key").rename(columns={"taken": "taken_gbp"})


EXPORT = Export(name="steps", table=table, pence=("taken_gbp",))
