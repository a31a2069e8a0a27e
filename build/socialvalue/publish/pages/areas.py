"""All areas, as a map of tiles and as a table."""

from collections.abc import Iterator

from socialvalue.publish.drawing.value_by_area import placed
from socialvalue.publish.page import Entry, Page
from socialvalue.publish.site import Row, Site
from socialvalue.publish.story.places import in_area
from socialvalue.publish.words import figures
from socialvalue.publish.words.language import _
from socialvalue.records import KINDS


def entries(site: Site) -> Iterator[Entry]:
    listed = [_listed(site, area) for area in sorted(site.rows("areas"), key=lambda row: row["name"])]
    somewhere = {row["project"] for row in site.rows("places")}
    holders = {row["within"] for row in site.rows("areas")}
    inside = [row for row in listed if row["area"]["area"] not in holders]
    around = [row for row in listed if row["area"]["area"] in holders]
    yield Entry(
        path="areas/index.html",
        title=_("Places"),
        description=_("How many public projects there are in each area, as a map and as a table."),
        context={
            "listed": [*inside, *around],
            "inside": inside,
            "around": around,
            "counted_in": figures.listing(sorted({_counted_in(row["area"]) for row in listed} - {""}))
            or _("not published"),
            "projects": len(site.rows("projects")),
            "valued": _valued(site),
            "nowhere": sum(row["project"] not in somewhere for row in site.rows("projects")),
        },
    )


def _valued(site: Site) -> dict[str, list[Row]]:
    """By kind of value the areas that have any, in the order of the kinds."""
    found = {kind: [row for row in placed(site, kind) if row["net"]] for kind in KINDS}
    return {kind: rows for kind, rows in found.items() if rows}


def _listed(site: Site, area: Row) -> Row:
    """How many projects are in it; of an area that holds others, how many cover the whole of it."""
    there, whole = in_area(site, area["area"])
    held = any(row["within"] == area["area"] for row in site.rows("areas"))
    lines = len(site.lines_of("area", area["area"]))
    return {"area": area, "projects": len(whole if held else there), "lines": lines}


def _counted_in(area: Row) -> str:
    """The year of an area's population, and whether it was read second-hand; empty where there is none."""
    if area["population"] is None:
        return ""
    year = str(area["population_year"])
    return _("%(year)s, second-hand", year=year) if area["population_confidence"] == "B" else year


PAGE = Page(name="areas", section="areas", entries=entries, searchable=False, contents=False)
