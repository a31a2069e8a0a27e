"""Every accepted return."""

import pandas as pd

from socialvalue.publish.export import Export
from socialvalue.publish.site import Site


def table(site: Site) -> pd.DataFrame:
    programmes = site.frame("projects")[["project", "programme"]]
    return site.frame("returns").merge(programmes, on="project").rename(columns={"owner": "return"})


EXPORT = Export(name="returns", table=table)
