"""What each project delivered of each measure, and which part of it answers a promise that stands alone."""

from collections.abc import Sequence
from typing import Any, NamedTuple

import pandas as pd

from socialvalue.records import NoRating, rows
from socialvalue.value.promises import Counted, Where


class Done(NamedTuple):
    """What one project has delivered of one measure. The quantity is millionths; none where nobody knows."""

    quantity: int | None
    bounds: frozenset[str]
    hidden: int = 0
    """How many of its lines are hidden, and not in the quantity."""
    why: str = ""
    """Why nobody knows, where something was reported all the same."""


def delivered_of(counts: pd.DataFrame, suppressed: pd.DataFrame) -> dict[Counted, Done]:
    """What is counted; where a part of it is hidden, it is the least that it can be."""
    found: dict[Counted, Done] = {}
    for row in rows(counts[(counts["dimension"] == "project") & (counts["status"] != "committed")]):
        before = found.get((row.member, row.framework, row.measure), Done(0, frozenset()))
        quantity = (before.quantity or 0) + int(row.quantity)
        found[row.member, row.framework, row.measure] = Done(quantity, before.bounds | {row.bound})
    for row in rows(suppressed[suppressed["counted"]]):
        key = (row.project, row.framework, row.measure)
        seen = found.get(key, Done(None, frozenset()))
        least = seen.bounds if seen.quantity is None else seen.bounds | {"at least"}
        found[key] = Done(seen.quantity, least, seen.hidden + 1)
    return found


def answering(where: Where, lines: Sequence[Any], record: bool) -> Done:
    """What answers a promise of a measure that does not add up, of the counted `lines` of its project and measure.

    The newest figures about the same place: those of a count on one day are one count and added up, of a record (such
    as a share) there must be one.
    """
    newest = max((line.end for line in lines), default="")
    about = [line for line in lines if line.end == newest and _same(where, line)]
    if not about:
        return Done(None, frozenset(), why=NoRating.OTHERWISE if lines else "")
    if record and len(about) > 1:
        return Done(None, frozenset(), why=NoRating.SEVERAL)
    return Done(sum(int(line.quantity) for line in about), frozenset(line.bound for line in about))


def _same(where: Where, line: Any) -> bool:
    """Whether a line is about what the promise is about: its area, and what it calls local, where it names them."""
    if where.area and line.area != where.area:
        return False
    if where.local_area_set and line.local_area_set:
        return bool(line.local_area_set == where.local_area_set)
    return not where.local_definition or bool(line.local_definition == where.local_definition)
