"""Net value by financial year: one row of columns for each kind, each on its own scale."""

from collections.abc import Sequence
from typing import Any

from markupsafe import Markup

from socialvalue.domain.bounds import surely_most
from socialvalue.domain.years import financial_year_from
from socialvalue.publish.chart import Chart, Column, Drawing, Subject
from socialvalue.publish.drawing import shapes
from socialvalue.publish.drawing.shapes import Shape
from socialvalue.publish.site import Row, Site
from socialvalue.publish.story.value_by_kind import DELIVERED
from socialvalue.publish.words import figures, unranked
from socialvalue.publish.words.language import N_, _
from socialvalue.publish.words.vocabulary import KIND
from socialvalue.records import KINDS

PANEL, TALLEST = 168, 88
FEWEST = 5
"""With fewer years than this the columns stay as narrow as with so many."""


def table(site: Site, subject: Subject) -> list[Row]:
    """One row per kind and financial year from the first to the last: kind, year, net (pence) and its statuses."""
    sums = site.sums("by_year", subject.dimension, subject.member)
    found = {(row["kind"], row["year"]): row for row in sums if row["lines"]}
    years = sorted({year for _, year in found})
    if len(years) < 2:
        return []
    kinds = list(dict.fromkeys(kind for kind, _ in found))
    every = [financial_year_from(year) for year in range(int(years[0][:4]), int(years[-1][:4]) + 1)]
    nothing = {**dict.fromkeys(("net", *DELIVERED), 0), "bound": ""}
    rows = [{**nothing, "kind": kind, "year": year, **found.get((kind, year), {})} for kind in kinds for year in every]
    return [{**row, "net_bound": row["bound"]} for row in rows]


def title(rows: Sequence[Row], subject: Subject) -> str:
    kind = rows[0]["kind"]
    mine = [row for row in rows if row["kind"] == kind]
    place = surely_most([(int(row["net"]), row["net_bound"]) for row in mine])
    if place is None:
        return _("%(kind)s value: %(figures)s", kind=KIND[kind].name, figures=unranked.in_each(_each(mine)))
    top = mine[place]
    return _(
        "%(kind)s value was highest in %(year)s, at %(pounds)s",
        kind=KIND[kind].name,
        year=top["year"],
        pounds=figures.bounded(figures.pounds_short(top["net"]), top["net_bound"]),
    )


def _each(rows: Sequence[Row]) -> list[tuple[str, str]]:
    having = [row for row in rows if row["net"]]
    return [(row["year"], figures.bounded(figures.pounds_short(row["net"]), row["net_bound"])) for row in having]


def draw(rows: Sequence[Row], subject: Subject) -> Drawing:
    drawn = Markup()
    kinds = list(dict.fromkeys(row["kind"] for row in rows))
    for place, kind in enumerate(kinds):
        drawn += _panel([row for row in rows if row["kind"] == kind], PANEL * place)
    return Drawing(PANEL * len(kinds) - 10, drawn)


def spec() -> Any:
    import altair  # seldom: a specification is kept

    return altair.Chart().mark_bar().encode(
        x=altair.X("year:O", title=None),
        y=altair.Y("net:Q", title=_("Net value, £")),
        row=altair.Row("kind:N", sort=list(KINDS), title=None),
        color=altair.Color("kind:N", legend=None),
        tooltip=["kind:N", "year:O", "net:Q"],
    ).resolve_scale(y="independent")  # fmt: skip


def _panel(rows: Sequence[Row], top: int) -> Markup:
    """The columns of one kind, their numbers above and their years below."""
    highest = max(int(row["net"]) for row in rows)
    floor = top + 30 + TALLEST + 18
    scale, one = figures.pounds_scale(highest)
    scaled = _("%(kind)s, %(scale)s", kind=KIND[rows[0]["kind"]].name, scale=scale)
    drawn = Shape('<text class="b" x="0" y="{}">{}</text>').format(top + 14, scaled)
    drawn += Shape('<line class="ov-axis" x1="0" x2="100%" y1="{}" y2="{}"/>').format(floor, floor)
    whole = 10 * max(len(rows), FEWEST)
    for place, row in enumerate(rows):
        left, middle = shapes.share(10 * place + 2, whole), shapes.share(10 * place + 5, whole)
        at = floor
        for status in DELIVERED:
            height = TALLEST * row[status] // highest if highest else 0
            if height:
                at -= height
                drawn += shapes.block(row["kind"], status, left, shapes.share(6, whole), str(at), str(height))
        number = figures.on_scale(row["net"], one) if row["net"] else _("none")
        said_of = [("b" if row["net"] else "q", at - 6, number), ("q", floor + 18, row["year"])]
        if row["net_bound"]:
            said_of.append(("q", at - 21, figures.bound_alone(row["net_bound"])))
        for name, y, said in said_of:
            drawn += Shape('<text class="{}" x="{}" y="{}" text-anchor="middle">{}</text>').format(
                name, middle, y, said
            )
    return drawn


CHART = Chart(
    id="over-time",
    table=table,
    columns=(
        Column("kind", N_("Kind of value"), "kind"),
        Column("year", N_("Year"), "text"),
        Column("net", N_("Net"), "pounds"),
    ),
    title=title,
    spec=spec,
    draw=draw,
    scale=lambda row: str(row["kind"]),
    note=N_("Financial years, April to March. Each kind has its own scale; kinds are never added up."),
)
