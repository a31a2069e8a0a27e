"""For each project and measure: what was promised, what has come, and the rating."""

import pandas as pd

from socialvalue.publish.export import Export
from socialvalue.publish.site import Site
from socialvalue.publish.words.reasons import why_in_english


def table(site: Site) -> pd.DataFrame:
    return site.frame("delivery").assign(why=[why_in_english(row) for row in site.delivery()])


EXPORT = Export(name="delivery", table=table)
