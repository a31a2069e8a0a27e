"""What was published before, by the names that its projects have now: a rename hides no change."""

from collections.abc import Mapping, Set

import pandas as pd

from socialvalue.domain.remembered import names_now
from socialvalue.records import Checked, plain

OF_RETURN = ("returns", "lines", "evidence", "superseded-lines", "superseded-evidence")
"""The tables whose rows a return owns."""


def published(before: Checked, projects: pd.DataFrame) -> Mapping[str, pd.DataFrame]:
    """The tables of `before`, with each project by the name that `projects` has for it now."""
    now = names_now(projects)
    if not now.keys() & set(before.tables["projects"]["project"]):
        return before.tables
    return {name: _renamed(plain(table), name, now) for name, table in before.tables.items()}


def published_owners(returns: Set[str], before: Checked, projects: pd.DataFrame) -> set[str]:
    """The `returns` that were published, but for those that were held back: each by the name that it has now."""
    now = names_now(projects)
    return {_of_project(owner, now) for owner in returns - set(before.held_back)}


def _renamed(table: pd.DataFrame, name: str, now: Mapping[str, str]) -> pd.DataFrame:
    found = table.copy()
    if "project" in found:
        found["project"] = [now.get(project, project) for project in found["project"]]
    if name in OF_RETURN:
        found["owner"] = [_of_project(owner, now) for owner in found["owner"]]
    if name.endswith("lines"):
        found["part_of"] = [_of_project(part_of, now) for part_of in found["part_of"]]
    return found


def _of_project(key: str, now: Mapping[str, str]) -> str:
    """A key that begins with a project: project/period, project/period#line."""
    project, slash, rest = key.partition("/")
    return f"{now.get(project, project)}{slash}{rest}"
