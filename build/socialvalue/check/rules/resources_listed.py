"""The descriptor lists the files that are there, and no others."""

from collections.abc import Iterator, Set
from typing import Any

from socialvalue.check.rule import Hit, Rule, about
from socialvalue.check.tables import Tables
from socialvalue.records import Severity, rows


def find(tables: Tables) -> Iterator[Hit]:
    lost = (trouble for trouble in tables.troubles if trouble.kind in ("missing-file", "other-name"))
    told = {(trouble.owner, trouble.detail or trouble.file.rpartition("/")[2]) for trouble in lost}
    for returned in rows(tables["returns"]):
        resources = tables.descriptors.get(returned.owner, {}).get("resources")
        if not isinstance(resources, list) or not all(isinstance(entry, dict) for entry in resources):
            continue
        listed = [(entry.get("name"), entry.get("path")) for entry in resources]
        if all(path in ("lines.csv", "evidence.csv") for _, path in listed):
            yield from _listed(returned, listed, tables.files_of(returned.owner), told)


def _listed(returned: Any, listed: list[tuple[Any, Any]], there: Set[str], told: Set[Any]) -> Iterator[Hit]:
    """`told` are the returns and their files of which it was told already that they are not there."""
    for name, path in listed:
        if path != f"{name}.csv":
            said = f'"{path}" is listed under the name "{name}".'
            yield about(returned, "resources.name", said, f"Write {path[:-4]}.", path[:-4], name)
        if path not in there and (returned.owner, path) not in told:
            said = f'"{path}" is listed and is not there.'
            yield about(returned, "resources.path", said, "Add the file, or take it off the list.", value=path)
        if [p for _, p in listed].count(path) > 1:
            yield about(returned, "resources.path", f'"{path}" is listed twice.', "List it once.", value=path)
            return
    for path in sorted(there - {path for _, path in listed}):
        said = f'"{path}" is there and is not listed.'
        mend = f'Add {{"name": "{path[:-4]}", "path": "{path}"}} to resources.'
        yield about(returned, "resources", said, mend, value=path)


RULE = Rule(
    id="resources-listed",
    severity=Severity.ERROR,
    group="The descriptor",
    title="The descriptor lists the files that are there",
    why="Other programs read only what is listed, so they would read something else than we publish.",
    example='"resources": [{"name": "lines", "path": "lines.csv"}] beside an evidence.csv',
    mend="List lines.csv, and evidence.csv where there is one.",
    find=find,
)
