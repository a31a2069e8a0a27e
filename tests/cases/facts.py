"""The facts of a case as a checked repository: only what the case names is in it."""

from collections.abc import Mapping, Sequence
from typing import Any

from socialvalue.records import Checked
from value.invented import MEASURES, fields, repository

Row = Mapping[str, Any]
ARGUMENTS = {
    "lines": "lines",
    "unit-values": "unit_values",
    "adjustments": "adjustments",
    "targets": "targets",
    "target-profiles": "profiles",
    "returns": "returns",
    "projects": "projects",
    "measures": "measures",
    "deflators": "deflators",
    "editions": "editions",
}
OF_RETURN = ("return", "start", "end", "framework", "edition", "basis", "supersedes", "reason", "received_on")


def repository_of(given: Mapping[str, Sequence[Row]]) -> Checked:
    """What passed the check of a repository that holds these rows."""
    if odd := set(given) - set(ARGUMENTS):
        raise ValueError(f"given has no {sorted(odd)}: it may have {', '.join(ARGUMENTS)}")
    arguments: dict[str, Any] = {ARGUMENTS[table]: [_row(table, row) for row in rows] for table, rows in given.items()}
    if "measures" in arguments:
        arguments["measures"] = [*MEASURES, *arguments["measures"]]
    if "editions" in arguments:
        arguments["editions"] = {row["framework"]: row["edition"] for row in arguments["editions"]}
    return repository(**arguments)


def _row(table: str, row: Row) -> dict[str, Any]:
    known = columns(table)
    if odd := set(row) - known:
        raise ValueError(f"given.{table} has no column {sorted(odd)}: it may have {', '.join(sorted(known))}")
    return {("owner" if name == "return" else name): cell for name, cell in row.items()}


def columns(table: str) -> set[str]:
    """The columns that a row of a case may name."""
    if table == "returns":
        return set(OF_RETURN)
    if table == "editions":
        return {"framework", "edition"}
    named = {field["name"] for field in fields(table)}
    return named | {"return"} if table == "lines" else named
