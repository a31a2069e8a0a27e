"""A theme: its measures, what they count and what that is worth."""

from collections.abc import Iterator

from socialvalue.publish.page import Entry, Page
from socialvalue.publish.site import Row, Site
from socialvalue.publish.story.gathered_page import gathered_page


def entries(site: Site) -> Iterator[Entry]:
    for name in dict.fromkeys(row["theme"] for row in site.rows("themes")):
        lines = site.lines("theme", name)
        theme = site.leading("themes", name)
        others = site.definitions("themes", name)
        used = {line["measure"] for line in lines}
        yield Entry(
            path=f"themes/{name}.html",
            title=theme["name"],
            description=theme["what_it_is"],
            context={
                "theme": theme,
                "others": [other for other in others if _words(other) != _words(theme)],
                **gathered_page(site, "theme", name),
                "unused": [row for row in _measures(site, name) if row["measure"] not in used],
            },
        )


def _words(theme: Row) -> tuple[str, str, str]:
    """What a framework says of a theme: another may call the same code something else."""
    return theme["name"], theme["what_it_is"], theme["origin"]


def _measures(site: Site, theme: str) -> list[Row]:
    """The measures that some framework has under the theme, each once."""
    return list({row["measure"]: row for row in reversed(site.rows("measures")) if row["theme"] == theme}.values())[
        ::-1
    ]


PAGE = Page(name="theme", section="measures", entries=entries, contents=False)
