"""Which projects are parts of others, at any depth."""

from collections import defaultdict

import pandas as pd


def parts_of(projects: pd.DataFrame) -> pd.DataFrame:
    """A row for each project and each one that holds it, at any depth: project, whole.

    `projects` has project and part_of. A project may stand there more than once, where several hold it or once did;
    no circle is followed twice.
    """
    holders: defaultdict[str, list[str]] = defaultdict(list)
    for project, holder in zip(projects["project"], projects["part_of"], strict=True):
        if holder:
            holders[project].append(holder)
    found: dict[tuple[str, str], None] = {}
    for project in list(holders):
        ahead = list(holders[project])
        while ahead:
            whole = ahead.pop(0)
            if whole != project and (project, whole) not in found:
                found[project, whole] = None
                ahead += holders.get(whole, ())
    return pd.DataFrame(list(found), columns=["project", "whole"])
