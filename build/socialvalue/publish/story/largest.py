"""The largest figures that people understand: each of one project, chosen by a rule, never added up."""

from typing import Any

from socialvalue.publish.site import Row, Site
from socialvalue.publish.story.promises import MeasureRow, by_measure
from socialvalue.publish.story.value_by_kind import DELIVERED
from socialvalue.publish.words import days, figures
from socialvalue.records.typed_rows import LineRow

UNDERSTOOD = ("headcount", "jobs", "homes", "households", "trees")
"""The units that anybody can picture."""
MOST = 5
"""How many figures the front page shows."""


def largest(site: Site) -> list[Row]:
    """Of each theme the largest figure in an understood unit, and of these the five largest, the largest first.

    A figure is all that one project delivered by one measure, however many lines say so. One that is the most it can
    be ("up to"), that may be more or less, or that lies inside another, is left out. Rows of by_measure, with number
    (as it is said), words (what it counts), when and status (the least sure of its lines).
    """
    best: dict[Any, MeasureRow] = {}
    for project in site.rows("projects"):
        for row in by_measure(site, project["project"]):
            place = row["framework"], row["theme"]
            if _fits(site, row) and (place not in best or _order(site, row) < _order(site, best[place])):
                best[place] = row
    chosen = sorted(best.values(), key=lambda row: _order(site, row))[:MOST]
    return [{**row, **_described(site, row)} for row in chosen]


def counts(site: Site, row: Row) -> str:
    """What a figure counts, as it reads after its number: the plain name of its measure, or else its name."""
    measure = site.measure(row)
    return str(measure["plain_name"]) or figures.inside(measure["name"])


def _fits(site: Site, row: MeasureRow) -> bool:
    if row["unit"] not in UNDERSTOOD or not row["delivered"] or row["delivered_bound"] in figures.MAY_BE_NOTHING:
        return False
    return not any(line["part_of"] for line in _lines(site, row))


def _lines(site: Site, row: MeasureRow) -> list[LineRow]:
    of_project = site.lines("project", row["project"])
    named = (row["framework"], row["measure"])
    return [line for line in of_project if line["counted"] and (line["framework"], line["measure"]) == named]


def _order(site: Site, row: MeasureRow) -> tuple[int, str, str]:
    """The largest first; of two as large the first by the name of its project, wherever their rows stand."""
    return -(row["delivered"] or 0), site.one("projects", row["project"])["name"], row["measure"]


def _described(site: Site, row: MeasureRow) -> Row:
    statuses = {line["status"] for line in _lines(site, row)}
    return {
        "number": figures.quantity_parts(row["delivered"] or 0, site.unit(row))[0],
        "words": counts(site, row),
        "when": days.span(row["start"], row["end"]),
        "status": next(status for status in reversed(DELIVERED) if status in statuses),
    }
