"""One page for each project: the story of what it is, what was promised, what came and how sure we are."""

from collections.abc import Iterator, Sequence
from typing import Any

from socialvalue.publish.downloads.workbooks import offers
from socialvalue.publish.page import Entry, Page
from socialvalue.publish.site import Row, Site
from socialvalue.publish.story import dates
from socialvalue.publish.story.at_current_edition import at_current_edition
from socialvalue.publish.story.claims import in_order
from socialvalue.publish.story.corrections import corrections
from socialvalue.publish.story.delivered_groups import delivered_groups
from socialvalue.publish.story.doors import doors_of
from socialvalue.publish.story.in_short import of_project
from socialvalue.publish.story.line_rows import ShownLine, line_rows
from socialvalue.publish.story.not_known import gaps
from socialvalue.publish.story.procurements import procurements_of
from socialvalue.publish.story.project_answers import answers, programmes_of
from socialvalue.publish.story.promises import promises
from socialvalue.publish.story.value_by_kind import by_kind, statuses_in, with_bounds
from socialvalue.publish.words import days, figures
from socialvalue.publish.words.language import _
from socialvalue.records import STATUSES
from socialvalue.records.typed_rows import TargetRow

MONEY_FACTS = ("total cost", "grant", "contract")
"""Facts in pounds, in the order of a page; the others are dates, sizes and words."""
MOST_LINES = 20
"""Lines of a project that its page shows one by one. Of one with more it shows those of the newest return."""
MOST_WORKINGS = 3
"""Lines whose working the page of such a project shows: those with most value, as they explain most of it."""


def entries(site: Site) -> Iterator[Entry]:
    for project in site.rows("projects"):
        yield Entry(
            path=f"projects/{project['project']}.html",
            title=project["name"],
            description=_description(site, project),
            context=_context(site, project),
        )


def _context(site: Site, project: Row) -> dict[str, Any]:
    key = project["project"]
    lines = line_rows(site, site.lines("project", key))
    shown = _shown(lines)
    worked = shown if len(shown) == len(lines) else most_valued(shown)
    here = {line["key"] for line in worked}
    keys = [row["key"] for row in [*worked, *_promises(site, key)]]
    facts = site.rows("project-facts", "project", key)
    return {
        "project": project,
        "money": _money([_fact(row) for name in MONEY_FACTS for row in facts if row["fact"] == name]),
        "stages": [_fact(row) for row in [*dates.used(site, project), *facts] if row["fact"] not in MONEY_FACTS],
        "ended": dates.ended(site, project),
        "answers": answers(site, project),
        "procurements": procurements_of(site, key),
        "programmes": programmes_of(site, project),
        "doors": doors_of(site, "project", key),
        "files": _files(key),
        "promised": promises(site, key),
        "forecasts": [_target(site, row) for row in site.targets("project", key) if _forecast(row)],
        "replaced": [_target(site, row) for row in site.targets("project", key) if not row["current"]],
        "kinds": with_bounds(site, by_kind(site, "project", key), "project", key),
        "statuses": statuses_in(by_kind(site, "project", key)),
        "explained": site.explained(keys),
        "memos": _memos(site, lines),
        "corrected": corrections(site, key),
        "editions": at_current_edition(site, [row["key"] for row in [*lines, *_promises(site, key)]]),
        "lines": lines,
        "groups": delivered_groups(site, key, [{**line, "worked_here": line["key"] in here} for line in lines]),
        "older": len(lines) - len(shown),
        "newest": shown[0]["return_id"] if len(shown) < len(lines) else "",
        "line_statuses": [name for name in STATUSES if any(line["status"] == name for line in lines)],
        "returns": sorted(site.rows("returns", "project", key), key=lambda row: str(row["end"]), reverse=True),
        "stated": in_order(site.stated_figures("project", key)),
        "left_out": site.rows("left-out", "project", key),
        "parts": site.rows("projects", "part_of", key),
        "compiled": any(row["basis"] == "compiled" for row in site.rows("returns", "project", key)),
        "gaps": gaps(site, project),
        "workbook": _workbook(site, key),
    }


def _memos(site: Site, lines: Sequence[ShownLine]) -> list[Row]:
    """The values that stand beside the lines and count in no sum, each with its caution."""
    pairs = [(line, value) for line in lines for value in line["memo"]]
    return [{"value": value, "line": line, "caution": site.unit_value(value)["caution"]} for line, value in pairs]


def _files(project: str) -> list[tuple[str, str]]:
    """What a page without a line leads to: the project's rows of the register, and the package that describes them."""
    folder = f"data/projects/{project}"
    return [(f"{folder}/projects.csv", _("CSV")), (f"{folder}/datapackage.json", _("JSON"))]


def _shown(lines: list[ShownLine]) -> list[ShownLine]:
    """The lines to show one by one: all, or those of the newest return where there are too many for a page."""
    if len(lines) <= MOST_LINES:
        return lines
    newest = max(lines, key=lambda line: (line["end"], line["start"]))["return_id"]
    return [line for line in lines if line["return_id"] == newest]


def most_valued(lines: Sequence[ShownLine]) -> list[ShownLine]:
    """The lines whose working a long page shows."""
    return sorted(lines, key=_net, reverse=True)[:MOST_WORKINGS]


def _net(line: ShownLine) -> int:
    """The most that a line is worth of one kind; of several lines the first is kept before others of as much."""
    return max((value["net"] for value in line["worth"]), default=0)


def _description(site: Site, project: Row) -> str:
    """What it is, and the first two things that were counted, or what was claimed or promised."""
    first = project["what_it_is"] or f"{project['name']}."
    return f"{first} {of_project(site, project['project'])}".strip()


def _fact(row: Row) -> Row:
    value = row["value"]
    if row["amount_gbp"] is not None:
        value = figures.bounded(figures.pounds(row["amount_gbp"] * 100), row["bound"])
    elif days.is_date(value):
        value = days.day(value)
    return {**row, "said": value}


def _money(facts: Sequence[Row]) -> list[Row]:
    """Facts in pounds; one that several sources state is one row, whose `also` are what the others say."""
    same: dict[tuple[str, str, str], list[Row]] = {}
    for fact in facts:
        same.setdefault((fact["fact"], fact["said"], fact["paid_by"]), []).append(fact)
    return [{**first, "also": others} for first, *others in same.values()]


def _workbook(site: Site, project: str) -> Row:
    """The workbook for the period that is due: its path, period and size; empty where none is."""
    offer = offers(site).get(project)
    if offer is None:
        return {}
    start, end = (days.day(day.isoformat()) for day in (offer.span.start, offer.span.end))
    return {"path": offer.path, "start": start, "end": end, "size": offer.size}


def _forecast(target: TargetRow) -> bool:
    return bool(target["current"] and target["strength"] == "forecast")


def _name(site: Site, row: Row) -> Row:
    return {"name": site.measure(row)["name"]}


def _promises(site: Site, project: str) -> list[TargetRow]:
    return [row for row in site.targets("project", project) if row["counted"]]


def _target(site: Site, target: TargetRow) -> Row:
    return {**target, **_name(site, target)}


PAGE = Page(name="project", section="projects", entries=entries, contents=False)
