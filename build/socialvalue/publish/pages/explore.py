"""Explore: every line in one table. A script adds the choices; without it, the same lines are there as files."""

from collections.abc import Iterator

from socialvalue.publish.downloads import explore_data
from socialvalue.publish.page import Entry, Page
from socialvalue.publish.site import Site
from socialvalue.publish.words.language import _


def entries(site: Site) -> Iterator[Entry]:
    order = explore_data.newest(site)
    lines = explore_data.shown(site, order[: explore_data.LIMIT])
    yield Entry(
        path="explore.html",
        title=_("Explore every line"),
        description=_(
            "Every reported line in one table: narrow it down by project, measure or place, and take it away."
        ),
        context={
            "lines": lines,
            "counted": explore_data.counted(len(order), len(order)),
            "number": len(order),
            "statuses": explore_data.statuses(site),
            "with_lines": {
                kept: [row for row in site.rows(kept) if site.lines(one, row[one])]
                for kept, one in (("programmes", "programme"), ("projects", "project"))
            },
        },
    )


PAGE = Page(name="explore", section="explore", entries=entries, searchable=False, contents=False)
