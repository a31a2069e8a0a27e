"""Explore: every line in one table. A script adds the choices; without it, the same lines are there as files."""

from collections.abc import Iterator

from socialvalue.publish import exploring
from socialvalue.publish.language import _
from socialvalue.publish.page import Entry, Page
from socialvalue.publish.site import Site


def entries(site: Site) -> Iterator[Entry]:
    lines = exploring.newest(site)
    number = min(len(lines), exploring.LIMIT)
    yield Entry(
        path="explore.html",
        title=_("Explore every line"),
        description=_(
            "Every reported line in one table: narrow it down by project, measure or place, and take it away."
        ),
        context={
            "lines": [exploring.shown(site, line) for line in lines[: exploring.LIMIT]],
            "counted": exploring.counted(len(lines), len(lines), number),
            "with_lines": {
                kept: [row for row in site.rows(kept) if site.rows("lines", one, row[one])]
                for kept, one in (("programmes", "programme"), ("projects", "project"))
            },
        },
    )


PAGE = Page(name="explore", section="explore", entries=entries, searchable=False)
