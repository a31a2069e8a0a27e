"""Each descriptor lists the files that are there, and no others: of a return, the register, a framework ..."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from functools import partial
from typing import Any

from socialvalue.check.rule import Hit, Rule, about
from socialvalue.check.tables import Tables
from socialvalue.check.wording import BRING_BACK, REMEMBERED
from socialvalue.records import Severity, rows

DESCRIPTOR = "datapackage.json"
Listed = Sequence[tuple[Any, Any]]
"""The name and the path of each resource."""


def find(tables: Tables) -> Iterator[Hit]:
    lost = (trouble for trouble in tables.troubles if trouble.kind in ("missing-file", "other-name"))
    missing = {(trouble.owner, trouble.detail or trouble.file.rpartition("/")[2]) for trouble in lost}
    for returned in rows(tables["returns"]):
        listed = _resources(tables.descriptors.get(returned.owner, {}))
        if listed and all(path in ("lines.csv", "evidence.csv") for _, path in listed):
            known = {path for owner, path in missing if owner == returned.owner}
            yield from _listed(partial(about, returned), listed, tables.files_of(returned.owner), known)
    yield from _shared(tables)


def _resources(descriptor: Mapping[str, Any]) -> Listed | None:
    """What a descriptor lists; none where it has no list of resources."""
    resources = descriptor.get("resources")
    if not isinstance(resources, list) or not all(isinstance(entry, dict) for entry in resources):
        return None
    return [(entry.get("name"), entry.get("path")) for entry in resources]


def _shared(tables: Tables) -> Iterator[Hit]:
    """The same for the folders that all returns share. A table that is missing would take its figures with it."""
    there: defaultdict[str, set[str]] = defaultdict(set)
    for read in tables.read:
        place, _, name = read.file.rpartition("/")
        there[place].add(name)
    unread = {trouble.file for trouble in tables.troubles}
    strange = {(t.file.rpartition("/")[0], t.value.casefold()) for t in tables.troubles if t.kind == "unlisted-file"}
    for place in ("register", "reference", *(f"frameworks/{name}" for name in tables.frameworks)):
        file = f"{place}/{DESCRIPTOR}"
        hit = partial(Hit, owner=place.partition("/")[2], file=file)
        listed = _resources(tables.packages.get(place, {}))
        if file in unread:
            continue
        if place not in tables.packages:
            yield hit(f"There is no {DESCRIPTOR} here, so nobody knows which tables belong to it.", RESTORE)
        elif listed is None:
            yield hit("It does not list the tables of this folder.", 'Add "resources", with each table.')
        else:
            renamed = {str(path) for _, path in listed if (place, str(path).casefold()) in strange}
            yield from _listed(partial(_in_package, hit), listed, there[place], renamed)
    if not tables.frameworks:
        yield Hit("There is no framework, so no line can be understood.", RESTORE, "", "frameworks")


RESTORE = "Put it back as it was. Git has it, where it was there before."


def _in_package(hit: Any, column: str, message: str, mend: str = "", suggestion: str = "", value: object = "") -> Hit:
    found: Hit = hit(message, mend, column=column, suggestion=suggestion, value=str(value))
    return found


def _listed(hit: Any, listed: Listed, there: Set[str], missing: Set[str]) -> Iterator[Hit]:
    """`hit` makes one in the descriptor; `missing` are the files that are known to be missing."""
    paths = [path for _, path in listed]
    for name, path in listed:
        if path != f"{name}.csv":
            right = str(path).removesuffix(".csv")
            said = f'"{path}" is listed under the name "{name}".'
            yield hit("resources.name", said, f"Write {right}.", right, name)
        if path not in there and path not in missing:
            said = f'"{path}" is listed and is not there.'
            mend = BRING_BACK if path in REMEMBERED else "Add the file, or take it off the list."
            yield hit("resources.path", said, mend, value=path)
        if paths.count(path) > 1:
            yield hit("resources.path", f'"{path}" is listed twice.', "List it once.", value=path)
            return
    for path in sorted(there - set(paths)):
        said = f'"{path}" is there and is not listed.'
        mend = f'Add {{"name": "{path[:-4]}", "path": "{path}"}} to resources.'
        yield hit("resources", said, mend, value=path)


RULE = Rule(
    id="resources-listed",
    severity=Severity.ERROR,
    group="The descriptor",
    title="The descriptor lists the files that are there",
    why="Other programs read only what is listed, so they would read something else than we publish. And a table that "
    "is listed and gone would take its figures with it, without a word.",
    example='"resources": [{"name": "lines", "path": "lines.csv"}] beside an evidence.csv',
    mend="List lines.csv, and evidence.csv where there is one. In the other folders, list every table.",
    find=find,
)
