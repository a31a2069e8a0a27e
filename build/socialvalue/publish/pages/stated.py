"""Stated figures: totals that others published. Exactly as written, never valued by us, never added."""

from collections.abc import Iterator

from socialvalue.publish.page import Entry, Page, Part
from socialvalue.publish.site import Site
from socialvalue.publish.story.claims import STRENGTHS, in_order
from socialvalue.publish.story.front import checkable_in_words
from socialvalue.publish.story.theirs_and_ours import beside, heading, pence
from socialvalue.publish.words.figures import pounds, pounds_exact, pounds_short, sentence
from socialvalue.publish.words.language import _
from socialvalue.records.table_rows import StatedFigure


def _found_by_itself(site: Site, figure: StatedFigure) -> Part:
    """A stated figure as a search finds it: as written, and rounded, as people pass it on."""
    about = site.one("projects", figure["project"]) or site.one("programmes", figure["programme"])
    title = ": ".join(filter(None, [figure["as_written"], about.get("name", "")]))
    exact = pounds(pence(figure)) in figure["as_written"] or pounds_exact(pence(figure)) in figure["as_written"]
    rounded = _("Rounded: %(figure)s.", figure=pounds_short(pence(figure))) if exact else ""
    words = " ".join(filter(None, (sentence(figure["what"]), sentence(figure["period"]), rounded)))
    return Part(figure["figure"], title, words, "stated")


def entries(site: Site) -> Iterator[Entry]:
    figures, found = in_order(site.stated_figures()), beside(site)
    yield Entry(
        path="stated.html",
        title=_("Stated figures"),
        description=_("Totals of social value that others have published. We say who. We haven’t valued them."),
        context={
            "figures": figures,
            "strengths": {code: _(words) for code, words in STRENGTHS.items()},
            "beside": found,
            "heading": heading(found.ours) if found else "",
            "checkable": checkable_in_words(figures),
        },
        parts=tuple(_found_by_itself(site, figure) for figure in figures),
    )


PAGE = Page(name="stated", section="stated", entries=entries, contents=False)
