"""A figure that is counted in another: that figure, in few words, for who sees the part alone."""

from collections.abc import Sequence

from socialvalue.publish.site import Row, Site
from socialvalue.publish.words import days, figures
from socialvalue.publish.words.language import _
from socialvalue.records.typed_rows import LineRow


def part_of(site: Site, line: LineRow) -> str:
    """What holds a line that is not counted by itself, with whose it is where they differ: part of 2,753 loans,
    Lancashire. Empty where no line holds it, or none with a number."""
    whole = {} if line["counted"] else site.one("lines", line["held_in"])
    if not whole or whole["quantity"] is None:
        return ""
    said = figures.bounded(figures.quantity(whole["quantity"], site.unit(whole)), whole["bound"])
    of = _whose(site, line, whole)
    return _("part of %(figure)s, %(whose)s", figure=said, whose=of) if of else _("part of %(figure)s", figure=said)


def _whose(site: Site, line: LineRow, whole: Row) -> str:
    """The project of the whole, where the line is of another, or where the whole names no area and the line does; else
    its area and its days, where those of the line are others."""
    if whole["project"] != line["project"]:
        return str(site.one("projects", whole["project"])["name"])
    when = days.span(whole["start"], whole["end"]) if whole["return_id"] != line["return_id"] else ""
    if whole["area"] == line["area"]:
        return when
    area = site.one("areas", whole["area"]).get("name") or site.one("projects", whole["project"])["name"]
    return ", ".join(filter(None, (area, when)))


def parts_of(site: Site, lines: Sequence[LineRow]) -> list[tuple[Row, str]]:
    """The lines that are part of a figure with a number, as rows of answering.came(), each with what it is part of."""
    return [
        (
            {
                **line,
                "name": site.measure(line)["name"],
                "delivered": line["quantity"],
                "delivered_bound": line["bound"],
            },
            of,
        )
        for line in lines
        if line["quantity"] is not None and (of := part_of(site, line))
    ]
