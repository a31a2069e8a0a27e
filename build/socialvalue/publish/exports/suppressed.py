"""Every line that is hidden so that nobody can be recognised: which one and why, never how many."""

import pandas as pd

from socialvalue.publish.export import Export
from socialvalue.publish.site import Site


def table(site: Site) -> pd.DataFrame:
    return site.frame("suppressed")


EXPORT = Export(name="suppressed", table=table)
