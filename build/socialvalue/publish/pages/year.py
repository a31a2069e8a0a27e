"""A financial year: what returns that ended in it count, and what that is worth."""

from collections.abc import Iterator

from socialvalue.domain.years import first_day_of
from socialvalue.publish.page import Entry, Page
from socialvalue.publish.site import Site
from socialvalue.publish.story.gathered_page import gathered_page
from socialvalue.publish.words.language import _


def years_of(site: Site) -> list[str]:
    """The financial years that have lines, the newest first."""
    return sorted({line["year"] for line in site.lines() if line["year"]}, reverse=True)


def entries(site: Site) -> Iterator[Entry]:
    years = years_of(site)
    for place, year in enumerate(years):
        lines = site.lines("year", year)
        yield Entry(
            path=f"years/{year}.html",
            title=year,
            description=_(
                "What public projects reported for periods that ended in the financial year %(year)s.", year=year
            ),
            context={
                "year": year,
                "later": years[place - 1] if place else "",
                "earlier": years[place + 1] if place + 1 < len(years) else "",
                **gathered_page(site, "year", year),
                "returns": len({line["return_id"] for line in lines}),
                "longer": len({line["return_id"] for line in lines if line["start"] < first_day_of(year)}),
            },
        )


PAGE = Page(name="year", section="", entries=entries, contents=False)
