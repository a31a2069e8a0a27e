"""All projects, A to Z: the whole list, for those without JavaScript and for those who like to read down."""

from collections.abc import Iterator

from socialvalue.publish.page import Entry, Page
from socialvalue.publish.site import Row, Site
from socialvalue.publish.story.promises import promises
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
        "returns": len({line["return_id"] for line in site.lines("project", name)}),
        "lines": len(site.lines("project", name)),
        "without": _without_lines(site, name),
    }


def _without_lines(site: Site, project: str) -> str:
    """What is known of a project without a line: its promises, else forecasts, and what others state of it."""
    current = [row for row in site.targets("project", project) if row["current"]]
    stated = site.stated_figures("project", project)
    if promises(site, project):
        return _("Promises and a stated figure") if stated else _("Promises alone")
    if current:
        return _("Forecasts and a stated figure") if stated else _("Forecasts alone")
    return _("A stated figure alone") if stated else _("No return yet")


PAGE = Page(name="projects", section="projects", entries=entries, searchable=False)
