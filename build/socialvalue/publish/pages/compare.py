"""Compare: projects or areas side by side. A script lets readers choose; without it, all stand in two tables."""

from collections.abc import Iterator

from socialvalue.publish.downloads import compare_data
from socialvalue.publish.page import Entry, Page
from socialvalue.publish.site import Site
from socialvalue.publish.words.language import _


def entries(site: Site) -> Iterator[Entry]:
    yield Entry(
        path="compare.html",
        title=_("Compare projects and areas"),
        description=_(
            "Two to four projects or areas side by side: what was promised, what came, and its value by kind."
        ),
        context={
            "projects": compare_data.projects(site),
            "areas": compare_data.areas(site),
            "project_facts": compare_data.project_facts(),
            "area_facts": compare_data.area_facts(),
            "names": {row["measure"]: row["name"] for row in site.each("measures")},
        },
    )


PAGE = Page(name="compare", section="explore", entries=entries, searchable=False)
