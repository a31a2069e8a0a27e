"""What was delivered as one table: measures in groups, each opening into its lines."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple, TypeVar

from socialvalue.publish.site import Row, Site
from socialvalue.publish.story.families import Family, family_of
from socialvalue.publish.story.line_rows import ShownLine
from socialvalue.publish.story.not_known import why_no_pounds
from socialvalue.publish.story.part_of import part_of
from socialvalue.publish.story.promises import by_measure
from socialvalue.publish.words import days
from socialvalue.publish.words.language import N_, _
from socialvalue.records import YEARS_OF_WORK
from socialvalue.records.typed_rows import LineRow

Line = TypeVar("Line", bound=Mapping[str, Any])

PEOPLE = ("headcount", "jobs", *YEARS_OF_WORK, "qualifications", "courses", "placements", "places")
TIME = ("weeks", "days", "hours", "staff_hours", "expert_hours", "hours_x_attendees")
GROUPS = (
    (N_("People, jobs and learning"), ""),
    (N_("Time given"), ""),
    (N_("Other counts"), ""),
    (N_("Money"), ""),
    (N_("Shares"), N_("A share has no amount of value, and shares are never added.")),
    (N_("Spent with local firms"), N_("Kept nearby, and not added value: most of it would have been spent anyway.")),
)
"""The groups in their order: what each is called, and what is said of it."""


MOST_OPEN, FEW_MORE = 10, 3
"""Rows of a table that stand open; and how many more there may be before the rest is folded."""


class Group(NamedTuple):
    """Measures that are read together. Each row has its lines and what its measure counts."""

    name: str
    note: str
    rows: list[Row]
    anchor: str = ""


def delivered_groups(site: Site, project: str, lines: Sequence[ShownLine]) -> list[Group]:
    """The groups that have a measure, each with its measures; `lines` of line_rows, rows of by_measure.

    A measure whose lines are all inside others, or hidden, stands last in its group without a number.
    """
    known = {(row["framework"], row["measure"]): row for row in by_measure(site, project)}
    found: list[Row] = []
    for named in dict.fromkeys((line["framework"], line["measure"]) for line in lines):
        mine = [line for line in lines if (line["framework"], line["measure"]) == named]
        row = {**mine[0], "delivered": None, "delivered_bound": "", "revised": "", **known.get(named, {})}
        found.append({**row, **of_lines(site, mine)})
    return grouped(site, found)


def in_figure(lines: Sequence[Line]) -> list[Line]:
    """Of the lines behind a figure those that are in it: it is of their days, projects and places alone. All of them
    where none is, as the figure is then of what isn't counted."""
    return [line for line in lines if line["counted"]] or list(lines)


def of_lines(site: Site, mine: Sequence[LineRow]) -> Row:
    """What a row says of its lines: of (their measure), mine (the newest first), why (there is no £), part (what
    the only one is part of), hidden; and when, start, end and areas of those in its figure."""
    figure = in_figure(mine)
    start, end = min(line["start"] for line in figure), max(line["end"] for line in figure)
    return {
        "of": site.measure(mine[0]),
        "mine": sorted(mine, key=lambda line: (line["end"], line["start"]), reverse=True),
        "why": list(dict.fromkeys(filter(None, (why_no_pounds(site, line) for line in mine)))),
        "when": days.span(start, end),
        "start": start,
        "end": end,
        "areas": list(dict.fromkeys(line["area"] for line in figure if line["area"])),
        "part": part_of(site, mine[0]) if len(mine) == 1 else "",
        "hidden": all(line["marker"] == "c" for line in mine),
    }


def grouped(site: Site, rows: Sequence[Row]) -> list[Group]:
    """Rows in their groups: families of measures that look alike first, in the order of the family; of the other groups
    the largest first, of one unit.
    """
    first = _families(site, rows)
    together = {id(row) for group in first for row in group.rows}
    found: dict[int, list[Row]] = {}
    for row in rows:
        if id(row) not in together:
            found.setdefault(_group(row["of"]), []).append(row)
    return first + [
        Group(_(name), _(note) if note else "", sorted(found[place], key=_order))
        for place, (name, note) in enumerate(GROUPS)
        if place in found
    ]


def open_and_folded(groups: list[Group]) -> tuple[list[Group], list[Group]]:
    """The groups that stand open, and those that a reader unfolds: of a long table its first rows say the most. A group
    that is cut goes on in the second part, under its name alone."""
    if rows_in(groups) <= MOST_OPEN + FEW_MORE:
        return groups, []
    shown, folded, room = [], [], MOST_OPEN
    for group in groups:
        first, rest = group.rows[:room], group.rows[room:]
        room -= len(first)
        if first:
            shown.append(group._replace(rows=first))
        if rest:
            folded.append(group._replace(rows=rest, **({"note": "", "anchor": ""} if first else {})))
    return shown, folded


def rows_in(groups: list[Group]) -> int:
    """How many rows the groups have."""
    return sum(len(group.rows) for group in groups)


def _families(site: Site, rows: Sequence[Row]) -> list[Group]:
    """The families of which several measures are there: one alone is read with the others of its kind."""
    kin: dict[str, tuple[Family, list[Row]]] = {}
    for row in rows:
        family = family_of(site, row)
        if family:
            kin.setdefault(family.id, (family, []))[1].append(row)
    groups = []
    for family, mine in kin.values():
        order = [measure["measure"] for measure in family.measures]
        if len({row["measure"] for row in mine}) > 1:
            mine.sort(key=lambda row: (order.index(row["measure"]), *_order(row)))
            groups.append(Group(family.name, family.why, mine, family.id))
    return groups


def _group(measure: Row) -> int:
    if measure["unit"] == "percent":
        return 4
    if measure["unit"] == "gbp":
        return 5 if measure["local"] else 3
    return 0 if measure["unit"] in PEOPLE else 1 if measure["unit"] in TIME else 2


def _order(row: Row) -> tuple[bool, int, str, int, str]:
    """People before jobs before other units; the largest first in each, after them what can't be ranked, as it stands;
    those without a number last."""
    unit = PEOPLE.index(row["unit"]) if row["unit"] in PEOPLE else len(PEOPLE)
    size = 0 if row.get("apart") else -(row["delivered"] or 0)
    return row["delivered"] is None, unit, row["unit"], size, row["measure"]
