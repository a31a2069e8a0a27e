"""Delivered value of one kind for each £1,000 of contract in an area, as a map of squares."""

from collections.abc import Sequence
from typing import Any

from socialvalue.publish.chart import Chart, Column, Drawing, Subject
from socialvalue.publish.drawing.tiles import TILE, highest, in_each, rate_map, tile_spec
from socialvalue.publish.drawing.value_by_area import placed
from socialvalue.publish.site import Row, Site
from socialvalue.publish.words import figures
from socialvalue.publish.words.language import N_, _
from socialvalue.publish.words.vocabulary import KIND


def table(site: Site, subject: Subject) -> list[Row]:
    """One row per area with a tile: name, gained and per_thousand (pence), contract (£); nothing if no area has any."""
    rows = placed(site, subject.kind)
    return [{**row, "kind": subject.kind} for row in rows] if any(row["per_thousand"] for row in rows) else []


def title(rows: Sequence[Row], subject: Subject) -> str:
    top = highest(rows, "per_thousand")
    kind = KIND[subject.kind].name.lower()
    if top is None:
        each = in_each(rows, "per_thousand", figures.pounds_exact)
        return _(
            "For each £1,000 of contract, %(kind)s value: %(figures)s",
            kind=kind,
            figures=each,
        )
    most = figures.bounded(figures.pounds_exact(top["per_thousand"]), top["per_thousand_bound"])
    return _(
        "For each £1,000 of contract, %(kind)s value is highest in %(area)s: %(most)s",
        kind=kind,
        area=top["name"],
        most=most,
    )


def draw(rows: Sequence[Row], subject: Subject) -> Drawing:
    return rate_map(rows, "per_thousand")


def spec() -> Any:
    return tile_spec("per_thousand", _("Net for each £1,000 of contract, £"))


CHART = Chart(
    id="value-per-contract-by-area",
    table=table,
    columns=(
        Column("name", N_("Area"), "text"),
        Column("gained", N_("Net"), "pounds"),
        Column("contract", N_("Contracts, £"), "count"),
        Column("per_thousand", N_("For each £1,000 of contract"), "pounds_exact"),
        *TILE,
    ),
    title=title,
    spec=spec,
    draw=draw,
    note=N_("Net value divided by contract, of projects in one area alone whose contract is published."),
)
