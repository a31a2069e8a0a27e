"""Every line or target that adds no £ to any total, with the reason."""

import pandas as pd

from socialvalue.publish.export import Export
from socialvalue.publish.site import Site


def table(site: Site) -> pd.DataFrame:
    places = ["key", "programme", "project", "measure"]
    known = pd.concat([site.frame("lines")[places], site.frame("targets")[places]])
    return site.frame("unvalued").merge(known, on="key")


EXPORT = Export(name="unvalued", table=table)
