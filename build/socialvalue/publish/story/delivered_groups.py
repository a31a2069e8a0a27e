"""What a project delivered as one table: measures in groups, each opening into its lines."""

from typing import NamedTuple

from socialvalue.publish.site import Row, Site
from socialvalue.publish.story.not_known import why_no_pounds
from socialvalue.publish.story.promises import by_measure
from socialvalue.publish.words import figures
from socialvalue.publish.words.language import N_, _

PEOPLE = ("headcount", "jobs", "fte_years", "person_years", "qualifications", "courses", "placements", "places")
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


class Group(NamedTuple):
    """Measures that are read together. Each row of by_measure has its lines and what its measure counts."""

    name: str
    note: str
    rows: list[Row]


def delivered_groups(site: Site, project: str, lines: list[Row]) -> list[Group]:
    """The groups that have a measure, each with its measures: the largest first, of one unit; `lines` of line_rows.

    A measure whose lines are all inside others, or hidden, stands last in its group without a number.
    """
    known = {(row["framework"], row["measure"]): row for row in by_measure(site, project)}
    found: dict[int, list[Row]] = {}
    for named in dict.fromkeys((line["framework"], line["measure"]) for line in lines):
        mine = [line for line in lines if (line["framework"], line["measure"]) == named]
        row = {**mine[0], "delivered": None, "delivered_bound": "", "revised": "", **known.get(named, {})}
        measure = site.measure(row)
        row |= {
            "of": measure,
            "mine": sorted(mine, key=lambda line: (line["end"], line["start"]), reverse=True),
            "why": list(dict.fromkeys(filter(None, (why_no_pounds(site, line) for line in mine)))),
            "when": figures.span(min(line["start"] for line in mine), max(line["end"] for line in mine)),
            "hidden": all(line["marker"] == "c" for line in mine),
        }
        found.setdefault(_group(measure), []).append(row)
    return [
        Group(_(name), _(note) if note else "", sorted(found[place], key=_order))
        for place, (name, note) in enumerate(GROUPS)
        if place in found
    ]


def _group(measure: Row) -> int:
    if measure["unit"] == "percent":
        return 4
    if measure["unit"] == "gbp":
        return 5 if measure["local"] else 3
    return 0 if measure["unit"] in PEOPLE else 1 if measure["unit"] in TIME else 2


def _order(row: Row) -> tuple[bool, int, str, int, str]:
    """People before jobs before other units; the largest first in each; those without a number last."""
    unit = PEOPLE.index(row["unit"]) if row["unit"] in PEOPLE else len(PEOPLE)
    return row["delivered"] is None, unit, row["unit"], -(row["delivered"] or 0), row["measure"]
