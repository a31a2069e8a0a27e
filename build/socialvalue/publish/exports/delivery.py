"""For each project and measure: what was promised, what has come, and the rating."""

import pandas as pd

from socialvalue.publish.export import Export
from socialvalue.publish.site import Site


def table(site: Site) -> pd.DataFrame:
    return site.frame("delivery")


EXPORT = Export(name="delivery", table=table)
