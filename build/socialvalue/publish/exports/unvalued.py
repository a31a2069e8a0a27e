"""Every line or target that adds no £ to any total, with the reason."""

import pandas as pd

from socialvalue.publish.export import Export
from socialvalue.publish.site import Site
from socialvalue.publish.words.reasons import no_value_in_english


def table(site: Site) -> pd.DataFrame:
    places = ["key", "programme", "project", "measure"]
    known = pd.concat([site.frame("lines")[places], site.frame("targets")[places]])
    found = site.frame("unvalued").merge(known, on="key")
    pairs = zip(found["reason"], found["facts"], strict=True)
    return found.assign(words=[no_value_in_english(reason, facts) for reason, facts in pairs])


EXPORT = Export(name="unvalued", table=table)
