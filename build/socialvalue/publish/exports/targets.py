"""Every promise and forecast, with those that were replaced."""

import pandas as pd

from socialvalue.publish.export import Export
from socialvalue.publish.site import Site


def table(site: Site) -> pd.DataFrame:
    return site.frame("targets")


EXPORT = Export(name="targets", table=table)
