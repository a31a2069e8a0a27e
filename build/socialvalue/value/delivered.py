"""What each project delivered of each measure, and which part of it answers a promise that stands alone."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any, NamedTuple

import pandas as pd

from socialvalue.records import NoRating, rows
from socialvalue.value.promises import Counted, Promise, Where

MAY_BE_LESS, MAY_BE_MORE = "up to", "at least"


class Done(NamedTuple):
    """What one project has delivered of one measure. The quantity is millionths; none where nobody knows."""

    quantity: int | None
    bounds: frozenset[str]
    hidden: int = 0
    """How many of its lines are hidden, and not in the quantity."""
    why: str = ""
    """Why nobody knows, or not how much, where something was reported all the same."""
    ends: tuple[int, int | None] | None = None
    """The least and the most that it can be, where it is not the quantity; the most is none where nothing bounds it."""


def delivered_of(
    counts: pd.DataFrame, suppressed: pd.DataFrame, several: Collection[Counted] = ()
) -> dict[Counted, Done]:
    """What is counted; where a part of it is hidden, it is the least that it can be. Nobody knows how much all of it is
    where its lines mean `several` things by local."""
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
    for key in several:
        found[key] = Done(None, frozenset(), found[key].hidden if key in found else 0, NoRating.SEVERAL)
    return found


def answering(promise: Promise, lines: Sequence[Any], record: bool, within: Mapping[str, str]) -> Done:
    """What answers a promise, of the counted `lines` of its project and measure. `within` says what each area lies in.

    Promises that are added are answered by the lines of their place; a line that names no place, or a larger one, may
    be about it. A promise that stands alone is answered by the newest figures about the same: those of a count on one
    day are one count and added up, of a record (such as a share) there must be one.
    """
    alone = record or promise.alone
    newest = max((line.end for line in lines), default="") if alone else ""
    about = [line for line in lines if line.end >= newest and _same(promise.where, line, alone, within)]
    if not about:
        return Done(None, frozenset(), why=NoRating.OTHERWISE if lines else "")
    if record and len(about) > 1:
        return Done(None, frozenset(), why=NoRating.SEVERAL)
    bounds = frozenset(line.bound for line in about)
    sure = [line for line in about if alone or _inside(line.area, promise.where.area, within)]
    least = sum(int(line.quantity) for line in sure if line.bound != MAY_BE_LESS)
    most = sum(int(line.quantity) for line in about)
    return Done(most, bounds, ends=(least, None if MAY_BE_MORE in bounds else most))


def perhaps_more(done: Done, grows: bool, counted: bool) -> Done:
    """The same where a return leaves the measure out: more may be done, and of what doesn't grow there may be less.

    Where nothing at all was `counted`, nobody knows whether anything was done.
    """
    if done.quantity is None:
        return done
    if not counted:
        return done._replace(quantity=None, bounds=frozenset(), why=NoRating.LEFT_OUT, ends=None)
    if not grows:
        return done._replace(why=NoRating.LEFT_OUT, ends=(0, None))
    least = done.ends[0] if done.ends else done.quantity
    return done._replace(bounds=done.bounds | {MAY_BE_MORE}, why=NoRating.LEFT_OUT, ends=(least, None))


def _same(where: Where, line: Any, alone: bool, within: Mapping[str, str]) -> bool:
    """Whether a line is about what the promise is about: its area, and what it calls local, where it names them."""
    if not alone:
        return not line.area or _inside(line.area, where.area, within) or _inside(where.area, line.area, within)
    if where.area and not _inside(line.area, where.area, within):
        return False
    if where.local_area_set and line.local_area_set:
        return bool(line.local_area_set == where.local_area_set)
    return not where.local_definition or bool(line.local_definition == where.local_definition)


def _inside(area: str, other: str, within: Mapping[str, str]) -> bool:
    """Whether an area is the other one, or lies in it. Everything lies in none in particular."""
    seen: set[str] = set()
    while other and area != other and area not in seen:
        seen.add(area)
        area = within.get(area, "")
    return not other or area == other
