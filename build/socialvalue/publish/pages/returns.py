"""All returns, the newest period first."""

from collections.abc import Iterator

from socialvalue.publish.page import Entry, Page
from socialvalue.publish.site import Site
from socialvalue.publish.words.language import _

OPEN = 30
"""The newest returns, which stand open; the others are folded."""


def entries(site: Site) -> Iterator[Entry]:
    newest = sorted(site.rows("returns"), key=lambda row: (row["end"], row["owner"]), reverse=True)
    listed = [{"return": row, "lines": len(site.lines("return_id", row["owner"]))} for row in newest]
    yield Entry(
        path="returns/index.html",
        title=_("Returns"),
        description=_("Every return, the newest period first: what each project reported, and how it reached us."),
        context={
            "listed": listed,
            "open": OPEN,
            "compiled": sum(row["basis"] == "compiled" for row in newest),
        },
    )


PAGE = Page(name="returns", section="", entries=entries, searchable=False)
