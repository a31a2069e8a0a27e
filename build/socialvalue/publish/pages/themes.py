"""All themes, with what belongs to each."""

from collections.abc import Iterator

from socialvalue.publish.page import Entry, Page
from socialvalue.publish.site import Site
from socialvalue.publish.words.language import _


def entries(site: Site) -> Iterator[Entry]:
    listed = [
        {
            "theme": theme,
            "measures": len({row["measure"] for row in site.rows("measures") if row["theme"] == theme["theme"]}),
            "lines": len(site.lines("theme", theme["theme"])),
        }
        for theme in sorted(site.each("themes"), key=lambda row: row["order"])
    ]
    yield Entry(
        path="themes/index.html",
        title=_("Themes"),
        description=_("The themes that the measures are grouped under, and where each theme comes from."),
        context={"listed": listed},
    )


PAGE = Page(name="themes", section="measures", entries=entries, searchable=False)
