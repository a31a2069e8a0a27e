"""Local economic value in each area, as a map of squares: the lines that name an area."""

from typing import Any

from socialvalue.publish.chart import Chart, Column, Drawing, Subject
from socialvalue.publish.drawing.tiles import TILE, highest, tile_map, tile_spec
from socialvalue.publish.site import Row, Site
from socialvalue.publish.story.value_by_kind import value_rows
from socialvalue.publish.words import figures
from socialvalue.publish.words.language import N_, _


def table(site: Site, subject: Subject) -> list[Row]:
    """One row per area with a tile: area, name, net (pence of delivered local economic value)."""
    rows = [
        row
        for row in value_rows(site, subject.dimension, subject.member)
        if row["kind"] == "local" and row["status"] != "committed"
    ]
    own = subject.member if subject.dimension == "project" else ""
    here = {row["tile"] for row in site.rows("places", "project", own)}
    found = [
        {
            **area,
            "net": sum(row["net"] for row in rows if row["area"] == area["area"]),
            "here": area["area"] in here,
        }
        for area in site.rows("areas")
        if area["tile_column"] is not None
    ]
    return found if any(row["net"] for row in found) else []


def title(rows: list[Row], subject: Subject) -> str:
    top, whole = highest(rows, "net"), sum(int(row["net"]) for row in rows)
    share = figures.percent(top["net"], whole)
    return _("%(share)s of the local value that has a place on the map is in %(area)s", share=share, area=top["name"])


def draw(rows: list[Row], subject: Subject) -> Drawing:
    one = figures.pounds_scale(max(int(row["net"]) for row in rows))[1]
    return tile_map(rows, "net", lambda row: figures.on_scale(row["net"], one) if row["net"] else "0")


def spec() -> Any:
    return tile_spec("net", _("Net local economic value, £"))


CHART = Chart(
    id="local-value-by-area",
    table=table,
    columns=(
        Column("name", N_("Area"), "text"),
        Column("net", N_("Net"), "pounds"),
        *TILE,
    ),
    title=title,
    spec=spec,
    draw=draw,
    note=N_("Net local economic value. Lines that name no area, or a whole county, are not on the map."),
)
