"""The downloads: each table whole, and the rows of each programme and project."""

from hashlib import sha256

import socialvalue.publish.exports
from socialvalue.members import members
from socialvalue.publish.csv_file import csv_file
from socialvalue.publish.export import Export
from socialvalue.publish.site import Row, Site


def downloads(site: Site) -> dict[str, bytes]:
    """Every download by its path."""
    return {_path(export): _file(export, site) for export in members(socialvalue.publish.exports, "EXPORT")}


def catalogue(site: Site) -> list[Row]:
    """A row for each download: name, title, what (a sentence), path, rows, bytes, sha256."""
    return [_listed(export, site) for export in members(socialvalue.publish.exports, "EXPORT")]


def _listed(export: Export, site: Site) -> Row:
    content = _file(export, site)
    return {
        "name": export.name,
        "title": export.title,
        "what": export.what,
        "path": _path(export),
        "rows": len(export.table(site)),
        "bytes": len(content),
        "sha256": sha256(content).hexdigest(),
    }


def _path(export: Export) -> str:
    return f"data/{export.name}.csv"


def _file(export: Export, site: Site) -> bytes:
    found = export.table(site)
    found = found.astype(object).where(found.notna(), "").astype(str)
    return csv_file(list(found.columns), found.to_numpy().tolist())
