"""Net value by kind and by how sure it is: local economic value last, apart, on its own scale."""

from collections.abc import Sequence
from typing import Any

from markupsafe import Markup

from socialvalue.domain.bounds import surely_most
from socialvalue.publish.chart import Chart, Column, Subject
from socialvalue.publish.drawing import shapes
from socialvalue.publish.site import Row, Site
from socialvalue.publish.story.value_by_kind import by_kind, leading, statuses_in, with_bounds
from socialvalue.publish.story.worth import worth_in_words
from socialvalue.publish.words import figures
from socialvalue.publish.words.language import N_, _
from socialvalue.publish.words.vocabulary import KIND, STATUS
from socialvalue.records import KINDS, STATUSES

APART = N_("Kept apart, on its own scale: most of this money would be spent anyway")


def table(site: Site, subject: Subject) -> list[Row]:
    """One row per kind, as value_by_kind.by_kind gives it."""
    about = subject.dimension, subject.member
    rows = with_bounds(site, by_kind(site, *about), *about)
    return [
        {
            **row,
            "net_bound": row["bound"],
            "gross_bound": row["bound"],
            "low_bound": row["bound"],
            "high_bound": row["bound"],
            "low_none": _("no lower end is known") if row["high"] is not None else "",
            "high_none": _("no upper end is known") if row["low"] is not None else "",
            "apart": _(APART) if row["kind"] == "local" and len(rows) > 1 else "",
        }
        for row in rows
    ]


def title(rows: Sequence[Row], subject: Subject) -> str:
    delivered = [row for row in rows if row["net"]]
    if not delivered:
        promises = [_("%(pounds)s of %(kind)s value", pounds=_committed(row), kind=_name(row)) for row in rows]
        return _(
            "%(promised)s is promised; nothing valued is delivered yet",
            promised=figures.capital(figures.listing(promises)),
        )
    rest = [row for row in delivered if row["kind"] != "local"]
    top = leading(delivered)
    if top is None:
        return _("No £ beyond local spending: %(pounds)s", pounds=_figure(delivered[0]))
    found = {"kind": _name(top), "pounds": _figure(top)}
    if len(delivered) == 1:
        return _("All the value found is %(kind)s: %(pounds)s", **found)
    if len(rest) > 1 and surely_most([(row["net"], row["bound"]) for row in rest]) is None:
        each = [_("%(pounds)s of %(kind)s value", pounds=_figure(row), kind=_name(row)) for row in rest]
        return figures.capital(figures.listing(each))
    if len(rest) == len(delivered):
        return _("The largest kind of value is %(kind)s: %(pounds)s", **found)
    if len(rest) == 1:
        return _("Local spending apart, all the value found is %(kind)s: %(pounds)s", **found)
    return _("Local spending apart, the largest kind of value is %(kind)s: %(pounds)s", **found)


def bar(row: Row, rows: Sequence[Row]) -> Markup:
    parts = [shapes.Part(row["kind"], status, row[status]) for status in STATUSES]
    ends = shapes.Ends(row["low"], row["net"], row["high"])
    if shapes.alone(parts, sum(scale(other) == scale(row) for other in rows)) and not ends.known:
        return Markup()
    return shapes.bar(parts, _scale(row, rows), at_least=row["bound"] == "at least" and not row["committed"], ends=ends)


def spec() -> Any:
    import altair  # seldom: a specification is kept

    bars = altair.Chart().transform_fold(list(STATUSES), as_=["status", "pounds"])
    return bars.mark_bar().encode(
        x=altair.X("pounds:Q", title=_("Net value, £")),
        y=altair.Y("status:N", sort=list(STATUSES), title=None),
        row=altair.Row("kind:N", sort=list(KINDS), title=None),
        color=altair.Color("kind:N", legend=None),
        tooltip=["kind:N", "status:N", "pounds:Q"],
    ).resolve_scale(x="independent")  # fmt: skip


def scale(row: Row) -> str:
    """Local value has a scale of its own."""
    return "local" if row["kind"] == "local" else ""


def key(rows: Sequence[Row]) -> tuple[list[str], bool]:
    return statuses_in(rows), any(row["bound"] == "at least" for row in rows)


def sentence(site: Site, rows: Sequence[Row], subject: Subject) -> str:
    """The value of each kind, where no two can be compared."""
    if any(row["net"] for row in rows):
        return worth_in_words(site, subject.dimension, subject.member)
    return title(rows, subject)


def _figure(row: Row) -> str:
    return figures.bounded(figures.pounds_short(row["net"]), row["bound"])


def _committed(row: Row) -> str:
    return figures.bounded(figures.pounds_short(row["committed"]), row["committed_bound"])


def _name(row: Row) -> str:
    return KIND[row["kind"]].name.lower()


def _scale(row: Row, rows: Sequence[Row]) -> int:
    """What the full width stands for: the longest bar of the same scale. Local value has a scale of its own."""
    same = [other for other in rows if scale(other) == scale(row)]
    return max(int(max(other["with_promises"], other["high"] or 0)) for other in same)


CHART = Chart(
    id="value-by-kind",
    table=table,
    columns=(
        Column("kind", N_("Kind of value"), "kind"),
        Column("net", N_("Net"), "pounds"),
        Column("gross", N_("Gross"), "pounds"),
        Column("low", N_("Low"), "pounds"),
        Column("high", N_("High"), "pounds"),
        *(Column(status, STATUS[status].called, "pounds", shown=False) for status in STATUSES),
    ),
    title=title,
    spec=spec,
    bar=bar,
    sentence=sentence,
    scale=scale,
    weight=lambda row: int(row["net"] or row["committed"]),
    key=key,
    note=N_("Pounds in the prices of the year of delivery. Kinds are never added up: they are different things."),
    look="ov-kinds ov-projk",
)
