"""A programme: what it is, what it claims, its projects, what they delivered, and how its targets moved."""

from collections.abc import Iterator, Sequence

from socialvalue.publish.page import Entry, Page
from socialvalue.publish.site import Row, Site
from socialvalue.publish.story.doors import elsewhere_doors
from socialvalue.publish.story.gathered_page import gathered_page
from socialvalue.publish.story.housing_sites import homes_of, zones
from socialvalue.publish.story.kept_off import besides
from socialvalue.publish.words.language import _
from socialvalue.records.typed_rows import TargetRow


def projects_of(site: Site, programme: str) -> list[Row]:
    """The projects of a programme from A to Z: those whose main programme it is, and those it also pays for."""
    found = {row["project"]: row for row in site.rows("projects", "programme", programme)}
    for also in site.rows("project-programmes", "programme", programme):
        found.setdefault(also["project"], site.one("projects", also["project"]))
    return sorted(found.values(), key=lambda row: str(row["name"]).casefold())


def moved_targets(site: Site, projects: Sequence[Row]) -> list[list[TargetRow]]:
    """Each target that was replaced, as a chain from the first that was stated to the one that stands."""
    targets = {row["target"]: row for project in projects for row in site.targets("project", project["project"])}
    replaced = {row["replaces"] for row in targets.values() if row["replaces"]}
    chains = []
    for last in targets.values():
        if last["replaces"] and last["target"] not in replaced:
            chain = [last]
            while chain[0]["replaces"] in targets and targets[chain[0]["replaces"]] not in chain:
                chain.insert(0, targets[chain[0]["replaces"]])
            chains.append(chain)
    return chains


def entries(site: Site) -> Iterator[Entry]:
    for programme in site.rows("programmes"):
        name = programme["programme"]
        projects, stated = projects_of(site, name), site.stated_figures("programme", name)
        yield Entry(
            path=f"programmes/{name}.html",
            title=programme["name"],
            description=programme["what_it_is"],
            context={
                "programme": programme,
                "leader": site.one("organisations", programme["led_by"]),
                "projects": projects,
                "kept": besides(site, (row["project"] for row in projects if row["programme"] == name)),
                "also": {row["project"]: _also(site, row) for row in projects if row["programme"] != name},
                "stated": stated,
                **gathered_page(site, "programme", name, stated),
                "elsewhere": elsewhere_doors(site, [row["project"] for row in projects if row["programme"] != name]),
                "chains": moved_targets(site, [row for row in projects if row["programme"] == name]),
                "zones": zones(site, name),
                "homes": homes_of(site, name),
            },
        )


def _also(site: Site, project: Row) -> str:
    name = site.one("programmes", project["programme"])["name"]
    return _("Also paid for here; its lines count under %(programme)s", programme=name)


PAGE = Page(name="programme", section="projects", entries=entries, contents=False)
