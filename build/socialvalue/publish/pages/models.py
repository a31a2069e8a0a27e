"""The national models: each with what it is, from when it holds, and how much of it our measures count."""

from collections.abc import Iterator

from socialvalue.publish.page import Entry, Page
from socialvalue.publish.site import Site
from socialvalue.publish.story.models import parts_of
from socialvalue.publish.words.language import _


def entries(site: Site) -> Iterator[Entry]:
    listed = [
        {
            "model": model,
            "parts": len(parts := parts_of(site, model)),
            "measures": len({each.measure["measure"] for part in parts for each in part.matched}),
        }
        for model in site.models()
    ]
    yield Entry(
        path="models/index.html",
        title=_("By national models"),
        description=_("The same figures arranged by the lists that others ask by: the Social Value Model and more."),
        context={"listed": listed},
    )


PAGE = Page(name="models", section="measures", entries=entries, searchable=False)
