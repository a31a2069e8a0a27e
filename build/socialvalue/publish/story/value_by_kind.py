"""Value by kind for everything or for one member of a dimension. Kinds are never added to each other."""

from collections.abc import Iterable

from socialvalue.domain.bounds import joint
from socialvalue.publish.site import Row, Site
from socialvalue.records import KINDS, STATUSES

DELIVERED = STATUSES[:-1]


def value_rows(site: Site, dimension: str = "all", member: str = "all") -> list[Row]:
    """The values behind a total: of lines and targets that count, by unit values that count in totals."""
    rows = site.rows("values") if dimension == "all" else site.rows("values", dimension, member)
    return [row for row in rows if row["counted"] and row["counts_in"] == "total"]


def steps_of(site: Site, value: Row) -> list[Row]:
    """The deductions of one value, in their order."""
    return [step for step in site.rows("steps", "key", value["key"]) if step["unit_value"] == value["unit_value"]]


def by_kind(site: Site, dimension: str = "all", member: str = "all") -> list[Row]:
    """One row per kind that has a value, in the fixed order; money in pence.

    kind, one column for each status (net), net (delivered: all but committed), gross and real (of what was
    delivered), low and high (None where no source gives a range), bound, lines (how many lie behind it).
    """
    rows = value_rows(site, dimension, member)
    found = []
    for kind in KINDS:
        mine = [row for row in rows if row["kind"] == kind]
        delivered = [row for row in mine if row["status"] != "committed"]
        if mine:
            found.append(
                {
                    "kind": kind,
                    **{status: sum(r["net"] for r in mine if r["status"] == status) for status in STATUSES},
                    **{name: sum(row[name] for row in delivered) for name in ("net", "gross", "real")},
                    **_range(delivered),
                    "bound": joint(site.one("lines", row["key"])["bound"] for row in delivered),
                    "lines": len({row["key"] for row in delivered}),
                }
            )
    return found


def leading(kinds: Iterable[Row]) -> Row | None:
    """The row that says what something is worth: the largest kind of what was delivered.

    Never local spending, most of which would have been spent anyway. Of two as large, the first kind.
    """
    apart = [row for row in kinds if row["kind"] != "local" and row["net"]]
    return max(apart, key=lambda row: int(row["net"]), default=None)


def statuses_in(kinds: Iterable[Row]) -> list[str]:
    """The statuses that some kind has a value of, from the surest."""
    rows = list(kinds)
    return [status for status in STATUSES if any(row[status] for row in rows)]


def hue(site: Site, row: Row) -> str:
    """The colour of a row's measure: its first kind of value, or `count` where it has none."""
    values = site.of("unit-values", row, "measure", row["measure"])
    kinds = {value["kind"] for value in values if value["counts_in"] == "total"}
    return next((kind for kind in KINDS if kind in kinds), "count")


def _range(rows: list[Row]) -> Row:
    if all(row["low"] is None and row["high"] is None for row in rows):
        return {"low": None, "high": None}
    return {end: sum(int(row["net"] if row[end] is None else row[end]) for row in rows) for end in ("low", "high")}
