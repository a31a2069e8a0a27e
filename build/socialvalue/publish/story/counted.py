"""What the lines of many projects count, put together without adding what must not be added."""

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from socialvalue.domain.bounds import joint
from socialvalue.publish.site import Row, Site


class Count(NamedTuple):
    """What a measure's lines count. `quantity` (millionths) is missing where they may not be added."""

    measure: Row
    quantity: int | None
    bound: str
    lines: list[Row]
    inside: int
    """How many of the lines are inside another, and in no sum."""
    again: int
    """How many are counts on one day that were taken again since."""
    hidden: int
    """How many are hidden because few people stand behind them, and are in no sum."""
    projects: int
    second_hand: bool


def counted(site: Site, lines: Iterable[Row]) -> list[Count]:
    """A count for each measure of the lines, in the framework's order.

    Flows are added, leaving out lines that are part of another. A stock (a count on one day) or a record is given
    as it stands where there is one line, and never added, for the projects' days and bases differ.
    """
    groups: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for line in lines:
        groups[line["framework"], line["measure"]].append(line)
    known = {(row["owner"], row["measure"]): row for row in site.rows("measures")}
    return [_count(known[name], groups[name]) for name in known if name in groups]


def _count(measure: Row, lines: list[Row]) -> Count:
    summed = [line for line in lines if line["counted"]]
    aside = [line for line in lines if not line["counted"] and line["marker"] != "c"]
    adds_up = measure["adds_up"] == "flow" or len(summed) == 1
    return Count(
        measure=measure,
        quantity=sum(line["quantity"] for line in summed) if adds_up and summed else None,
        bound=joint(line["bound"] for line in summed),
        lines=lines,
        inside=sum(line["part_of"] != "" for line in aside),
        again=sum(line["part_of"] == "" for line in aside),
        hidden=len(lines) - len(summed) - len(aside),
        projects=len({line["project"] for line in lines}),
        second_hand=any(line["confidence"] == "B" for line in lines),
    )
