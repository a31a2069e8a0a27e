"""What shows that lines are true."""

import pandas as pd

from socialvalue.publish.export import Export
from socialvalue.publish.site import Site


def table(site: Site) -> pd.DataFrame:
    found = site.frame("evidence").rename(columns={"owner": "return"})
    projects = site.frame("projects")[["project", "programme"]]
    owners = [owner.partition("/")[0] for owner in found["return"]]
    return found.assign(project=owners).merge(projects, on="project")


EXPORT = Export(name="evidence", table=table)
