"""Value by kind for everything or for one member of a dimension. Kinds are never added to each other."""

from collections.abc import Iterable

from socialvalue.publish.site import Row, Site
from socialvalue.records import KINDS, STATUSES

DELIVERED = STATUSES[:-1]


def by_kind(site: Site, dimension: str = "all", member: str = "all") -> list[Row]:
    """One row per kind that has a value, in the fixed order: the columns of the valuation's `by_kind`."""
    return site.sums("by_kind", dimension, member)


def statuses_in(kinds: Iterable[Row]) -> list[str]:
    """The statuses that some kind has a value of, from the surest."""
    rows = list(kinds)
    return [status for status in STATUSES if any(row[status] for row in rows)]


def hue(site: Site, measure: str) -> str:
    """The colour of a measure: its first kind of value, or `count` where it has none."""
    kinds = {row["kind"] for row in site.rows("unit-values", "measure", measure) if row["counts_in"] == "total"}
    return next((kind for kind in KINDS if kind in kinds), "count")
