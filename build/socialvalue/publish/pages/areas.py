"""All areas, as a map of tiles and as a table."""

from collections.abc import Iterator

from socialvalue.publish.page import Entry, Page
from socialvalue.publish.site import Row, Site
from socialvalue.publish.words import figures
from socialvalue.publish.words.language import _


def entries(site: Site) -> Iterator[Entry]:
    listed: list[Row] = [
        {
            "area": area,
            "projects": len(site.rows("project-areas", "area", area["area"])),
            "lines": len(site.rows("lines", "area", area["area"])),
        }
        for area in sorted(site.rows("areas"), key=lambda row: row["name"])
    ]
    placed = {row["project"] for row in site.rows("project-areas")}
    yield Entry(
        path="areas/index.html",
        title=_("Places"),
        description=_("How many public projects there are in each area, as a map and as a table."),
        context={
            "inside": [row for row in listed if row["area"]["kind"] != "county"],
            "around": [row for row in listed if row["area"]["kind"] == "county"],
            "counted_in": figures.listing(sorted({_counted_in(row["area"]) for row in listed} - {""}))
            or _("not published"),
            "projects": len(site.rows("projects")),
            "nowhere": sum(row["project"] not in placed for row in site.rows("projects")),
        },
    )


def _counted_in(area: Row) -> str:
    """The year of an area's population, and whether it was read second-hand; empty where there is none."""
    if area["population"] is None:
        return ""
    year = str(area["population_year"])
    return _("%(year)s, second-hand", year=year) if area["population_confidence"] == "B" else year


PAGE = Page(name="areas", section="areas", entries=entries, searchable=False, contents=False)
