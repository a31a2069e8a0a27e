"""Every public page and document that a figure rests on."""

from collections import defaultdict
from collections.abc import Iterator

from socialvalue.publish.page import Entry, Page
from socialvalue.publish.site import Row, Site
from socialvalue.publish.words.language import _

ENOUGH = 3
"""Sources that make a fold of their own worth opening; publishers of fewer stand together."""


def entries(site: Site) -> Iterator[Entry]:
    publishers: dict[str, list[Row]] = defaultdict(list)
    for source in site.rows("sources"):
        publishers[source["publisher"]].append(source)
    listed = sorted(publishers.items(), key=lambda item: item[0].casefold())
    yield Entry(
        path="sources.html",
        title=_("Sources"),
        description=_("Every public page and document that the figures rest on: who published it, when we read it."),
        context={
            "publishers": [(name, found) for name, found in listed if len(found) >= ENOUGH],
            "others": [(name, found) for name, found in listed if len(found) < ENOUGH],
            "number": len(site.rows("sources")),
            "second_hand": sum(row["hand"] == "second-hand" for row in site.rows("sources")),
        },
    )


PAGE = Page(name="sources", section="", entries=entries, searchable=False)
