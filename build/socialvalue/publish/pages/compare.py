"""Compare: projects or areas side by side. A script lets readers choose; without it, all stand in two tables."""

from collections.abc import Iterator

from socialvalue.publish import comparison
from socialvalue.publish.language import _
from socialvalue.publish.page import Entry, Page
from socialvalue.publish.site import Site


def entries(site: Site) -> Iterator[Entry]:
    yield Entry(
        path="compare.html",
        title=_("Compare projects and areas"),
        description=_(
            "Two to four projects or areas side by side: what was promised, what came, and its value by kind."
        ),
        context={
            "projects": comparison.projects(site),
            "areas": comparison.areas(site),
            "project_facts": comparison.project_facts(),
            "area_facts": comparison.area_facts(),
            "names": {row["measure"]: row["name"] for row in site.rows("measures")},
        },
    )


PAGE = Page(name="compare", section="compare", entries=entries, searchable=False)
