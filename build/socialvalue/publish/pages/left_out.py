"""What we left out: each published statement that was not used, with the reason."""

from collections.abc import Iterator

from socialvalue.publish.page import Entry, Page
from socialvalue.publish.site import Site


def entries(site: Site) -> Iterator[Entry]:
    yield Entry(
        path="left-out.html",
        title="What we left out",
        description="Published statements that became no figure here, each with the reason.",
        context={"items": site.rows("left-out")},
    )


PAGE = Page(name="left_out", section="", entries=entries, searchable=False)
