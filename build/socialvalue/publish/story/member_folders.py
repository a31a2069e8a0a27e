"""Where the files of an area, a measure, a theme, an organisation, a year, a programme or a project lie."""

from socialvalue.publish.site import Site

FOLDERS = {
    "programme": "programmes",
    "project": "projects",
    "measure": "measures",
    "theme": "themes",
    "area": "areas",
    "organisation": "organisations",
    "year": "years",
    "family": "families",
}
"""The folder of each dimension below data/, and the table that names its members."""


def folder_of(site: Site, dimension: str, member: str) -> str:
    """Where the files of a member lie: data/areas/northtown/."""
    name = site.one("areas", member)["slug"] if dimension == "area" else member
    return f"data/{FOLDERS[dimension]}/{name}/"
