"""Which columns name what: for each kind of thing its table, its key, and what else people call it by."""

from collections.abc import Mapping
from typing import NamedTuple


class Named(NamedTuple):
    """A kind of thing that rows name."""

    table: str
    key: str
    called: tuple[str, ...] = ()
    """The columns of its table that people also call it by, the first of them its name."""
    columns: tuple[str, ...] = ()
    """The columns, of any table, that hold its key."""


NAMED: Mapping[str, Named] = {
    "area": Named("areas", "area", ("name", "short_name", "slug"), ("area",)),
    "area_set": Named("area-sets", "area_set", ("name",), ("area_set", "local_area_set")),
    "evidence": Named("evidence", "evidence", ("title",), ("evidence",)),
    "measure": Named("measures", "measure", ("name", "plain_name"), ("measure",)),
    "organisation": Named(
        "organisations", "organisation", ("name",), ("organisation", "promoter", "led_by", "checked_by")
    ),
    "programme": Named("programmes", "programme", ("name",), ("programme",)),
    "project": Named("projects", "project", ("name", "renamed_from"), ("project",)),
    "unit": Named("units", "unit", ("many", "one"), ("unit",)),
}
"""What a reader or an officer calls by a name or a code."""
REFERS_TO: Mapping[str, str] = {column: kind for kind, named in NAMED.items() for column in named.columns}
"""Columns that hold the name or code of something, and of what."""
TABLE_OF: Mapping[str, str] = {
    **{column: named.table for named in NAMED.values() for column in named.columns},
    **{"source": "sources", "within": "areas"},
}
"""Columns that hold the key of a row of another table, and of which."""
KEYS: Mapping[str, str] = {
    **{named.table: named.key for named in NAMED.values()},
    **{"lines": "key", "targets": "key", "unvalued": "key", "returns": "owner"},
    **{"published-figures": "figure", "sources": "source", "themes": "theme", "models": "model"},
}
"""The column that a row of each table is known by: of lines and targets as valuing hands them on."""
