"""An area: the projects in it, and the lines that count in it."""

from collections.abc import Iterator, Sequence

from socialvalue.publish.page import Entry, Page
from socialvalue.publish.site import Row, Site
from socialvalue.publish.story.gathered_page import gathered_page
from socialvalue.publish.story.kept_off import besides
from socialvalue.publish.story.places import covered_with, in_area, lines_apart
from socialvalue.publish.story.worth import worth_in_words
from socialvalue.publish.words import figures
from socialvalue.publish.words.language import _, _n


def entries(site: Site) -> Iterator[Entry]:
    for area in site.rows("areas"):
        code = area["area"]
        projects, whole = in_area(site, code)
        claims = [row for project in projects for row in site.stated_figures("project", project["project"])]
        reported = [project for project in projects if site.lines("project", project["project"])]
        covered = covered_with(site, area, whole) if whole else ""
        yield Entry(
            path=f"areas/{area['slug']}.html",
            title=area["name"],
            description=_description(site, area, len(projects), len(whole), covered),
            context={
                "area": area,
                "projects": projects,
                "reported": reported,
                "unreported": [project for project in projects if project not in reported],
                "whole": whole,
                "kept": besides(site, (row["project"] for row in (*projects, *whole))),
                "covered": covered,
                "apart": lines_apart(site, whole),
                "naming": naming(site, code, projects),
                **gathered_page(site, "area", code, claims),
                "sets": sorted(row["name"] for row in site.rows("area-sets", "area", code)),
            },
        )


def naming(site: Site, area: str, projects: Sequence[Row]) -> str:
    """How many lines count in an area, and whether they are of projects that are not among those in it."""
    lines, here = site.lines_of("area", area), {row["project"] for row in projects}
    others = [line["project"] for line in lines if line["project"] not in here]
    if not lines:
        return ""
    said = _n("%(num)s line counts here", "%(num)s lines count here", len(lines))
    if not others:
        return said
    whose = _("another project") if len(set(others)) == 1 else _("other projects")
    if len(others) == len(lines):
        return _("%(lines)s, of %(whose)s", lines=said, whose=whose)
    return _("%(lines)s, some of them of %(whose)s", lines=said, whose=whose)


def _description(site: Site, area: Row, projects: int, whole: int, covered: str) -> str:
    """How many projects are in it and how many cover it, as the page says, and what its lines are worth by the rule of
    worth.py."""
    known = figures.capital(figures.several(projects, "project"))
    first = _("%(projects)s in %(area)s, and what they say they gave back there.", projects=known, area=area["name"])
    around = _n("%(num)s project covers %(area)s.", "%(num)s projects cover %(area)s.", whole, area=covered)
    said = [first] if projects or not whole else [_("What public projects in %(area)s gave back.", area=area["name"])]
    return " ".join(filter(None, (*said, around if whole else "", worth_in_words(site, "area", area["area"]))))


PAGE = Page(name="area", section="areas", entries=entries, contents=False)
