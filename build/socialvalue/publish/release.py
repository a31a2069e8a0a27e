"""The downloads: each table whole, and the rows of each programme and project."""

import socialvalue.publish.exports
from socialvalue.members import members
from socialvalue.publish.csv_file import csv_file
from socialvalue.publish.site import Site


def downloads(site: Site) -> dict[str, bytes]:
    """Every download by its path."""
    files: dict[str, bytes] = {}
    for export in members(socialvalue.publish.exports, "EXPORT"):
        found = export.table(site)
        found = found.astype(object).where(found.notna(), "").astype(str)
        files[f"data/{export.name}.csv"] = csv_file(list(found.columns), found.to_numpy().tolist())
    return files
