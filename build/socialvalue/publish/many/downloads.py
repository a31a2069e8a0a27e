"""The downloads of a site of many authorities: each table as CSV and JSON, described; the lines as Parquet; the SQL."""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from socialvalue.publish.downloads.release import PACKAGE
from socialvalue.publish.formats.csv_file import csv_file, pounds_decimal
from socialvalue.publish.formats.json_text import indented
from socialvalue.publish.many.columns import COLUMNS, NUMBER, POUNDS, TABLES, TEXT, WHOLE
from socialvalue.publish.many.many import Many
from socialvalue.publish.words.figures import decimal
from socialvalue.publish.words.language import in_words
from socialvalue.records.naming import name_meant

SCHEMA = "https://datapackage.org/profiles/2.0/tableschema.json"
MOST_JSON = 100_000
"""Rows above which a table is offered as CSV alone."""
TYPES = {POUNDS: "number", NUMBER: "number", WHOLE: "integer", TEXT: "string"}


@dataclass(frozen=True)
class Offered:
    """One table as it is offered."""

    name: str
    title: str
    what: str
    columns: list[tuple[str, str]]
    rows: int
    csv: bytes
    json: bytes

    @property
    def sha256(self) -> str:
        return hashlib.sha256(self.csv).hexdigest()


def offered(many: Many) -> list[Offered]:
    """Every table, made once for the site."""
    return many.once("offered", lambda: [_offered(many, name) for name in TABLES])


def files(many: Many) -> Iterator[tuple[str, bytes]]:
    """Every download by its path, but for the Parquet."""
    for each in offered(many):
        yield f"data/{each.name}.csv", each.csv
        if each.json:
            yield f"data/{each.name}.json", each.json
    for name, text in many.gathered.statements.items():
        yield f"sql/{name}.sql", text.encode()
    yield "datapackage.json", _package(many)


def _offered(many: Many, name: str) -> Offered:
    described = TABLES[name]
    columns = described.columns.split()
    frame = many.frame(name)
    cells = [_written(frame, column) for column in columns]
    table = list(zip(*cells, strict=True))
    objects = [dict(zip(columns, row, strict=True)) for row in table] if len(table) <= MOST_JSON else None
    return Offered(
        name=name,
        title=in_words(described.title),
        what=in_words(described.what),
        columns=[(column, in_words(COLUMNS[column][1])) for column in columns],
        rows=len(table),
        csv=csv_file(columns, table),
        json=b"" if objects is None else json.dumps(objects, ensure_ascii=False, indent=0).encode(),
    )


def _written(frame: Any, column: str) -> list[str]:
    """The cells of a column as text: pounds with two decimals, numbers without commas, nothing where there is none."""
    kind = COLUMNS[column][0]
    held = {POUNDS: column.removesuffix("_gbp") + "_pence", NUMBER: f"{column}_millionths"}.get(kind, column)
    write = {POUNDS: pounds_decimal, NUMBER: decimal}.get(kind, str)
    if not len(frame):
        return []
    return ["" if cell is None else write(cell) for cell in frame[held].astype(object).tolist()]


def _package(many: Many) -> bytes:
    about = many.gathered.about
    licences = {(each.licence, each.licence_words, each.licence_address) for each in many.gathered.publishers}
    found: dict[str, Any] = {
        "$schema": PACKAGE,
        "name": name_meant(f"{about.title} {about.place}") or "social-value-of-many",
        "title": about.title,
        "description": " ".join(filter(None, (about.announcement, about.description))),
        "version": many.version,
        "licenses": [
            {key: text for key, text in zip(("name", "title", "path"), each, strict=True) if text}
            for each in sorted(licences)
        ],
        "sources": [_source(each.title, each.name, each.homepage) for each in many.gathered.publishers],
        "resources": [*map(_resource, offered(many)), *_parquet(many)],
    }
    if many.base_url:
        found["homepage"] = many.base_url
    return f"{indented(found)}\n".encode()


def _filled(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    return {key: text for key, text in pairs if text}


def _source(title: str, name: str, homepage: str) -> Mapping[str, str]:
    return {"title": f"{title}, {name}", **({"path": homepage} if homepage else {})}


def _resource(each: Offered) -> Mapping[str, Any]:
    described = TABLES[each.name]
    fields = [
        {"name": name, "type": TYPES[COLUMNS[name][0]], "description": description}
        for name, description in each.columns
    ]
    keys = described.columns.split()[: described.keys]
    return {
        "name": each.name, "path": f"data/{each.name}.csv", "type": "table", "title": each.title,
        "description": each.what, "format": "csv", "mediatype": "text/csv", "encoding": "utf-8",
        "bytes": len(each.csv), "hash": f"sha256:{each.sha256}",
        "schema": {"$schema": SCHEMA, "fields": fields, **({"primaryKey": keys} if keys else {})},
    }  # fmt: skip


def _parquet(many: Many) -> Iterator[Mapping[str, Any]]:
    """The lines of all authorities: a file for each authority and year, so a resource in many parts."""
    for dataset in sorted({path.partition("/")[0] for path in many.gathered.parquet}):
        paths = [f"parquet/{path}" for path in many.gathered.parquet if path.startswith(f"{dataset}/")]
        yield {
            "name": f"parquet-{dataset}",
            "path": paths,
            "format": "parquet",
            "mediatype": "application/vnd.apache.parquet",
        }
