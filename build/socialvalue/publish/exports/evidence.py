"""What shows that lines are true."""

import pandas as pd

from socialvalue.publish.export import Export
from socialvalue.publish.site import Site


def table(site: Site) -> pd.DataFrame:
    returns = site.frame("returns")[["owner", "project"]].merge(site.frame("projects")[["project", "programme"]])
    return site.frame("evidence").merge(returns, on="owner").rename(columns={"owner": "return"})


EXPORT = Export(name="evidence", table=table)
