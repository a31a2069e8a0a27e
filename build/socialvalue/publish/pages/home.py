"""The front page: what was counted, what has a £ and why so little, what others claim, where it is, and the ways in."""

from collections.abc import Iterator

from socialvalue.publish.page import Entry, Page
from socialvalue.publish.site import Row, Site
from socialvalue.publish.story import front, pounds
from socialvalue.publish.story.largest import largest
from socialvalue.publish.story.places import covered_name, covering
from socialvalue.publish.story.theirs_and_ours import beside, heading


def entries(site: Site) -> Iterator[Entry]:
    settings, found = site.settings, beside(site)
    yield Entry(
        path="index.html",
        title=f"{settings.title} {settings.place}".strip(),
        description=settings.description,
        context={
            "lead": pounds.lead(site),
            "largest": largest(site),
            "keys": pounds.keys(site),
            "strokes": pounds.strokes(site) if len(site.lines()) <= pounds.MOST_STROKES else [],
            "valued": len(pounds.strokes(site)),
            "unvalued": len(site.rows("lines")) - len(pounds.strokes(site)),
            "reasons": pounds.reasons(site),
            "beside": found,
            "heading": heading(found.ours) if found else "",
            "track": front.track(site),
            "front": front,
            "newest": front.newest(site),
            "changes": front.changes(site),
            "late": front.late(site),
            "with_figures": len({line["project"] for line in site.lines()}),
            **_where(site),
        },
    )


def _where(site: Site) -> Row:
    """How many projects each area has, most first; which cover a larger one; and how many name no place."""
    places = site.rows("places")
    tiles = {row["area"]: set[str]() for row in site.rows("areas") if row["tile_column"] is not None}
    for row in places:
        if row["tile"]:
            tiles[row["tile"]].add(row["project"])
    names = {code: site.one("areas", code)["name"] for code in tiles}
    ranked = [(code, len(found)) for code, found in tiles.items() if found]
    return {
        "ranked": sorted(ranked, key=lambda pair: (-pair[1], names[pair[0]])),
        "whole": covering(site, places),
        "covered": covered_name(site, places),
        "nowhere": len(site.rows("projects")) - len({row["project"] for row in places}),
    }


PAGE = Page(name="home", section="", entries=entries, contents=False)
