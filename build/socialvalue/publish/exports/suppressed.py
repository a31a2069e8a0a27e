"""Every line that is hidden because few people stand behind it: which one and why, never how many."""

import pandas as pd

from socialvalue.publish.export import Export
from socialvalue.publish.site import Site


def table(site: Site) -> pd.DataFrame:
    return site.frame("suppressed")


EXPORT = Export(name="suppressed", table=table)
