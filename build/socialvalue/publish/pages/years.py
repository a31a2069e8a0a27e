"""All financial years that have lines."""

from collections.abc import Iterator

from socialvalue.publish.page import Entry, Page
from socialvalue.publish.pages.year import years_of
from socialvalue.publish.site import Site
from socialvalue.publish.words.language import _


def entries(site: Site) -> Iterator[Entry]:
    listed = []
    for year in years_of(site):
        lines = site.lines("year", year)
        listed.append(
            {
                "year": year,
                "lines": len(lines),
                "returns": len({line["return_id"] for line in lines}),
                "projects": len({line["project"] for line in lines}),
            }
        )
    yield Entry(
        path="years/index.html",
        title=_("Years"),
        description=_("What was reported, by financial year."),
        context={"listed": listed},
    )


PAGE = Page(name="years", section="", entries=entries, searchable=False)
