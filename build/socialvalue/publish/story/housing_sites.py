"""The housing sites of a programme: a whole with its parts, each with the homes that valuing counted."""

from collections import defaultdict
from typing import NamedTuple

from socialvalue.publish.site import Row, Site


class Housing(NamedTuple):
    """One site with the parts that lie inside it. `homes` is missing where no number is known."""

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


def zones(site: Site, programme: str) -> list[Zone]:
    """The zones of a programme from A to Z, their sites in the table's order."""
    parts: dict[str, list[Row]] = defaultdict(list)
    wholes: dict[str, list[Row]] = defaultdict(list)
    for each in site.rows("sites", "programme", programme):
        (parts[each["part_of"]] if each["part_of"] else wholes[each["zone"]]).append(each)
    return [
        Zone(
            name=zone["zone"],
            housing=[_housing(site, whole, parts) for whole in wholes[zone["zone"]]],
            homes=zone["homes"],
            bound=zone["bound"],
            unknown=zone["unknown"],
        )
        for zone in site.rows("zones", "programme", programme)
    ]


def homes_of(site: Site, programme: str) -> tuple[int, str]:
    """The homes of all zones of a programme, each site once, and the bound of that sum."""
    found = site.one("homes", programme, "programme")
    return (found["homes"], found["bound"]) if found else (0, "")


def _housing(site: Site, each: Row, parts: dict[str, list[Row]]) -> Housing:
    counted = site.one("housing", each["site"], "site")
    inside = [_housing(site, part, parts) for part in parts[each["site"]]]
    return Housing(each, inside, counted["homes"], counted["bound"], counted["counted"])
