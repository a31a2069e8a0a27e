"""What lines count and are worth, put together without adding what must not be added."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any, NamedTuple

from socialvalue.publish.site import Row, Site
from socialvalue.records import KINDS, STATUSES

DELIVERED = tuple(status for status in STATUSES if status != "committed")


class Count(NamedTuple):
    """What a measure's lines count. `quantity` is missing where they may not be added."""

    measure: Row
    quantity: int | None
    bound: str
    lines: list[Row]
    projects: int
    second_hand: bool


class Kind(NamedTuple):
    """Delivered value of one kind, in pence, and its net by status."""

    kind: str
    gross: int
    deducted: int
    net: int
    real: int
    by_status: dict[str, int]

    @property
    def bar(self) -> list[tuple[str, str, int]]:
        """The parts of its bar, the surest first: kind, status, net."""
        return [(self.kind, status, self.by_status[status]) for status in DELIVERED if status in self.by_status]


def by_measure(site: Site, lines: Iterable[Row]) -> list[Count]:
    """A count for each measure of the lines, in the framework's order.

    Flows are added, leaving out lines that are part of another. A stock (a count on one day) or a record is given
    as it stands where there is one line, and never added.
    """
    groups: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for line in lines:
        groups[line["framework"], line["measure"]].append(line)
    known = {(row["owner"], row["measure"]): row for row in site.rows("measures")}
    return [_count(known[name], groups[name]) for name in known if name in groups]


def _count(measure: Row, lines: list[Row]) -> Count:
    summed = [line for line in lines if line["counted"]]
    adds_up = measure["adds_up"] == "flow" or len(summed) == 1
    return Count(
        measure=measure,
        quantity=sum(line["quantity"] for line in summed) if adds_up and summed else None,
        bound=bound_of(line["bound"] for line in summed),
        lines=lines,
        projects=len({line["project"] for line in lines}),
        second_hand=any(line["confidence"] == "B" for line in lines),
    )


def bound_of(bounds: Iterable[str]) -> str:
    """The bound of a sum: at least if some parts are at least, up to if some are up to, about if both."""
    found = set(bounds) - {""}
    return found.pop() if len(found) == 1 else ("about" if found else "")


def by_kind(site: Site, dimension: str = "all", member: str = "all") -> list[Kind]:
    """The delivered value of a member of a dimension of the totals, a row for each kind in the order of KINDS."""
    rows = [
        row
        for row in site.rows("totals", "member", member)
        if row["dimension"] == dimension and row["status"] in DELIVERED
    ]
    return [_kind(kind, [row for row in rows if row["kind"] == kind]) for kind in KINDS if _has(rows, kind)]


def _has(rows: list[Row], kind: str) -> bool:
    return any(row["kind"] == kind for row in rows)


def _kind(kind: str, rows: list[Row]) -> Kind:
    money: dict[str, Any] = {
        name: sum(row[name] for row in rows) for name in ("gross", "deducted", "net", "real")
    }
    return Kind(kind, by_status={row["status"]: row["net"] for row in rows}, **money)
