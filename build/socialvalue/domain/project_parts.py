"""Which projects are parts of others, at any depth."""

import pandas as pd

from socialvalue.domain.parts import DEEPEST


def parts_of(projects: pd.DataFrame) -> pd.DataFrame:
    """A row for each project and each one that holds it: project, whole. A circle ends where it would begin again."""
    holders = dict(zip(projects["project"], projects["part_of"], strict=True))
    found = []
    for project, holder in holders.items():
        whole = holder
        for _ in range(DEEPEST):
            if whole in ("", project):
                break
            found.append((project, whole))
            whole = holders.get(whole, "")
    return pd.DataFrame(found, columns=["project", "whole"]).drop_duplicates()
