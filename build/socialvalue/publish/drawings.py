"""Draw charts into pages, and keep the files that go with each drawing."""

import json
from collections.abc import MutableMapping, Sequence
from functools import cache
from typing import Any, NamedTuple

from jinja2 import Environment
from markupsafe import Markup

import socialvalue.publish.charts
from socialvalue.members import members
from socialvalue.publish.basis import kept_drawn
from socialvalue.publish.chart import NUMBERS, Chart, Column, Drawing, Subject
from socialvalue.publish.drawing import chart_cells
from socialvalue.publish.drawing.svg_file import picture, rows_of_bars
from socialvalue.publish.formats.csv_file import csv_file
from socialvalue.publish.page_addresses import EMBEDDED, here
from socialvalue.publish.site import Row, Site
from socialvalue.publish.words import figures
from socialvalue.publish.words.language import Language, _, current

_sorted_json = json.JSONEncoder(ensure_ascii=False, sort_keys=True).encode


class Embedded(NamedTuple):
    """What is to be embedded: the figure, what it shows, the page that it is from, and its picture, if any."""

    figure: str
    title: str
    page: str
    picture: str


def place_of(stem: str) -> str:
    """The path of the page to embed for a chart by the stem of its files."""
    return f"{EMBEDDED}{stem.removeprefix('charts/')}.html"


class Drawings:
    """The charts of one build. `files` is where the CSV, SVG and Vega-Lite of each chart go that was drawn; `embedded`
    what other sites may show of it, by the path of its page.
    """

    def __init__(self, site: Site, files: MutableMapping[str, bytes] | None = None) -> None:
        self.site = site
        self.files: MutableMapping[str, bytes] = {} if files is None else files
        self.embedded: dict[str, Embedded] = {}
        self.drawn = False
        self._charts: dict[str, Chart] = {chart.id: chart for chart in members(socialvalue.publish.charts, "CHART")}

    def figure(
        self,
        environment: Environment,
        chart: str,
        dimension: str = "all",
        member: str = "all",
        name: str = "",
        kind: str = "",
        only: Sequence[str] = (),
        bare: bool = False,
    ) -> Markup:
        """The chart as a figure for the page, with its table and files. Empty where there is nothing to tell.

        Where nothing is to be compared, it is a sentence, or the table without bars, and no files. `only` names the
        columns that the page has room for; the files always have them all. It is `bare` where its finding
        is the heading of its section and its numbers stand beside it: the page shows the drawing alone.
        """
        drawn, subject = self._charts[chart], Subject(dimension, member, name, kind)
        rows = drawn.table(self.site, subject)
        if not rows:
            return Markup("")
        stem = _stem(drawn, subject)
        compared = drawn.compares(rows)
        content = content_of(drawn, rows, subject)
        if compared:
            self.files.update(files(drawn, rows, content, stem, self.site.settings.title))
            self.drawn = True
        elif not drawn.plain:
            return _sentence(drawn.sentence(self.site, rows, subject) if drawn.sentence else drawn.title(rows, subject))
        figure = _figure(environment, drawn, rows, content, stem=stem, only=only, compared=compared, bare=bare)
        if compared:
            self.embedded[place_of(stem)] = Embedded(figure, content.title, here(), f"{stem}.svg")
        return figure

    def embed(self, place: str, title: str, figure: Markup) -> None:
        """Keep a table of the page that is drawn for other sites: `figure` at `place` below their folder."""
        self.embedded[f"{EMBEDDED}{place}.html"] = Embedded(figure, title, here(), "")

    def finding(self, chart: str, dimension: str = "all", member: str = "all", name: str = "") -> str:
        """What a chart shows, as the heading of a section; empty where there is nothing to tell."""
        subject = Subject(dimension, member, name)
        rows = self._charts[chart].table(self.site, subject)
        return self._charts[chart].title(rows, subject) if rows else ""


def _figure(
    environment: Environment,
    chart: Chart,
    rows: Sequence[Row],
    content: "Content",
    *,
    stem: str,
    only: Sequence[str],
    **how: bool,
) -> Markup:
    """The figure of a chart as its template draws it; `how` says whether it is `compared` and `bare`."""
    return Markup(
        environment.get_template("figure.jinja").render(
            chart=chart,
            note=chart.noted,
            title=content.title,
            description=content.description,
            drawing=None if chart.bar else content.drawing,
            bars=content.bars,
            columns=_shown(chart.columns, rows, only),
            rows=rows,
            cells=chart_cells,
            key=chart.key(rows) if chart.key and how["compared"] else None,
            stem=stem,
            embed=place_of(stem),
            id=stem.removeprefix("charts/").replace("/", "-"),
            **how,
        )
    )


class Content(NamedTuple):
    """What the page and the files of a chart share."""

    title: str
    description: str
    drawing: Drawing | None
    """None where it is its table, with a bar in each row."""
    bars: Sequence[Markup] = ()


def content_of(chart: Chart, rows: Sequence[Row], subject: Subject) -> Content:
    """What a chart tells of its rows, in words and as a drawing."""
    drawing = chart.draw(rows, subject) if chart.draw else None
    bars = [chart.bar(row, rows) for row in rows] if chart.bar else ()
    return Content(chart.title(rows, subject), chart_cells.described(rows, chart.columns), drawing, bars)


def files(chart: Chart, rows: Sequence[Row], content: Content, stem: str, publisher: str) -> dict[str, bytes]:
    """The files of one chart: CSV, a picture that stands by itself, and the specification with its data."""
    header, written = chart_cells.as_table(rows, chart.columns)
    drawing = content.drawing or _bars(chart, rows, content.bars)
    own = {"title": content.title, "description": content.description, "data": _data(chart, header, written)}
    parts = {**_specification(chart, current()), **{key: _sorted_json(value) for key, value in own.items()}}
    spec = ", ".join(f"{_sorted_json(key)}: {part}" for key, part in sorted(parts.items()))
    return {
        f"{stem}.csv": csv_file(header, written),
        f"{stem}.svg": picture(content.title, content.description, drawing, f"{publisher}. {chart.noted}".strip()),
        f"{stem}.vl.json": f"{{{spec}}}\n".encode(),
    }


def _sentence(said: str) -> Markup:
    """What stands in place of a chart that would compare nothing."""
    return Markup('<p class="ov-finding">{}</p>').format(figures.sentence(said))


def _stem(chart: Chart, subject: Subject) -> str:
    parts = ["charts", chart.id]
    if subject.dimension != "all":
        parts += [subject.dimension, subject.member.replace("/", "-")]
    return "/".join(parts) + (f"-{subject.kind}" if subject.kind else "")


def _shown(columns: Sequence[Column], rows: Sequence[Row], only: Sequence[str]) -> list[Column]:
    """The columns for the page: those that are to be shown and hold anything."""
    wanted = [column for column in columns if (column.name in only if only else column.shown)]
    return [column for column in wanted if any(row[column.name] is not None for row in rows)]


def _bars(chart: Chart, rows: Sequence[Row], bars: Sequence[Markup]) -> Drawing:
    """The rows of a table with bars, as one drawing: name, bar, number."""
    assert chart.bar is not None, f"{chart.id} has neither a drawing nor bars"
    first, number = chart.columns[0], next(c for c in _numbers(chart) if c.said in NUMBERS)
    return rows_of_bars(
        (
            _("%(name)s (on its own scale)", name=chart_cells.said(row, first))
            if row.get("apart")
            else chart_cells.said(row, first),
            bar,
            figures.bounded(chart_cells.said(row, number), chart_cells.bound(row, number)),
        )
        for row, bar in zip(rows, bars, strict=True)
    )


def _numbers(chart: Chart) -> list[Column]:
    """The columns, a share first: that is what a bar of shares shows."""
    return sorted(chart.columns, key=lambda column: column.said != "share")


@cache
def _specification(chart: Chart, language: Language) -> dict[str, str]:
    """The chart as Vega-Lite, each part as JSON, checked by Altair once in each language: but for its data, its title
    and its description it is the same on all pages."""
    checked = kept_drawn(f"specification of {chart.id}", lambda: _sorted_json(chart.spec().to_dict()).encode())
    return {key: _sorted_json(part) for key, part in json.loads(checked).items()}


def _data(chart: Chart, header: Sequence[str], written: Sequence[Sequence[str]]) -> dict[str, Any]:
    """The cells of the CSV as inline data. Numbers stay text, so that each is just what the CSV says."""
    parse = {column.name: "number" for column in chart.columns if column.said in NUMBERS}
    return {"values": [dict(zip(header, line, strict=True)) for line in written], "format": {"parse": parse}}
