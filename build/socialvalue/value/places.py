"""Where each project is: one way of saying it, however its rows say it. An area that holds others stands for them."""

from collections.abc import Iterator, Mapping, Set

import pandas as pd

from socialvalue.records import Checked, rows

COLUMNS = ["project", "area", "tile", "whole"]


def places_of(checked: Checked) -> pd.DataFrame:
    """One row per project and place: project, area, tile, whole. Projects and areas stand in the order of their codes.

    Where a project names an area that holds others, or each of the areas within it, the holder has a row, and none of
    those within it has. `tile` is the area on the map of tiles that the place counts in: itself, or the one that it
    lies in. `whole` is true in every row of a project that covers an area larger than a tile: such a project is in
    no one place, so it counts in no tile, and is told of apart.
    """
    areas = checked.tables["areas"]
    within = {area.area: area.within for area in rows(areas) if area.within}
    tiles = set(areas.loc[areas["tile_column"].notna(), "area"])
    parts = _parts(within)
    named: dict[str, set[str]] = {}
    for row in rows(checked.tables["project-areas"]):
        named.setdefault(row.project, set()).add(row.area)
    found = []
    for project in sorted(named):
        places = _places_of(named[project], parts, within)
        whole = any(area not in tiles and parts.get(area, set()) & tiles for area in places)
        found += [(project, area, "" if whole else _tile(area, tiles, within), whole) for area in places]
    return pd.DataFrame(found, columns=COLUMNS).astype({"whole": bool})


def only_places(checked: Checked) -> dict[str, str]:
    """The area of each project that is in one area alone, a larger one too: what it says nothing of the place of is
    there."""
    places = places_of(checked)
    alone = places[~places["project"].duplicated(keep=False)]
    return dict(zip(alone["project"], alone["area"], strict=True))


def _above(area: str, within: Mapping[str, str]) -> Iterator[str]:
    """The areas that hold this one, the smallest first."""
    while area := within.get(area, ""):
        yield area


def _parts(within: Mapping[str, str]) -> dict[str, set[str]]:
    """Each area that holds others, with all that lie in it."""
    parts: dict[str, set[str]] = {}
    for area in within:
        for holder in _above(area, within):
            parts.setdefault(holder, set()).add(area)
    return parts


def _places_of(named: Set[str], parts: Mapping[str, Set[str]], within: Mapping[str, str]) -> list[str]:
    """The fewest areas that say the same as these."""
    every = set(named).union(*(parts.get(area, set()) for area in named))
    complete = {holder for holder, inside in parts.items() if inside - parts.keys() <= every}
    every |= complete
    return sorted(area for area in every if within.get(area, "") not in every)


def _tile(area: str, tiles: Set[str], within: Mapping[str, str]) -> str:
    return next((place for place in (area, *_above(area, within)) if place in tiles), "")
