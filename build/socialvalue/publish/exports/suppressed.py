"""Every line that is hidden so that nobody can be recognised: which one and why, never how many."""

import pandas as pd

from socialvalue.publish.export import Export
from socialvalue.publish.site import Site
from socialvalue.publish.words.reasons import no_value_in_english


def table(site: Site) -> pd.DataFrame:
    found = site.frame("suppressed")
    return found.assign(words=[no_value_in_english(reason, ()) for reason in found["reason"]])


EXPORT = Export(name="suppressed", table=table)
