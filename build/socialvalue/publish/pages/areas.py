"""All areas, as a map of tiles and as a table."""

from collections.abc import Iterator

from socialvalue.publish.page import Entry, Page
from socialvalue.publish.site import Site


def entries(site: Site) -> Iterator[Entry]:
    listed = [
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
        title="Places",
        description="How many public projects there are in each area, as a map and as a table.",
        context={
            "listed": listed,
            "projects": len(site.rows("projects")),
            "nowhere": sum(row["project"] not in placed for row in site.rows("projects")),
            "sets": {row["area_set"]: row["name"] for row in site.rows("area-sets")},
        },
    )


PAGE = Page(name="areas", section="areas", entries=entries, searchable=False)
