"""A theme: its measures, what they count and what that is worth."""

from collections.abc import Iterator

from socialvalue.publish.page import Entry, Page
from socialvalue.publish.site import Site
from socialvalue.publish.story.counted import counted
from socialvalue.publish.story.value_by_kind import by_kind


def entries(site: Site) -> Iterator[Entry]:
    for theme in {row["theme"]: row for row in site.rows("themes")}.values():
        name = theme["theme"]
        lines = site.rows("lines", "theme", name)
        used = {line["measure"] for line in lines}
        yield Entry(
            path=f"themes/{name}.html",
            title=theme["name"],
            description=theme["what_it_is"],
            context={
                "theme": theme,
                "counts": counted(site, "theme", name),
                "kinds": by_kind(site, "theme", name),
                "lines": lines,
                "unused": [row for row in site.rows("measures", "theme", name) if row["measure"] not in used],
            },
        )


PAGE = Page(name="theme", section="measures", entries=entries)
