"""The files that a page about one project or programme offers to take."""

from socialvalue.publish import words
from socialvalue.publish.site import Site

TABLES = {
    "lines": "Every line",
    "values": "What each line is worth",
    "targets": "Promises and forecasts",
    "sites": "Housing sites",
}
"""Tables with a row for projects and programmes that pages offer by name, with their titles."""


def files_of(site: Site, dimension: str, member: str) -> list[tuple[str, str, str]]:
    """Path, words and size of each file with rows of a project or programme, and the package that holds them all."""
    folder = f"data/{dimension}s/{member}"
    counts = {table: len(site.rows(table, dimension, member)) for table in TABLES}
    found = [
        (f"{folder}/{table}.csv", TABLES[table], f"CSV, {words.several(count, 'row')}")
        for table, count in counts.items()
        if count
    ]
    package = (f"{folder}/datapackage.json", f"All tables of this {dimension}, described", "Data Package, JSON")
    return [*found, package]
