"""All projects, A to Z: the whole list, for those without JavaScript and for those who like to read down."""

from collections.abc import Iterator

from socialvalue.publish.page import Entry, Page
from socialvalue.publish.site import Row, Site
from socialvalue.publish.words.language import _


def entries(site: Site) -> Iterator[Entry]:
    projects = sorted(site.rows("projects"), key=lambda row: row["name"].casefold())
    letters: dict[str, list[Row]] = {}
    for project in projects:
        letters.setdefault(project["name"][:1].upper(), []).append(_listed(site, project))
    yield Entry(
        path="projects/index.html",
        title=_("Projects"),
        description=_(
            "All %(number)s projects from A to Z, with cost, place and what is known about each.", number=len(projects)
        ),
        context={"letters": letters, "number": len(projects)},
    )


def _listed(site: Site, project: Row) -> Row:
    name = project["project"]
    return {
        "project": project,
        "programme": site.one("programmes", project["programme"]),
        "areas": [site.one("areas", row["area"]) for row in site.rows("places", "project", name)],
        "returns": len(site.rows("returns", "project", name)),
        "lines": len(site.lines("project", name)),
        "targets": sum(bool(row["current"]) for row in site.targets("project", name)),
        "stated": len(site.stated_figures("project", name)),
    }


PAGE = Page(name="projects", section="projects", entries=entries, searchable=False)
