"""All programmes, with what each is and how much is known."""

from collections.abc import Iterator

from socialvalue.publish.page import Entry, Page
from socialvalue.publish.pages.programme import projects_of
from socialvalue.publish.site import Site
from socialvalue.publish.story.kept_off import besides
from socialvalue.publish.words.language import _


def entries(site: Site) -> Iterator[Entry]:
    listed = [
        {
            "programme": programme,
            "projects": len(projects_of(site, programme["programme"])),
            "returns": len({row["return_id"] for row in site.lines("programme", programme["programme"])}),
            "lines": len(site.lines("programme", programme["programme"])),
            "kept": besides(
                site, (row["project"] for row in site.rows("projects", "programme", programme["programme"]))
            ),
            "stated": len(site.stated_figures("programme", programme["programme"])),
        }
        for programme in sorted(site.rows("programmes"), key=lambda row: row["name"].casefold())
    ]
    yield Entry(
        path="programmes/index.html",
        title=_("Programmes"),
        description=_("The funds and programmes that pay for the projects, and how much is known about each."),
        context={"listed": listed},
    )


PAGE = Page(name="programmes", section="projects", entries=entries, searchable=False)
