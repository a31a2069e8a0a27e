"""Net value by measure within each kind; local economic value last, on its own scale."""

from collections.abc import Sequence
from typing import Any

from markupsafe import Markup

from socialvalue.domain.bounds import MORE_OR_LESS, of_share
from socialvalue.publish.chart import Chart, Column, Subject
from socialvalue.publish.drawing import shapes
from socialvalue.publish.site import Row, Site
from socialvalue.publish.story.value_by_kind import DELIVERED, by_kind
from socialvalue.publish.words import figures
from socialvalue.publish.words.language import N_, _
from socialvalue.publish.words.vocabulary import KIND
from socialvalue.records import KINDS


def table(site: Site, subject: Subject) -> list[Row]:
    """One row per kind and measure with a delivered value: kind, measure, net (pence), lines.

    Nothing to draw where each kind has one measure: value by kind says it already.
    """
    rows = [row for row in site.sums("by_measure", subject.dimension, subject.member) if row["lines"]]
    whole = {row["kind"]: row for row in by_kind(site, subject.dimension, subject.member)}
    found: list[Row] = []
    for kind in KINDS:
        of_kind = [_row(site, row, whole[kind]) for row in rows if row["kind"] == kind]
        of_kind.sort(key=lambda row: -int(row["net"]))
        if kind == "local" and found and of_kind:
            of_kind[0] = {**of_kind[0], "apart": _("Kept apart, on its own scale")}
        found.extend(of_kind)
    return found if len({row["kind"] for row in found}) < len(found) else []


def title(rows: Sequence[Row], subject: Subject) -> str:
    counts = {kind: [row for row in rows if row["kind"] == kind] for kind in KINDS}
    kind = max(counts, key=lambda kind: (len(counts[kind]), -KINDS.index(kind)))
    top = counts[kind][0]
    share = figures.percent(top["net"], top["of_kind"]["net"])
    bound = of_share(top["bound"], top["of_kind"]["bound"])
    if bound == MORE_OR_LESS:  # a share of which nobody knows even one end
        return _("%(kind)s value by measure", kind=KIND[kind].name)
    return figures.capital(
        _(
            "%(share)s of the %(kind)s value is %(measure)s",
            share=figures.bounded(share, bound),
            kind=KIND[kind].name.lower(),
            measure=figures.inside(top["measure"]),
        )
    )


def bar(row: Row, rows: Sequence[Row]) -> Markup:
    same = [other for other in rows if scale(other) == scale(row)]
    parts = [shapes.Part(row["kind"], status, row[status]) for status in DELIVERED]
    if shapes.alone(parts, len(same)):
        return Markup()
    return shapes.bar(parts, max(int(other["net"]) for other in same), at_least=row["net_bound"] == "at least")


def scale(row: Row) -> str:
    """Local value has a scale of its own."""
    return "local" if row["kind"] == "local" else ""


def spec() -> Any:
    import altair  # seldom: a specification is kept

    return altair.Chart().mark_bar().encode(
        x=altair.X("net:Q", title=_("Net value, £")),
        y=altair.Y("measure:N", sort="-x", title=None),
        row=altair.Row("kind:N", sort=list(KINDS), title=None),
        color=altair.Color("kind:N", legend=None),
        tooltip=["kind:N", "measure:N", "net:Q"],
    ).resolve_scale(x="independent", y="independent")  # fmt: skip


def _row(site: Site, row: Row, of_kind: Row) -> Row:
    """A sum with its measure's name; of_kind is the row of what all measures of its kind have together."""
    return {**row, "measure": site.measure(row)["name"], "net_bound": row["bound"], "of_kind": of_kind}


CHART = Chart(
    id="value-by-measure",
    table=table,
    columns=(
        Column("measure", N_("Measure"), "text"),
        Column("net", N_("Net"), "pounds"),
        Column("kind", N_("Kind of value"), "kind"),
        Column("lines", N_("Lines"), "count"),
    ),
    title=title,
    spec=spec,
    bar=bar,
    scale=scale,
    note=N_("A measure with two kinds of value has a row for each. They are never added up."),
    look="ov-kinds ov-bars",
)
