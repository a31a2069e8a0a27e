"""Value by kind for everything or for one member of a dimension. Kinds are never added to each other."""

from collections.abc import Iterable
from typing import TypeVar

from socialvalue.publish.site import Row, Site
from socialvalue.records import KINDS, STATUSES
from socialvalue.records.typed_rows import SumRow, ValueRow

R = TypeVar("R", bound=Row)
DELIVERED = STATUSES[:-1]


def by_kind(site: Site, dimension: str = "all", member: str = "all") -> list[SumRow]:
    """One row per kind that has a value, in the fixed order: the columns of the valuation's `by_kind`."""
    return site.kinds(dimension, member)


def with_bounds(site: Site, kinds: Iterable[SumRow], dimension: str, member: str) -> list[Row]:
    """The rows of `by_kind` with the bound of what each status has, as `<status>_bound`."""
    bounds = {(row["kind"], row["status"]): row["bound"] for row in site.sums("totals", dimension, member)}
    return [
        {**row, **{f"{status}_bound": bounds.get((row["kind"], status), "") for status in STATUSES}} for row in kinds
    ]


def delivered_values(site: Site) -> list[ValueRow]:
    """The values behind the sums of what was delivered: of lines that count, by unit values that count in totals."""
    return site.once("delivered values", lambda: [row for row in site.values() if _delivered(row)])


def _delivered(row: ValueRow) -> bool:
    return bool(row["counted"]) and row["counts_in"] == "total" and row["status"] != "committed"


def leading(kinds: Iterable[R]) -> R | None:
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
