"""The files that a page about one project or programme offers to take."""

from socialvalue.publish.downloads.ocds import is_contract, release_of
from socialvalue.publish.site import Site
from socialvalue.publish.words import figures
from socialvalue.publish.words.language import N_, _

TABLES = {
    "lines": N_("Every line"),
    "values": N_("What each line is worth"),
    "targets": N_("Promises and forecasts"),
    "sites": N_("Housing sites"),
}
"""Tables with a row for projects and programmes that pages offer by name, with their titles."""


def files_of(site: Site, dimension: str, member: str) -> list[tuple[str, str, str]]:
    """Path, words and size of each file with rows of a project or programme, and the package that holds them all."""
    folder = f"data/{dimension}s/{member}"
    counts = {table: len(site.rows(table, dimension, member)) for table in TABLES}
    found = [
        (f"{folder}/{table}.csv", _(TABLES[table]), _("CSV, %(rows)s", rows=figures.several(count, "row")))
        for table, count in counts.items()
        if count
    ]
    described = {
        "project": _("All tables of this project, described"),
        "programme": _("All tables of this programme, described"),
    }
    package = (f"{folder}/datapackage.json", described[dimension], _("Data Package, JSON"))
    if dimension == "project" and is_contract(site, site.one("projects", member)):
        found.append((release_of(member), _("What was promised and how it goes, as a contract"), _("OCDS, JSON")))
    return [*found, package]
