"""The downloads: every table as CSV with its schema, in data packages: whole, by programme and by project."""

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

import socialvalue.publish.exports
from socialvalue.members import members
from socialvalue.publish.downloads.csv_file import csv_file, pounds_decimal
from socialvalue.publish.site import Site
from socialvalue.publish.words import figures
from socialvalue.publish.words.language import N_, in_words
from socialvalue.records import Settings
from socialvalue.records.naming import name_meant

PACKAGE = "https://datapackage.org/profiles/2.0/datapackage.json"
LICENCE = {
    "name": "CC-BY-4.0",
    "path": "https://creativecommons.org/licenses/by/4.0/",
    "title": "Creative Commons Attribution 4.0 for the compilation; each source keeps its own licence, row by row",
}
KEPT = ("register", "framework", "reference")
"""Tables that are published as they are kept. Targets and returns are published as worked out instead."""
NOT_KEPT = ("targets", "accepted-warnings")
WANTED = ("lines", "values", "projects", "targets", "published-figures", "totals")
"""The tables that the data page opens with."""
Schema = Mapping[str, Any]


@dataclass(frozen=True)
class _Table:
    """A table as it is published: cells as text, ready to be written."""

    name: str
    schema: Schema
    cells: pd.DataFrame


def downloads(site: Site) -> dict[str, bytes]:
    """Every download by its path: data/<table>.csv, the same for each programme and project, and descriptors."""
    tables = _every_table(site)
    files = _package(site, tables, "data/", "datapackage.json", _called(site.settings), site.settings.title)
    for dimension, kept in (("project", "projects"), ("programme", "programmes")):
        for row in site.rows(kept):
            parts = _rows_of(tables, dimension, row[dimension])
            folder = f"data/{kept}/{row[dimension]}/"
            files |= _package(site, parts, folder, f"{folder}datapackage.json", row[dimension], row["name"])
    return files


def _called(settings: Settings) -> str:
    """The name of the whole package, as data packages may be called: its title and its place, so that none has
    another's."""
    return name_meant(f"{settings.title} {settings.place}") or "social-value"


def catalogue(site: Site) -> list[dict[str, Any]]:
    """What the data page lists: one row per table with its name, title, what, path, rows, bytes, sha256 and columns.

    The tables that most readers want come first, those without a row last.
    """
    listed = []
    for table in _every_table(site):
        content = _content(table)
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


def cells(site: Site, name: str) -> pd.DataFrame:
    """The cells of one published table as text, before they are made safe for spreadsheets."""
    return next(_tables(site, name)).cells


def cells_of_release(site: Site, name: str) -> pd.DataFrame:
    """The same where every table is published anyway: made once for the site."""
    return next(table for table in _every_table(site) if table.name == name).cells


def digest(site: Site) -> str:
    """A checksum of all that is published as data: it changes with each cell, and with nothing else."""
    found = hashlib.sha256()
    for table in sorted(_every_table(site), key=lambda table: table.name):
        found.update(f"{table.name}\n".encode() + _content(table))
    return found.hexdigest()


def _every_table(site: Site) -> list[_Table]:
    return site.once("tables", lambda: list(_tables(site)))


def _tables(site: Site, only: str = "") -> Iterator[_Table]:
    checked = site.valuation.checked
    for export in members(socialvalue.publish.exports, "EXPORT"):
        if only in ("", export.name):
            yield _published(export.name, checked.published[export.name], export.table(site), export.pence)
    for name, kept in sorted(checked.schemas.items()):
        if kept["folder"] in KEPT and name not in NOT_KEPT and only in ("", name):
            frame = checked.tables[name]
            if kept["folder"] == "framework":
                yield _published(name, _with_framework(kept), frame.rename(columns={"owner": "framework"}))
            else:
                yield _published(name, kept, frame)


def _with_framework(schema: Schema) -> dict[str, Any]:
    """The schema of a framework's table where the tables of all frameworks stand in one file."""
    field = {"name": "framework", "title": "Framework", "description": N_("The framework."), "type": "string"}
    return {
        **schema,
        "fields": [field, *schema["fields"]],
        "primaryKey": ["framework", *schema["primaryKey"]],
        "foreignKeys": [_within_framework(link, schema) for link in schema.get("foreignKeys", ())],
    }


def _within_framework(link: Mapping[str, Any], schema: Schema) -> Mapping[str, Any]:
    """A link from one table of a framework to another of the same framework.

    One from a cell that may be empty stays as it is: a link of two cells has to have both or none.
    """
    reference = link["reference"]
    needed = {field["name"] for field in schema["fields"] if field.get("constraints", {}).get("required")}
    if not needed.issuperset(link["fields"]):
        return link
    return {
        "fields": ["framework", *link["fields"]],
        "reference": {**reference, "fields": ["framework", *reference["fields"]]},
    }


def _published(name: str, schema: Schema, frame: pd.DataFrame, pence: Sequence[str] = ()) -> _Table:
    said = {
        "number": figures.decimal,
        "boolean": lambda yes: "yes" if yes else "no",
        "integer": lambda n: str(int(n)),
    }
    columns = {}
    for field in schema["fields"]:
        column = field["name"]
        write = pounds_decimal if column in pence else said.get(field["type"], str)
        columns[column] = ["" if pd.isna(cell) else write(cell) for cell in frame[column]]
    return _Table(name, schema, pd.DataFrame(columns, dtype=object))


def _rows_of(tables: Sequence[_Table], dimension: str, member: str) -> list[_Table]:
    """The rows of one project or programme in every table that names projects and programmes."""
    found = []
    for table in tables:
        if {"project", "programme"} <= set(table.cells.columns):
            cells = table.cells[table.cells[dimension] == member]
            if len(cells):
                found.append(_Table(table.name, table.schema, cells))
    return found


def _content(table: _Table) -> bytes:
    return csv_file(list(table.cells.columns), table.cells.to_numpy().tolist())


def _package(
    site: Site, tables: Sequence[_Table], folder: str, descriptor: str, name: str, title: str
) -> dict[str, bytes]:
    """The files of a data package: its tables below `folder` and its descriptor."""
    root = descriptor.rpartition("/")[0]
    contents = {f"{folder}{table.name}.csv": _content(table) for table in tables}
    whole = {table.name: table.schema for table in tables} if not root else {}
    resources = [
        {
            **_resource(table.name, path.removeprefix(f"{root}/") if root else path, table.schema, content),
            "schema": _schema(table, whole),
        }
        for table, (path, content) in zip(tables, contents.items(), strict=True)
    ]
    return {**contents, descriptor: _descriptor(site, name, title, resources)} if resources else {}


def package_of_members(
    site: Site, folder: str, table: str, contents: Mapping[str, bytes], title: str
) -> dict[str, bytes]:
    """The descriptor of one table cut up by member, whose files lie at <folder><member>/<table>.csv, and its schema."""
    whole = next(each for each in _every_table(site) if each.name == table)
    beside = f"{table}.schema.json"
    resources = [
        {**_resource(member, f"{member}/{table}.csv", whole.schema, content), "schema": beside}
        for member, content in contents.items()
    ]
    descriptor = _descriptor(site, folder.strip("/").rpartition("/")[2], title, resources)
    return {f"{folder}datapackage.json": descriptor, f"{folder}{beside}": _json(_schema(whole, {}))}


def _resource(name: str, path: str, schema: Schema, content: bytes) -> dict[str, Any]:
    return {
        "name": name,
        "path": path,
        "type": "table",
        "title": schema["title"],
        "description": schema["description"],
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(content),
        "hash": f"sha256:{hashlib.sha256(content).hexdigest()}",
    }


def _descriptor(site: Site, name: str, title: str, resources: Sequence[Mapping[str, Any]]) -> bytes:
    package = {
        "$schema": PACKAGE,
        "name": name,
        "title": title,
        "description": " ".join(filter(None, (site.settings.announcement, site.settings.description or title))),
        "version": site.version,
        "licenses": [LICENCE],
        "resources": resources,
    }
    if site.base_url:
        package["homepage"] = site.base_url
    return _json(package)


def _json(content: Mapping[str, Any]) -> bytes:
    return (json.dumps(content, indent=1, ensure_ascii=False) + "\n").encode()


def _schema(table: _Table, whole: Mapping[str, Schema]) -> dict[str, Any]:
    """A published schema without our own words. Links stay in a whole package; those of a part would lead out of it.

    `whole` are the schemas of the tables that links may lead to.
    """
    own = ("folder", "foreignKeys", "title", "description")
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
