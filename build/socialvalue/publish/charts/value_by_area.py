"""Delivered value of one kind in each area, as a map of squares: the lines that count in an area."""

from collections.abc import Sequence
from typing import Any

from socialvalue.publish.chart import Chart, Subject
from socialvalue.publish.drawing.tiles import NET, highest, in_each, net_map, tile_spec
from socialvalue.publish.drawing.value_by_area import placed
from socialvalue.publish.site import Row, Site
from socialvalue.publish.words import figures
from socialvalue.publish.words.language import N_, _
from socialvalue.publish.words.vocabulary import KIND


def table(site: Site, subject: Subject) -> list[Row]:
    """One row per area with a tile: area, name, net (pence of one kind). Nothing where no area has any."""
    rows = placed(site, subject.kind)
    return [{**row, "kind": subject.kind} for row in rows] if any(row["net"] for row in rows) else []


def title(rows: Sequence[Row], subject: Subject) -> str:
    top = highest(rows, "net")
    kind = KIND[subject.kind].name
    if top is None:
        return _("%(kind)s value: %(figures)s", kind=kind, figures=in_each(rows, "net", figures.pounds_short))
    most = figures.bounded(figures.pounds_short(top["net"]), top["net_bound"])
    return _("%(kind)s value is highest in %(area)s: %(most)s", kind=kind, area=top["name"], most=most)


def spec() -> Any:
    return tile_spec("net", _("Net, £"))


CHART = Chart(
    id="value-by-area",
    table=table,
    columns=NET,
    title=title,
    spec=spec,
    draw=net_map,
    note=N_(
        "Net value. A line that names no area counts where its project is, if that is one area alone. Lines of no "
        "single area, or of a whole county, are not on the map."
    ),
)
