"""Draw charts into pages, and keep the files that go with each drawing."""

import json
from collections.abc import Callable
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined, pass_context
from jinja2.runtime import Context
from markupsafe import Markup

import socialvalue.publish.charts
from socialvalue.members import members
from socialvalue.publish import words
from socialvalue.publish.chart import Chart, Subject
from socialvalue.publish.csv_file import csv_file, pounds_decimal
from socialvalue.publish.site import Row, Site

Saying = Callable[[Any], str]
SAID: dict[str, Saying] = {"text": str, "pounds": words.pounds, "number": words.plain}
FILED: dict[str, Saying] = {"text": str, "pounds": pounds_decimal, "number": words.decimal}


class Drawings:
    """The charts of one build. `files` gathers the CSV, SVG and specification of each chart that was drawn."""

    def __init__(self, site: Site) -> None:
        self.site = site
        self.files: dict[str, bytes] = {}
        self._charts: dict[str, Chart] = {chart.id: chart for chart in members(socialvalue.publish.charts, "CHART")}
        environment = Environment(
            loader=PackageLoader("socialvalue.publish", "templates"),
            autoescape=True,
            undefined=StrictUndefined,
        )
        self._template = environment.get_template("figure.jinja")

    @pass_context
    def figure(
        self, context: Context, chart: str, dimension: str = "all", member: str = "all", name: str = ""
    ) -> Markup:
        """The chart as a figure for the page: title, drawing, table and files. Empty where there is nothing to draw."""
        drawn = self._charts[chart]
        subject = Subject(dimension, member, name)
        table = drawn.table(self.site, subject)
        if not table:
            return Markup("")
        stem = f"charts/{chart}" if dimension == "all" else f"charts/{chart}/{dimension}/{member.replace('/', '-')}"
        svg = drawn.svg(table, subject)
        self.files[f"{stem}.csv"] = _csv(drawn, table)
        self.files[f"{stem}.vl.json"] = (json.dumps(drawn.spec(table, subject), sort_keys=True) + "\n").encode()
        headings = [heading for _, heading, _ in drawn.columns]
        rows = [[SAID[said](row[column]) for column, _, said in drawn.columns] for row in table]
        up = "../" * str(context["here"]).count("/")
        return Markup(
            self._template.render(
                chart=drawn,
                title=drawn.title(table, subject),
                svg=Markup(svg),
                headings=headings,
                kinds=[said for _, _, said in drawn.columns],
                rows=rows,
                stem=up + stem,
                id=f"chart-{chart}",
            )
        )


def _csv(chart: Chart, table: list[Row]) -> bytes:
    columns = [column for column, _, _ in chart.columns]
    rows = [[FILED[said](row[column]) for column, _, said in chart.columns] for row in table]
    return csv_file(columns, rows)
