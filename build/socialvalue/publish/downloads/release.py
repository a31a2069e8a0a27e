"""The downloads: every table as CSV with its schema, in data packages: whole, by programme and by project."""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from socialvalue.publish.downloads.published_tables import Schema, Table, every_table, table_of
from socialvalue.publish.formats.json_text import a_list, an_object, indented, said
from socialvalue.publish.site import Site
from socialvalue.publish.words.language import in_words
from socialvalue.records import Settings
from socialvalue.records.naming import name_meant

PACKAGE = "https://datapackage.org/profiles/2.0/datapackage.json"
LICENCE = {
    "name": "CC-BY-4.0",
    "path": "https://creativecommons.org/licenses/by/4.0/",
    "title": "Creative Commons Attribution 4.0 for the compilation; each source keeps its own licence, row by row",
}
WANTED = ("lines", "values", "projects", "targets", "published-figures", "totals")
"""The tables that the data page opens with."""


def downloads(site: Site) -> Iterator[tuple[str, bytes]]:
    """Every download with its path: data/<table>.csv, the same for each programme and project, and descriptors."""
    tables = every_table(site)
    whole = [_File(table, f"data/{table.name}.csv", table.content) for table in tables]
    yield from _package(site, whole, "", _called(site.settings), site.settings.title).items()
    for dimension, kept in (("project", "projects"), ("programme", "programmes")):
        parts = _parts(tables, dimension)
        for row in site.rows(kept):
            folder = f"data/{kept}/{row[dimension]}/"
            mine = parts.get(row[dimension], ())
            apart = [_File(table, f"{folder}{table.name}.csv", table.part(places)) for table, places in mine]
            yield from _package(site, apart, folder, row[dimension], row["name"]).items()


def _called(settings: Settings) -> str:
    """The name of the whole package, as data packages may be called: its title and its place; nobody else's."""
    return name_meant(f"{settings.title} {settings.place}") or "social-value"


def catalogue(site: Site) -> list[dict[str, Any]]:
    """What the data page lists: one row per table with its name, title, what, path, rows, bytes, sha256 and columns.

    The tables that most readers want come first, those without a row last.
    """
    listed = []
    for table in every_table(site):
        content = table.content
        listed.append(
            {
                "name": table.name,
                "title": in_words(table.schema["title"]),
                "what": in_words(table.schema["description"]),
                "path": f"data/{table.name}.csv",
                "rows": len(table.cells),
                "bytes": len(content),
                "sha256": hashlib.sha256(content).hexdigest(),
                "columns": [(field["name"], in_words(field["description"])) for field in table.schema["fields"]],
            }
        )
    return sorted(listed, key=lambda row: (not row["rows"], WANTED.index(row["name"]) if row["name"] in WANTED else 99))


@dataclass(frozen=True)
class _File:
    """A CSV file of a table within a package."""

    table: Table
    path: str
    content: bytes


def _parts(tables: Sequence[Table], dimension: str) -> dict[str, list[tuple[Table, list[int]]]]:
    """For each project or programme, where its rows stand in every table that names projects and programmes."""
    found: dict[str, list[tuple[Table, list[int]]]] = {}
    for table in tables:
        if {"project", "programme"} <= set(table.cells.columns):
            places: dict[str, list[int]] = {}
            for place, member in enumerate(table.cells[dimension]):
                places.setdefault(member, []).append(place)
            for member, mine in places.items():
                found.setdefault(member, []).append((table, mine))
    return found


def _package(site: Site, files: Sequence[_File], folder: str, name: str, title: str) -> dict[str, bytes]:
    """The files of a data package in `folder` and its descriptor. That of the root is whole: its links stay."""
    whole = {file.table.name: file.table.schema for file in files} if not folder else {}
    resources = [
        _resource(file.table.name, file.path.removeprefix(folder), file, _schema_text(site, file.table, whole))
        for file in files
    ]
    contents = {file.path: file.content for file in files}
    return {**contents, f"{folder}datapackage.json": _descriptor(site, name, title, resources)} if files else {}


def package_of_members(
    site: Site, folder: str, table: str, contents: Mapping[str, bytes], title: str
) -> dict[str, bytes]:
    """The descriptor of one table cut up by member, whose files lie at <folder><member>/<table>.csv, and its schema."""
    whole = table_of(site, table)
    beside = f"{table}.schema.json"
    resources = [
        _resource(member, f"{member}/{table}.csv", _File(whole, "", content), said(beside))
        for member, content in contents.items()
    ]
    descriptor = _descriptor(site, folder.strip("/").rpartition("/")[2], title, resources)
    schema = f"{_schema_text(site, whole, {})}\n".encode()
    return {f"{folder}datapackage.json": descriptor, f"{folder}{beside}": schema}


def _resource(name: str, path: str, file: _File, schema: str) -> str:
    """What a descriptor says of a file, as JSON; `schema` is JSON too."""
    facts = {
        "name": name,
        "path": path,
        "type": "table",
        "title": file.table.schema["title"],
        "description": file.table.schema["description"],
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(file.content),
        "hash": f"sha256:{hashlib.sha256(file.content).hexdigest()}",
    }
    return an_object({**{key: said(value) for key, value in facts.items()}, "schema": schema})


def _descriptor(site: Site, name: str, title: str, resources: Sequence[str]) -> bytes:
    package = {
        "$schema": PACKAGE,
        "name": name,
        "title": title,
        "description": " ".join(filter(None, (site.settings.announcement, site.settings.description or title))),
        "version": site.version,
        "invented": site.invented,
        "licenses": [LICENCE],
    }
    members = {**{key: indented(value) for key, value in package.items()}, "resources": a_list(resources)}
    if site.base_url:
        members["homepage"] = said(site.base_url)
    return f"{an_object(members)}\n".encode()


def _schema_text(site: Site, table: Table, whole: Mapping[str, Schema]) -> str:
    """The published schema of a table as JSON; the one that stands in many packages is written once."""
    if whole:
        return indented(_schema(table, whole))
    return site.once(f"schema of {table.name}", lambda: indented(_schema(table, whole)))


def _schema(table: Table, whole: Mapping[str, Schema]) -> dict[str, Any]:
    """A published schema without our own words. Links stay in a whole package; those of a part would lead out of it.

    `whole` are the schemas of the tables that links may lead to.
    """
    own = ("folder", "foreignKeys", "title", "description", "version")
    found = {key: value for key, value in table.schema.items() if key not in own}
    links = [
        {**link, "reference": _led_to(link["reference"], whole.get(link["reference"]["resource"], table.schema))}
        for link in table.schema.get("foreignKeys", ())
        if link["reference"]["resource"] in ("", *whole)
    ]
    return {**found, "foreignKeys": links} if links and whole else found


def _led_to(reference: Mapping[str, Any], schema: Schema) -> Mapping[str, Any]:
    """Where a link leads. A table that is published as it was worked out may call its key by another name."""
    columns = {field["name"] for field in schema["fields"]}
    return reference if columns.issuperset(reference["fields"]) else {**reference, "fields": schema["primaryKey"]}
