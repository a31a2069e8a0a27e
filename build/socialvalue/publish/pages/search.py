"""Search: what was found, as a page with an address. Without a script it leads to the lists from A to Z."""

from collections.abc import Iterator

from socialvalue.publish.page import Entry, Page
from socialvalue.publish.site import Site
from socialvalue.publish.words.language import _


def entries(site: Site) -> Iterator[Entry]:
    lists = [
        ("projects/index.html", _("Projects"), len(site.rows("projects"))),
        ("areas/index.html", _("Places"), len(site.rows("areas"))),
        ("organisations/index.html", _("Organisations"), len(site.rows("organisations"))),
        ("programmes/index.html", _("Programmes"), len(site.rows("programmes"))),
        ("measures/index.html", _("Measures"), len(site.each("measures"))),
        ("stated.html", _("Stated figures"), len(site.stated_figures())),
        ("explore.html", _("Lines"), len(site.lines())),
        ("glossary.html", _("Glossary"), 0),
    ]
    yield Entry(
        path="search.html",
        title=_("Search"),
        description=_("Find a project, a place, a measure, a supplier or a figure."),
        context={"lists": [each for each in lists if each[2] or each[0] == "glossary.html"]},
    )


PAGE = Page(name="search", section="", entries=entries, searchable=False, contents=False)
