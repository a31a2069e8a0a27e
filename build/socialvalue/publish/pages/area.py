"""An area: the projects in it, and the lines that name it."""

from collections.abc import Iterator

from socialvalue.publish.page import Entry, Page
from socialvalue.publish.site import Site
from socialvalue.publish.story.counted import counted
from socialvalue.publish.story.value_by_kind import by_kind
from socialvalue.publish.words.language import _


def entries(site: Site) -> Iterator[Entry]:
    for area in site.rows("areas"):
        code = area["area"]
        lines = site.rows("lines", "area", code)
        projects = [site.one("projects", row["project"]) for row in site.rows("project-areas", "area", code)]
        yield Entry(
            path=f"areas/{area['slug']}.html",
            title=area["name"],
            description=_("Public projects in %(area)s, and what they say they gave back there.", area=area["name"]),
            context={
                "area": area,
                "projects": sorted(projects, key=lambda row: row["name"].casefold()),
                "lines": lines,
                "counts": counted(site, "area", code),
                "kinds": by_kind(site, "area", code),
                "sets": site.rows("area-sets", "area", code),
            },
        )


PAGE = Page(name="area", section="areas", entries=entries)
