"""The figures of each member of a dimension, as pages about places and organisations show them."""

from collections.abc import Callable, Collection
from typing import Any

from socialvalue.publish.many.many import Many, Row
from socialvalue.publish.many.ordering import MOST, by_kind
from socialvalue.publish.page import Entry


def member_entry(
    many: Many, dimension: str, name: Callable[[str], str], *, among: Collection[str] | None = None, **said: Any
) -> Entry:
    """A page that lists members by their names, each with its totals: those of several authorities, then of each."""
    found: dict[str, list[Row]] = {}
    for table in ("joint-totals", "totals"):
        for row in many.rows(table, "dimension", of=(dimension,)):
            if among is None or row["member"] in among:
                found.setdefault(row["member"], []).append(row)
    ordered = sorted(found, key=lambda member: (name(member).casefold(), member))
    members, shown = [], 0
    for member in ordered:
        if shown > MOST:
            break
        members.append((member, name(member), by_kind(found[member])))
        shown += len(found[member])
    return Entry(context={"members": members, "more": len(ordered) - len(members)}, **said)
