"""Small counts of people put together over a year, where their sum may be shown."""

import pandas as pd

from socialvalue.publish.export import Export
from socialvalue.publish.site import Site


def table(site: Site) -> pd.DataFrame:
    return site.frame("pools")


EXPORT = Export(name="pools", table=table)
