"""What was delivered and promised, in the unit of each measure."""

import pandas as pd

from socialvalue.publish.export import Export
from socialvalue.publish.site import Site


def table(site: Site) -> pd.DataFrame:
    found = site.frame("counts")
    return found.assign(dimension=found["dimension"].replace("return_id", "return"))


EXPORT = Export(name="counts", table=table)
