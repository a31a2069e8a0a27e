"""The downloads: what is in each file, how large it is, its checksum, and how to cite it."""

from collections.abc import Iterator

from socialvalue.publish.downloads.release import catalogue
from socialvalue.publish.page import Entry, Page
from socialvalue.publish.site import Site
from socialvalue.publish.words.language import _

FIRST = 10
"""How many files the page lists before it folds the others: what was reported, promised, counted and valued."""


def entries(site: Site) -> Iterator[Entry]:
    licences = dict.fromkeys(row["licence"] for row in site.rows("unit-values"))
    yield Entry(
        path="data.html",
        title=_("Data"),
        description=_("Every figure on this site as open data: files, rows, checksums and how to cite them."),
        context={"files": catalogue(site), "first": FIRST, "licences": list(licences)},
    )


PAGE = Page(name="data", section="data", entries=entries)
