"""Every accepted line, as it was reported."""

import pandas as pd

from socialvalue.publish.export import Export
from socialvalue.publish.site import Site


def table(site: Site) -> pd.DataFrame:
    lines = site.frame("lines")
    return lines.assign(part_of=lines["held_in"]).rename(columns={"return_id": "return"})


EXPORT = Export(name="lines", table=table)
