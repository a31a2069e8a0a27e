"""Delivered value of one kind in each area: as it is, for each person who lives there, for each £1,000 of contract."""

from socialvalue.publish.drawing.tiles import tiled
from socialvalue.publish.site import Row, Site


def placed(site: Site, kind: str) -> list[Row]:
    """One row per area with a tile: the area's columns, those of the valuation's `area_rates`, and `here`.

    `here` is False: no area is the subject. Without a kind there is none.
    """
    rates = {row["area"]: row for row in site.rows("area_rates", "kind", kind)}
    return [_row(area, rates[area["area"]]) for area in tiled(site)] if rates else []


def _row(area: Row, rates: Row) -> Row:
    """The bound of a sum is that of what it is divided by people or pounds into, too."""
    net, gained = rates["bound"], rates["gained_bound"]
    bounds = {"net_bound": net, "per_person_bound": net, "gained_bound": gained, "per_thousand_bound": gained}
    return {**area, **rates, **bounds, "here": False}
