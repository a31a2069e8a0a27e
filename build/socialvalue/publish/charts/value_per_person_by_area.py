"""Delivered value of one kind for each person who lives in an area, as a map of squares."""

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
    """One row per area with a tile: name, net, population, per_person (pence). Nothing where no area has any."""
    rows = placed(site, subject.kind)
    return [{**row, "kind": subject.kind} for row in rows] if any(row["per_person"] for row in rows) else []


def title(rows: Sequence[Row], subject: Subject) -> str:
    top = highest(rows, "per_person")
    kind = KIND[subject.kind].name.lower()
    if top is None:
        each = in_each(rows, "per_person", figures.pounds_exact)
        return _(
            "For each person, %(kind)s value: %(figures)s",
            kind=kind,
            figures=each,
        )
    most = figures.bounded(figures.pounds_exact(top["per_person"]), top["per_person_bound"])
    return _("For each person, %(kind)s value is highest in %(area)s: %(most)s", kind=kind, area=top["name"], most=most)


def draw(rows: Sequence[Row], subject: Subject) -> Drawing:
    return rate_map(rows, "per_person")


def spec() -> Any:
    return tile_spec("per_person", _("Net for each person, £"))


CHART = Chart(
    id="value-per-person-by-area",
    table=table,
    columns=(
        Column("name", N_("Area"), "text"),
        Column("net", N_("Net"), "pounds"),
        Column("population", N_("People"), "count"),
        Column("per_person", N_("For each person"), "pounds_exact"),
        *TILE,
    ),
    title=title,
    spec=spec,
    draw=draw,
    note=N_("Net value of the lines that count in an area, divided by the people who live there."),
)
