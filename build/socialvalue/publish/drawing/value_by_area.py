"""Delivered value of one kind in each area: as it is, for each person who lives there, for each £1,000 of contract."""

from socialvalue.domain.rounding import quotient
from socialvalue.publish.site import Row, Site
from socialvalue.publish.story.value_by_kind import value_rows


def placed(site: Site, kind: str) -> list[Row]:
    """One row per area with a tile: the area's columns, and

    net (pence of the lines that name it), per_person (pence; missing where no population is published), contract (£,
    of the projects that are in this area alone, have a contract of known value and delivered value of the kind),
    gained (pence, what those projects delivered wherever it went), per_thousand (pence for each £1,000 of
    contract; missing without such a project) and here (no area is the subject).
    """
    rows = [row for row in value_rows(site) if row["kind"] == kind and row["status"] != "committed"]
    return [_area(site, area, rows) for area in site.rows("areas") if area["tile_column"] is not None]


def _area(site: Site, area: Row, rows: list[Row]) -> Row:
    net = sum(int(row["net"]) for row in rows if row["area"] == area["area"])
    people = area["population"]
    delivered: dict[str, int] = {}
    for row in rows:
        if _contract(site, row["project"], area["area"]):
            delivered[row["project"]] = delivered.get(row["project"], 0) + int(row["net"])
    contract = sum(_contract(site, project, area["area"]) for project in delivered)
    gained = sum(delivered.values())
    return {
        **area,
        "net": net,
        "per_person": quotient(net, int(people)) if people else None,
        "contract": contract or None,
        "gained": gained if contract else None,
        "per_thousand": quotient(1000 * gained, contract) if contract else None,
        "here": False,
    }


def _contract(site: Site, project: str, area: str) -> int:
    """The contract of a project that is in this area and no other, in pounds; 0 where it is elsewhere or not known."""
    if [row["area"] for row in site.rows("places", "project", project)] != [area]:
        return 0
    return int(site.one("projects", project)["contract_gbp"] or 0)
