"""The ledger of corrections: each return that was replaced, why, and what its lines were worth before and after."""

from collections.abc import Iterator

from socialvalue.publish.page import Entry, Page
from socialvalue.publish.site import Site
from socialvalue.publish.story.corrections import corrections
from socialvalue.publish.words.language import _


def entries(site: Site) -> Iterator[Entry]:
    yield Entry(
        path="ledger.html",
        title=_("Corrections"),
        description=_("Each figure that was corrected: what it was, what it is now, and why."),
        context={"corrections": corrections(site)},
    )


PAGE = Page(name="ledger", section="", entries=entries, searchable=False)
