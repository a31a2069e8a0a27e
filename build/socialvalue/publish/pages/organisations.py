"""All organisations, by kind, with what each does."""

from collections.abc import Iterator

from socialvalue.publish.page import Entry, Page
from socialvalue.publish.pages.organisation import roles_of
from socialvalue.publish.site import Row, Site
from socialvalue.publish.words.language import _

MOST_OPEN = 30
"""Organisations of a page on which a reader still finds one; more are folded, kind by kind."""


def entries(site: Site) -> Iterator[Entry]:
    kinds: dict[str, list[Row]] = {}
    for row in sorted(site.rows("organisations"), key=lambda row: (row["kind"], row["name"].casefold())):
        roles = roles_of(site, row["organisation"])
        kinds.setdefault(row["kind"], []).append(
            {
                "organisation": row,
                "projects": len(roles),
                "roles": sorted({role for _, names in roles for role in names}),
                "lines": len(site.lines("organisation", row["organisation"])),
            }
        )
    yield Entry(
        path="organisations/index.html",
        title=_("Organisations"),
        description=_("Who promotes, pays for and delivers the projects."),
        context={
            "kinds": kinds,
            "number": len(site.rows("organisations")),
            "folded": len(site.rows("organisations")) > MOST_OPEN,
        },
    )


PAGE = Page(name="organisations", section="", entries=entries, searchable=False)
