"""Stated figures: totals that others published. Exactly as written, never valued by us, never added."""

from collections.abc import Iterator

from socialvalue.publish.page import Entry, Page
from socialvalue.publish.site import Row, Site
from socialvalue.publish.words.language import N_, _

STRENGTHS = {"delivered": N_("Said to be delivered"), "pledged": N_("Pledged"), "forecast": N_("Expected")}
"""Headings of the page, in its order, by how firm the source's own claim is."""


def side_by_side(figures: list[Row]) -> list[list[Row]]:
    """The figures in their order, those that are read beside each other (`compare_with`) together."""
    groups: list[list[Row]] = []
    place: dict[str, list[Row]] = {}
    for figure in figures:
        partners = [figure["compare_with"], *(o["figure"] for o in figures if o["compare_with"] == figure["figure"])]
        group = next((place[name] for name in partners if name in place), None)
        if group is None:
            group = []
            groups.append(group)
        group.append(figure)
        place[figure["figure"]] = group
    return groups


def entries(site: Site) -> Iterator[Entry]:
    figures = site.rows("published-figures")
    groups = {
        strength: side_by_side([figure for figure in figures if figure["strength"] == strength])
        for strength in STRENGTHS
    }
    yield Entry(
        path="stated.html",
        title=_("Stated figures"),
        description=_("Totals of social value that others have published. We say who. We haven’t valued them."),
        context={
            "sections": [(strength, _(STRENGTHS[strength]), found) for strength, found in groups.items() if found],
            "number": len(figures),
        },
    )


PAGE = Page(name="stated", section="stated", entries=entries)
