"""What the lines of an area, a theme, a programme, a year say: a row for each measure, which opens into its lines."""

from collections.abc import Collection, Iterable, Iterator, Sequence

from markupsafe import Markup

from socialvalue.publish.drawing import shapes
from socialvalue.publish.site import Row, Site
from socialvalue.publish.story.counted import Count, counted
from socialvalue.publish.story.delivered_groups import Group, grouped, in_figure, of_lines
from socialvalue.publish.story.line_rows import line_rows
from socialvalue.publish.story.value_by_kind import DELIVERED
from socialvalue.publish.words.language import _
from socialvalue.records.typed_rows import LineRow

MOST_LINES = 4
"""Lines that a row of such a page opens into; the others are in Explore and in the files."""
MOST_APART = 12
"""Figures of one measure that stand apart, because they are never added; the others are in Explore."""
FEW_APART = 4
"""The same beside other measures: a page of many measures names the first, and says how many more there are."""
ENOUGH = 3
"""Rows of one unit that make bars worth drawing."""


def gathered(site: Site, dimension: str, member: str) -> list[Group]:
    """The groups of measures that a member's lines count; each row has besides those of delivered_groups.of_lines

    projects (of its figure, in the order of their names), several (its lines are of more than one), more (lines that it
    doesn't open into), stand (how many figures it holds that are never added and have no row), about (what it calls
    local, where it stands apart) and bar (where rows can be compared).
    """
    lines: dict[tuple[str, str], list[LineRow]] = {}
    for line in site.lines_of(dimension, member):
        lines.setdefault((line["framework"], line["measure"]), []).append(line)
    found: list[Row] = []
    for count in counted(site, dimension, member):
        found.extend(rows_of(site, count, lines[count.measure["owner"], count.measure["measure"]], FEW_APART))
    groups = grouped(site, found)
    return [group._replace(rows=_with_bars(group.rows)) for group in groups]


def rows_of(site: Site, count: Count, lines: Sequence[LineRow], most: int = MOST_APART) -> Iterator[Row]:
    """One row for what adds up; else one for each figure that stands, and one for those that don't."""
    apart = [line for line in lines if line["counted"]]
    if count.quantity is not None or not apart:
        flow = count.measure["adds_up"] == "flow"
        own = list(lines) if flow else _of_projects(lines, {line["project"] for line in in_figure(lines)})
        yield _row(site, own, count.quantity, count.bound, together=flow)
        others = [line for line in lines if line not in own]
        if others:
            yield _row(site, others, None, "", together=False)
        return
    for line in apart[:most]:
        yield {**_row(site, [line], line["quantity"], line["bound"], together=False), "apart": len(apart) > 1}
    rest = [line for line in lines if not line["counted"]] + apart[most:]
    if rest:
        yield {**_row(site, rest, None, "", together=False), "stand": len(apart[most:])}


def _of_projects(lines: Sequence[LineRow], projects: Collection[str]) -> list[LineRow]:
    """Those of these projects. What is not added says nothing of another project: its share is one of its own."""
    return [line for line in lines if line["project"] in projects]


def _row(site: Site, lines: Sequence[LineRow], quantity: int | None, bound: str, together: bool) -> Row:
    """A row of these lines. `together`: they add up, and may be compared with those of another row."""
    shown = sorted(lines, key=lambda line: (line["end"], line["start"]), reverse=True)[:MOST_LINES]
    own = lines[0]["local_definition"] if len(lines) == 1 else ""
    figure = in_figure(lines)
    aside = lines[0] if len(lines) == 1 and quantity is None and lines[0]["marker"] != "c" else None
    return {
        **lines[0],
        **of_lines(site, lines),
        "mine": [{**line, "worked_here": False} for line in line_rows(site, shown)],
        "more": len(lines) - len(shown),
        "delivered": quantity,
        "delivered_bound": bound,
        "revised": "",
        "projects": projects_of(site, figure),
        "several": len({line["project"] for line in lines}) > 1,
        "status": next(name for name in reversed(DELIVERED) if any(line["status"] == name for line in figure)),
        "about": _("Local here means: %(what)s", what=own) if own else "",
        "stand": 0,
        "aside": aside,
        "compared": together and quantity is not None,
        "bar": Markup(),
    }


def projects_of(site: Site, lines: Iterable[Row]) -> list[str]:
    """The projects of these lines, in the order of their names."""
    return sorted({line["project"] for line in lines}, key=lambda key: site.one("projects", key)["name"].casefold())


def _with_bars(rows: Sequence[Row]) -> list[Row]:
    """The rows, with a bar where at least three of one unit can be compared: all of them on one scale."""
    scales: dict[tuple[str, str], list[int]] = {}
    for row in rows:
        if row["compared"] and row["unit"] not in ("gbp", "percent"):
            scales.setdefault((row["framework"], row["unit"]), []).append(row["delivered"])
    longest = {scale: max(found) for scale, found in scales.items() if len(found) >= ENOUGH}
    return [
        {**row, "bar": bar(row, longest[scale])}
        if (scale := (row["framework"], row["unit"])) in longest and row["compared"]
        else row
        for row in rows
    ]


def bar(row: Row, whole: int) -> Markup:
    """The figure of a row as a bar on the scale of `whole`: pointed where it is at least that."""
    part = shapes.Part("count", row["status"], row["delivered"])
    return shapes.bar([part], whole, at_least=row["delivered_bound"] == "at least")
