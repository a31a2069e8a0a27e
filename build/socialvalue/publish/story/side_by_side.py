"""What the projects report by one measure, side by side: in order of size only where they can be compared."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from socialvalue.publish.site import Row, Site
from socialvalue.publish.story.counted import Count, counted
from socialvalue.publish.story.gathered import ENOUGH, bar, projects_of, rows_of
from socialvalue.publish.story.ranking import comparable, rings
from socialvalue.publish.words import figures
from socialvalue.publish.words.language import _, _n, digits
from socialvalue.records.table_rows import Measure
from socialvalue.records.typed_rows import LineRow

MOST = 50
"""Rows on the page of a measure; the others are in Explore."""
OF_COUNT = ("quantity", "bound", "lines", "inside", "again", "hidden", "second_hand")


class Reported(NamedTuple):
    """What the projects report by one measure of one framework: rows of gathered.py, and what can be said of all."""

    measure: Row
    finding: str
    note: str
    rows: list[Row]
    more: int
    """How many rows are not here."""


def reported(site: Site, code: str) -> list[Reported]:
    """What each project reports by the measure of this code, one table for each framework."""
    found: dict[str, list[LineRow]] = {}
    for line in site.lines("measure", code):
        found.setdefault(line["framework"], []).append(line)
    counts = {count.measure["owner"]: count for count in counted(site, "measure", code)}
    return [_reported(site, counts[framework], lines) for framework, lines in found.items()]


def _reported(site: Site, count: Count, lines: Sequence[LineRow]) -> Reported:
    measure = count.measure
    rows = list(_of_projects(site, measure, lines))
    if comparable(measure, lines):
        rows.sort(key=lambda row: (row["delivered"] is None, -(row["delivered"] or 0)))
        rows, note = _with_bars(rows), _in_order(rows)
    else:
        note = _apart(measure, len(rings(lines)) if measure["local"] else 0, lines)
    return Reported(measure, _finding(site, count, len(rows)), note, rows[:MOST], max(len(rows) - MOST, 0))


def _of_projects(site: Site, measure: Measure, lines: Sequence[LineRow]) -> Iterator[Row]:
    """The rows of each project in turn. Lines and sums are gone through once, and not for each project again."""
    mine: dict[str, list[LineRow]] = {}
    for line in lines:
        mine.setdefault(line["project"], []).append(line)
    sums: dict[str, Row] = {}
    for row in site.sums("project_counts", "measure", measure["measure"]):
        if row["framework"] == measure["owner"]:
            sums.setdefault(row["project"], row)
    for project in projects_of(site, lines):
        count = Count(measure, projects=1, **{name: sums[project][name] for name in OF_COUNT})
        yield from rows_of(site, count, mine[project])


def _with_bars(rows: Sequence[Row]) -> list[Row]:
    known = [row["delivered"] for row in rows if row["delivered"] is not None]
    if len(known) < ENOUGH:
        return list(rows)
    longest = max(known)
    return [row if row["delivered"] is None else {**row, "bar": bar(row, longest)} for row in rows]


def _finding(site: Site, count: Count, stand: int) -> str:
    """What all of it comes to, or how many figures there are that are never added."""
    if count.quantity is None:
        return _n("%(num)s figure, in no sum", "%(num)s figures, never added up", stand)
    unit = site.unit({**count.measure, "framework": count.measure["owner"]})
    said = figures.bounded(figures.quantity(count.quantity, unit), count.bound)
    spread = _n("%(figure)s, in %(num)s project", "%(figure)s, in %(num)s projects", count.projects, figure=said)
    return figures.capital(spread)


def _in_order(rows: Sequence[Row]) -> str:
    """Said of an order by size: whether the periods are alike."""
    days = sorted((date.fromisoformat(row["end"]) - date.fromisoformat(row["start"])).days for row in rows)
    if len(rows) < 2:
        return ""
    said = [_("Largest first.")]
    if days[-1] > 2 * days[0]:
        said = [_("Largest first. Their periods differ in length, so more need not mean better.")]
    if any(row["delivered_bound"] for row in rows):
        said.append(_("Where a figure may be more or less than is said, so may its place."))
    return " ".join(said)


def _apart(measure: Row, drawn: int, lines: Sequence[Row]) -> str:
    """Why there is no order by size."""
    if drawn > 1:
        return _(
            "From A to Z, not ranked and never added: “local” means %(number)s different things here.",
            number=digits(drawn),
        )
    if measure["adds_up"] == "stock":
        if any(line["start"] != line["end"] for line in lines):
            return _("From A to Z, not ranked and never added: each was counted at a time of its own.")
        return _("From A to Z, not ranked and never added: each was counted on a day of its own.")
    if measure["unit"] == "percent":
        return _("From A to Z, not ranked and never added: each is a share of something else.")
    return _("From A to Z, not ranked and never added: each is kept as a record.")
