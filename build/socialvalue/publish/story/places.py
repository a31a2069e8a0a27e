"""Where projects are, in words: what covers a larger area is told apart from what is in one of its places."""

from collections.abc import Iterable

from socialvalue.publish.site import Row, Site
from socialvalue.publish.words import figures
from socialvalue.publish.words.language import _


def covering(site: Site, places: Iterable[Row]) -> list[Row]:
    """The projects that cover an area larger than a tile, by name, of these rows of places."""
    keys = {row["project"] for row in places if row["whole"]}
    return sorted((site.one("projects", key) for key in keys), key=lambda row: (row["name"].casefold(), row["project"]))


def covered_name(site: Site, places: Iterable[Row]) -> str:
    """What those projects cover, as it stands in a sentence: the whole county, or the names of several areas."""
    holders = {row["within"] for row in site.rows("areas")} - {""}
    codes = sorted({row["area"] for row in places if row["whole"] and row["area"] in holders})
    areas = [site.one("areas", code) for code in codes]
    if len(areas) == 1:
        return _("the whole %(kind)s", kind=figures.word(areas[0]["kind"]))
    return figures.listing([_("the whole of %(area)s", area=area["name"]) for area in areas]) if areas else ""


def covered_with(site: Site, area: Row, whole: Iterable[Row]) -> str:
    """What the projects that cover an area cover: the larger area alone where it holds this one, else both by name."""
    keys = {row["project"] for row in whole}
    places = [row for row in site.rows("places") if row["project"] in keys]
    named = covered_name(site, places)
    holders = {row["area"] for row in places if row["whole"]} & {area["area"], *_above(site, area["area"])}
    return named if holders & {row["within"] for row in site.rows("areas")} else figures.listing([area["name"], named])


def lines_apart(site: Site, whole: Iterable[Row]) -> int:
    """How many lines count in no one place, because their project covers a larger area and more; 0 where these are not
    all such projects of the site, which Explore shows together."""
    keys = {row["project"] for row in whole}
    of = [line["project"] for line in site.lines() if not line["place"]]
    covers = {row["project"] for row in site.rows("places") if row["whole"]}
    lines = [project for project in of if project in covers]
    return len(lines) if set(lines) <= keys else 0


def in_area(site: Site, area: str) -> tuple[list[Row], list[Row]]:
    """The projects in an area by name, and those that cover a larger one that holds it (or name it beside that one)."""
    rows = [row for row in site.rows("places") if row["area"] in {area, *_above(site, area), *_inside(site, area)}]
    there = {row["project"] for row in rows if not row["whole"]}
    holder = any(row["within"] == area for row in site.rows("areas"))
    whole = {row["project"] for row in rows if row["whole"] and (not holder or row["area"] == area)}
    named = {key: site.one("projects", key) for key in there | whole}
    ordered = sorted(named, key=lambda key: (named[key]["name"].casefold(), key))
    return [named[key] for key in ordered if key in there], [named[key] for key in ordered if key in whole]


def apart(site: Site, one: str, other: str) -> bool:
    """Whether two projects are surely in different places: both name areas, and none of one holds any of the other."""
    mine, theirs = ([row["area"] for row in site.rows("places", "project", key)] for key in (one, other))
    pairs = [(first, second) for first in mine for second in theirs]
    return bool(pairs) and not any(
        first in (second, *_above(site, second)) or second in _above(site, first) for first, second in pairs
    )


def _above(site: Site, area: str) -> list[str]:
    """The areas that hold this one, the smallest first."""
    found: list[str] = []
    while area := site.one("areas", area)["within"]:
        found.append(area)
    return found


def _inside(site: Site, area: str) -> list[str]:
    """The areas that this one holds, where it has a tile: what is in a ward of it is in it."""
    if site.one("areas", area)["tile_column"] is None:
        return []
    return [row["area"] for row in site.rows("areas") if area in _above(site, row["area"])]
