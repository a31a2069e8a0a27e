"""All programmes, with what each is and how much is known."""

from collections.abc import Iterator

from socialvalue.publish.page import Entry, Page
from socialvalue.publish.pages.programme import projects_of
from socialvalue.publish.site import Row, Site
from socialvalue.publish.story.kept_off import besides
from socialvalue.publish.words.language import _


def entries(site: Site) -> Iterator[Entry]:
    listed = [_listed(site, row) for row in sorted(site.rows("programmes"), key=lambda row: row["name"].casefold())]
    yield Entry(
        path="programmes/index.html",
        title=_("Programmes"),
        description=_("The funds and programmes that pay for the projects, and how much is known about each."),
        context={"listed": listed},
    )


def _listed(site: Site, programme: Row) -> Row:
    """A programme with how much is known of it: its own lines, and those of projects that it pays for with another."""
    name = programme["programme"]
    projects, lines = projects_of(site, name), site.lines("programme", name)
    others = [line for row in projects if row["programme"] != name for line in site.lines("project", row["project"])]
    return {
        "programme": programme,
        "projects": len(projects),
        "returns": len({line["return_id"] for line in lines}),
        "returns_elsewhere": len({line["return_id"] for line in others}),
        "lines": len(lines),
        "lines_elsewhere": len(others),
        "kept": besides(site, (row["project"] for row in site.rows("projects", "programme", name))),
        "stated": len(site.stated_figures("programme", name)),
    }


PAGE = Page(name="programmes", section="projects", entries=entries, searchable=False)
