"""The housing sites of a programme: a whole with its parts, and homes added once."""

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from socialvalue.domain.bounds import joint
from socialvalue.publish.site import Row

NOT_BUILT = "refused"
"""The stage of a plan whose homes are in no sum."""


class Housing(NamedTuple):
    """One site with the parts that lie inside it. `homes` counts it once; it is missing where no number is known."""

    site: Row
    parts: "list[Housing]"
    homes: int | None
    bound: str
    counted: bool
    """Whether its homes are in its zone's sum: neither a part, nor replaced by a later plan, nor refused."""


class Zone(NamedTuple):
    """The sites of one zone. `homes` is missing where no number is known."""

    name: str
    housing: list[Housing]
    homes: int | None
    bound: str
    unknown: int
    """How many counted sites have no number."""


def zones(sites: Iterable[Row]) -> list[Zone]:
    """The zones from A to Z, their sites in the table's order.

    A whole counts with its own number. Where it has none, its parts' numbers are added in its place.
    """
    parts: dict[str, list[Row]] = defaultdict(list)
    named: dict[str, list[Row]] = {}
    for site in sites:
        if site["part_of"]:
            parts[site["part_of"]].append(site)
        else:
            named.setdefault(site["zone"], []).append(site)
    return [_zone(name, [_housing(site, parts) for site in wholes]) for name, wholes in sorted(named.items())]


def homes_of(zones: Iterable[Zone]) -> tuple[int, str]:
    """The homes of all zones, each site once, and the bound of that sum."""
    found = list(zones)
    return sum(zone.homes or 0 for zone in found), joint(zone.bound for zone in found)


def _housing(site: Row, parts: dict[str, list[Row]]) -> Housing:
    inside = [_housing(part, parts) for part in parts[site["site"]]]
    homes, bound = site["homes"], site["bound"]
    if homes is None:
        homes, bound = _sum(inside)
    stands = not site["replaced_by"] and site["stage"] != NOT_BUILT
    return Housing(site, inside, homes, bound, stands)


def _zone(name: str, housing: list[Housing]) -> Zone:
    homes, bound = _sum(housing)
    return Zone(name, housing, homes, bound, sum(one.counted and one.homes is None for one in housing))


def _sum(housing: list[Housing]) -> tuple[int | None, str]:
    known = [one for one in housing if one.counted and one.homes is not None]
    return (sum(one.homes or 0 for one in known), joint(one.bound for one in known)) if known else (None, "")
