"""News: what came in and what was corrected, by the day or month that the returns give."""

from collections.abc import Iterator
from itertools import groupby

from socialvalue.publish.downloads.news import news
from socialvalue.publish.page import Entry, Page
from socialvalue.publish.site import Site
from socialvalue.publish.words.language import _

OPEN = 20
"""The newest items, which stand open; older ones are folded, month by month."""


def entries(site: Site) -> Iterator[Entry]:
    items = news(site)
    yield Entry(
        path="news.html",
        title=_("What changed"),
        description=_("New returns and corrections, the newest first."),
        context={
            "newest": [(when, list(group)) for when, group in groupby(items[:OPEN], key=lambda item: item.when)],
            "older": [(month, list(group)) for month, group in groupby(items[OPEN:], key=lambda item: item.when[:7])],
        },
    )


PAGE = Page(name="news", section="", entries=entries, searchable=False)
