"""The table of returns: one row for each, from its descriptor and its folder."""

import re
from collections.abc import Mapping
from typing import Any

import pandas as pd

from socialvalue.domain.invented import says_invented
from socialvalue.domain.successions import successors
from socialvalue.records import Source

DAY = re.compile(r"(19|2[01])[0-9]{2}-[0-9]{2}-[0-9]{2}", re.ASCII)
"""Within the years of domain/years.py."""
COLUMNS = {
    "title": ("title",),
    "version": ("version",),
    "named": ("name",),
    "said_project": ("project",),
    "start": ("period", "start"),
    "end": ("period", "end"),
    "words": ("period", "words"),
    "framework": ("framework",),
    "edition": ("edition",),
    "basis": ("basis",),
    "organisation": ("submitted_by", "organisation"),
    "team": ("submitted_by", "team"),
    "mailbox": ("submitted_by", "mailbox"),
    "received_on": ("received_on",),
    "compiled_on": ("compiled_on",),
    "supersedes": ("supersedes",),
    "reason": ("reason",),
}
"""Columns that hold text, and where in the descriptor it stands."""
FLAGS = {
    "approximate": ("period", "approximate"),
    "withdraws": ("withdraws",),
    "only_this_contract": ("attestations", "only_this_contract_and_period"),
    "of_this_contract": ("attestations", "commitment_of_this_contract"),
}
"""Columns that hold yes or no."""


def returns_of(source: Source) -> pd.DataFrame:
    """One row per return: file (its descriptor), owner (project/period), filed_under (the
    programme's folder; empty outside the data), project and period as the
    folders say, then what the descriptor says, and whether title and description
    say that it is invented. Whatever is not there, or not text, is empty."""
    rows = []
    for owner, place in source.places.items():
        descriptor = source.descriptors.get(owner, {})
        project, _, period = owner.partition("/")
        parts = place.split("/")
        inside = len(parts) == 4 and parts[0] == "returns"
        rows.append(
            {
                "file": f"{place}/datapackage.json",
                "owner": owner,
                "filed_under": parts[1] if inside else "",
                "project": project,
                "period": period,
                **{column: _text(descriptor, path) for column, path in COLUMNS.items()},
                **{column: _found(descriptor, path) is True for column, path in FLAGS.items()},
                "invented": says_invented(_text(descriptor, ("title",)), _text(descriptor, ("description",))),
                "superseded_by": "",
            }
        )
    names = ["file", "owner", "filed_under", "project", "period", *COLUMNS, *FLAGS, "invented", "superseded_by"]
    index = pd.RangeIndex(len(rows))
    kinds = dict.fromkeys((*FLAGS, "invented"), bool)
    found = {name: pd.Series([row[name] for row in rows], index, kinds.get(name, object)) for name in names}
    return pd.DataFrame(found, index, copy=False)


def superseded(returns: pd.DataFrame) -> pd.DataFrame:
    """The returns with `superseded_by` filled in: the return that replaced each, or empty."""
    by = successors(returns)
    found = [by.get(owner, "") for owner in returns["owner"]]
    return returns.assign(superseded_by=pd.Series(found, index=returns.index, dtype=object))


def _found(descriptor: Mapping[str, Any], path: tuple[str, ...]) -> Any:
    value: Any = descriptor
    for key in path:
        if not isinstance(value, dict):
            return None
        value = value.get(key)
    return value


def _text(descriptor: Mapping[str, Any], path: tuple[str, ...]) -> str:
    value = _found(descriptor, path)
    if path[0] == "period" and path[-1] in ("start", "end") and not (isinstance(value, str) and DAY.fullmatch(value)):
        return ""  # the profile tells of it; compared as text it would lie anywhere in time
    return value if isinstance(value, str) else ""
