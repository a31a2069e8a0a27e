"""The homes of a programme's housing sites: a whole with its parts, and homes added once."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

import pandas as pd

from socialvalue.domain.bounds import joint
from socialvalue.records import rows

NOT_BUILT = "refused"
"""The stage of a plan whose homes are in no sum."""


class Homes(NamedTuple):
    """A number of homes, and its bound; missing where no number is known."""

    homes: int | None
    bound: str


class Housing(NamedTuple):
    """The homes of each site, of each zone and of each programme, as described in records/frames.py."""

    housing: pd.DataFrame
    zones: pd.DataFrame
    homes: pd.DataFrame


def housing_of(sites: pd.DataFrame) -> Housing:
    """Every site with its homes, each counted once: a whole with its own number, or else with those of its parts."""
    of_site: dict[str, Homes] = {}
    zones: list[dict[str, Any]] = []
    programmes: list[dict[str, Any]] = []
    for programme, own in sites.groupby("programme", sort=False):
        parts: dict[str, list[Any]] = defaultdict(list)
        wholes: dict[str, list[Any]] = defaultdict(list)
        for site in rows(own):
            (parts[site.part_of] if site.part_of else wholes[site.zone]).append(site)
        found = [_zone(str(programme), zone, wholes[zone], parts, of_site) for zone in sorted(wholes)]
        zones += found
        known = [Homes(zone["homes"], zone["bound"]) for zone in found if zone["homes"] is not None]
        programmes.append({"programme": programme, **(_added(known)._asdict() if known else {"homes": 0, "bound": ""})})
    each = [
        {"site": site.site, **of_site[site.site]._asdict(), "counted": _stands(site)}
        for site in rows(sites)
        if site.site in of_site
    ]
    number = {"homes": "Int64"}
    return Housing(
        pd.DataFrame(each, columns=["site", "homes", "bound", "counted"]).astype({**number, "counted": bool}),
        pd.DataFrame(zones, columns=["programme", "zone", "homes", "bound", "unknown"]).astype(
            {**number, "unknown": "int64"}
        ),
        pd.DataFrame(programmes, columns=["programme", "homes", "bound"]).astype(number),
    )


def _zone(
    programme: str, zone: str, wholes: Iterable[Any], parts: Mapping[str, list[Any]], of_site: dict[str, Homes]
) -> dict[str, Any]:
    counted = [homes for site in wholes if (homes := _homes(site, parts, of_site)) and _stands(site)]
    known = [homes for homes in counted if homes.homes is not None]
    return {"programme": programme, "zone": zone, **_added(known)._asdict(), "unknown": len(counted) - len(known)}


def _homes(site: Any, parts: Mapping[str, list[Any]], of_site: dict[str, Homes]) -> Homes:
    """The homes of a site: its own number, or else the sum of its parts."""
    inside = [homes for part in parts.get(site.site, ()) if (homes := _homes(part, parts, of_site)) and _stands(part)]
    own = Homes(None, "") if pd.isna(site.homes) else Homes(int(site.homes), site.bound)
    of_site[site.site] = own if own.homes is not None else _added([each for each in inside if each.homes is not None])
    return of_site[site.site]


def _stands(site: Any) -> bool:
    """Whether a site's homes are in the sum above it: neither replaced by a later plan, nor refused."""
    return not site.replaced_by and site.stage != NOT_BUILT


def _added(known: Iterable[Homes]) -> Homes:
    each = list(known)
    return Homes(sum(one.homes or 0 for one in each), joint(one.bound for one in each)) if each else Homes(None, "")
