"""An organisation: what it leads, promotes, builds and has reported."""

from collections import defaultdict
from collections.abc import Iterator

from socialvalue.publish.page import Entry, Page
from socialvalue.publish.site import Row, Site
from socialvalue.publish.story.gathered_page import gathered_page
from socialvalue.publish.words import figures
from socialvalue.publish.words.language import _


def roles_of(site: Site, organisation: str) -> list[tuple[Row, list[str]]]:
    """The projects of an organisation from A to Z, each with what the organisation does there."""
    roles: dict[str, list[str]] = defaultdict(list)
    for project in site.rows("projects", "promoter", organisation):
        roles[project["project"]].append("promoter")
    for part in site.rows("project-organisations", "organisation", organisation):
        roles[part["project"]].append(part["role"])
    found = [(site.one("projects", project), list(dict.fromkeys(names))) for project, names in roles.items()]
    return sorted(found, key=lambda item: str(item[0]["name"]).casefold())


def entries(site: Site) -> Iterator[Entry]:
    for organisation in site.rows("organisations"):
        name = organisation["organisation"]
        roles = roles_of(site, name)
        yield Entry(
            path=f"organisations/{name}.html",
            title=organisation["name"],
            description=_("What %(name)s leads, promotes, builds and has reported.", name=organisation["name"]),
            context={
                "organisation": organisation,
                "programmes": site.rows("programmes", "led_by", name),
                "roles": roles,
                "does": {
                    project["project"]: figures.capital(figures.listing([figures.word(role) for role in names]))
                    for project, names in roles
                },
                **gathered_page(site, "organisation", name),
                "returns": site.rows("returns", "organisation", name),
            },
        )


PAGE = Page(name="organisation", section="", entries=entries, contents=False)
