"""Local economic value in each area, as a map of squares: the lines that count in an area."""

from collections.abc import Sequence
from typing import Any

from socialvalue.domain.bounds import joint, of_share
from socialvalue.publish.chart import Chart, Subject
from socialvalue.publish.drawing.tiles import NET, highest, in_each, net_map, tile_spec, tiled
from socialvalue.publish.site import Row, Site
from socialvalue.publish.words import figures
from socialvalue.publish.words.language import N_, _


def table(site: Site, subject: Subject) -> list[Row]:
    """One row per area with a tile: area, name, net (pence of delivered local economic value)."""
    sums = site.sums("by_area", subject.dimension, subject.member)
    local = {row["area"]: row for row in sums if row["kind"] == "local"}
    nothing = {"net": 0, "on_map": 0, "bound": ""}
    own = subject.member if subject.dimension == "project" else ""
    here = {row["tile"] for row in site.rows("places", "project", own)}
    found: list[Row] = [
        {
            **area,
            **{name: local.get(area["area"], nothing)[name] for name in nothing},
            "here": area["area"] in here,
        }
        for area in tiled(site)
    ]
    found = [{**row, "net_bound": row["bound"]} for row in found]
    return found if any(row["net"] for row in found) else []


def title(rows: Sequence[Row], subject: Subject) -> str:
    top = highest(rows, "net")
    if top is None:
        each = in_each(rows, "net", figures.pounds_short)
        return _("Local value that has a place on the map: %(figures)s", figures=each)
    bound = of_share(top["bound"], joint(row["bound"] for row in rows))
    share = figures.bounded(figures.percent(top["net"], top["on_map"]), bound)
    words = _("%(share)s of the local value that has a place on the map is in %(area)s", share=share, area=top["name"])
    return figures.capital(words)


def spec() -> Any:
    return tile_spec("net", _("Net local economic value, £"))


CHART = Chart(
    id="local-value-by-area",
    table=table,
    columns=NET,
    title=title,
    spec=spec,
    draw=net_map,
    note=N_(
        "Net local economic value. A line that names no area counts where its project is, if that is one area alone. "
        "Lines of no single area, or of a whole county, are not on the map."
    ),
)
