"""Lines as a page shows them: each with its evidence, what it is worth, and where its row is."""

from collections.abc import Iterable

from socialvalue.publish.site import Row, Site
from socialvalue.publish.words import days, figures
from socialvalue.publish.words.language import _
from socialvalue.records import NoValue
from socialvalue.records.typed_rows import LineRow, ValueRow

"""Why a line has no £ of its own: another one holds it."""


class ShownLine(LineRow):
    """A line with what a page says of it. `worth` are its values in totals, `memo` those that stand beside them."""

    name: str
    anchor: str
    when: str
    evidence_row: Row
    worth: list[ValueRow]
    memo: list[ValueRow]
    inside: str
    worked_here: bool


def line_rows(site: Site, lines: Iterable[LineRow]) -> list[ShownLine]:
    """The lines as a page shows them."""
    return [_line(site, line) for line in lines]


def _line(site: Site, line: LineRow) -> ShownLine:
    values = site.values("key", line["key"])
    evidence = site.rows("evidence", "owner", line["return_id"])
    return {
        **line,
        "name": site.measure(line)["name"],
        "anchor": f"line-{line['period']}-{line['line']}",
        "when": days.span(line["start"], line["end"]),
        "evidence_row": next((row for row in evidence if row["evidence"] == line["evidence"]), {}),
        "worth": [value for value in values if value["counts_in"] == "total"],
        "memo": [value for value in values if value["counts_in"] == "memo"],
        "inside": _inside(site, line),
        "worked_here": True,
    }


def _inside(site: Site, line: LineRow) -> str:
    """What already holds this line, in words; empty for a line that is no part of another.

    A part of a line of another measure is counted by its own measure.
    """
    if not line["part_of"]:
        return ""
    whole = site.one("lines", line["held_in"])
    if not whole:
        return _("Already inside another line, so not added again.")
    name = site.measure(whole)["name"]
    about = {"line": _holding(site, line, whole), "measure": figures.inside(name)}
    if line["counted"] and site.one("unvalued", line["key"]).get("reason") == NoValue.PART:
        return _("Part of %(line)s (%(measure)s): counted by itself, and its £ is inside that of the line.", **about)
    if line["counted"]:
        return _("Part of %(line)s (%(measure)s), which counts something else.", **about)
    return _("Already inside %(line)s (%(measure)s), so not added again.", **about)


def _holding(site: Site, line: LineRow, whole: Row) -> str:
    """The line that holds this one, with what tells it from others: its period and project, where they differ."""
    number, when = whole["line"], days.span(whole["start"], whole["end"])
    if whole["project"] != line["project"]:
        project = site.one("projects", whole["project"])["name"]
        return _("line %(line)s of %(project)s, %(period)s", line=number, project=project, period=when)
    if whole["return_id"] != line["return_id"]:
        return _("line %(line)s for %(period)s", line=number, period=when)
    return _("line %(line)s", line=number)
