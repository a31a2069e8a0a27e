"""Which project did most by a measure: said only where the figures can be put in order; level ones are said to be."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from socialvalue.domain.bounds import surely_less
from socialvalue.publish.site import Row, Site
from socialvalue.publish.words import figures


class Most(NamedTuple):
    """Of the projects of a member by one measure: the sums that can be told, the largest first; those that have most
    (several are level, none where nobody can tell); and how many projects count it, also in no sum."""

    sums: list[Row]
    most: list[Row]
    projects: int


def rings(lines: Iterable[Row]) -> set[str]:
    """What these lines call local, each in its words or by its area set."""
    return {line["local_definition"] or line["local_area_set"] for line in lines} - {""}


def comparable(measure: Row, lines: Iterable[Row]) -> bool:
    """Whether the figures of these lines of one measure can be put in order: they add up, and local means one thing."""
    return measure["adds_up"] == "flow" and not (measure["local"] and len(rings(lines)) > 1)


def most_of(site: Site, dimension: str, member: str, measure: Row) -> Most | None:
    """Which project has most by a measure, within a member; None where its figures can't be put in order."""
    named = measure["owner"], measure["measure"]
    lines = [line for line in site.lines_of(dimension, member) if (line["framework"], line["measure"]) == named]
    if not comparable(measure, lines):
        return None
    found = [
        row for row in site.sums("project_counts", dimension, member) if (row["framework"], row["measure"]) == named
    ]
    sums = [row for row in found if row["quantity"] is not None]
    sums.sort(key=lambda row: (row["bound"] in figures.MAY_BE_NOTHING, -row["quantity"], row["project"]))
    return Most(sums, most_in(sums), len(found))


def most_in(sums: Sequence[Row]) -> list[Row]:
    """Of sums in their order the first, and those level with it; none where a bound leaves open which is larger."""
    if not sums:
        return []
    first, *others = sums
    level = [row for row in others if row["quantity"] == first["quantity"] and not (row["bound"] or first["bound"])]
    if all(_below(row, first) for row in others if row not in level):
        return [first, *level]
    return []


def _below(row: Row, first: Row) -> bool:
    """Whether a figure is less than the first one, whatever their bounds leave open."""
    return surely_less((row["quantity"], row["bound"]), (first["quantity"], first["bound"]))
