"""What was delivered against what was promised: every bar on one scale, the promise one upright line."""

from collections.abc import Sequence
from typing import Any

from markupsafe import Markup

from socialvalue.domain.bounds import of_share
from socialvalue.publish.chart import Chart, Column, Subject
from socialvalue.publish.drawing import shapes
from socialvalue.publish.site import Row, Site
from socialvalue.publish.story.promises import PromiseRow, answered, due_in_steps, due_said, promises
from socialvalue.publish.story.value_by_kind import DELIVERED
from socialvalue.publish.words import days
from socialvalue.publish.words.language import N_, _, _n, digits
from socialvalue.publish.words.reasons import rating_said
from socialvalue.records import MILLION

WIDEST = 3 * MILLION
"""A bar of three times the promise fills the scale; a longer one is cut there, and its number says so."""


def table(site: Site, subject: Subject) -> list[Row]:
    """One row per measure that the project committed to: measure, promised, delivered (millionths), share, due.

    Nothing to draw where nothing was published about any of them.
    """
    rows = promises(site, subject.member) if subject.dimension == "project" else []
    if not any(map(answered, rows)):
        return []
    return [
        {
            **row,
            "units": site.unit(row),
            "share_bound": of_share(row["delivered_bound"], row["promised_bound"]),
            "delivered_sub": _("[r] revised") if row["revised"] else "",
            "delivered_none": _none(row),
            "due_on": days.day(row["due"]) if row["due_stated"] else due_said(row),
            "promised_sub": due_in_steps(row, site.unit(row)),
            "name_sub": _("Counted, no £ value") if row["hue"] == "count" else "",
            "rating_sub": rating_said(row),
        }
        for row in rows
    ]


def _none(row: PromiseRow) -> str:
    """What stands where there is no number: figures that are never added are no silence."""
    if row["suppressed"]:
        return _("hidden [c]")
    return _("in no sum") if answered(row) else _("none published")


def title(rows: Sequence[Row], subject: Subject) -> str:
    met = sum(1 for row in rows if row["met"])
    if len(rows) == 1:
        return _("The one promise was met") if met else _("The one promise is not met on what was published")
    return _n(
        "%(num)s of %(whole)s promises is met on what was published",
        "%(num)s of %(whole)s promises are met on what was published",
        met,
        none=N_("None of %(whole)s promises is met on what was published"),
        whole=digits(len(rows)),
    )


def bar(row: Row, rows: Sequence[Row]) -> Markup:
    top = min(WIDEST, max(MILLION, *(other["share"] or 0 for other in rows))) * 105 // 100
    whole = row["promised"] * top // MILLION
    parts = [shapes.Part(row["hue"], status, row[status]) for status in DELIVERED]
    return shapes.promise_bar(_cut(parts, whole), row["promised"], whole, at_least=row["delivered_bound"] == "at least")


def spec() -> Any:
    import altair  # seldom: a specification is kept

    return altair.Chart().mark_bar().encode(
        x=altair.X("share:Q", axis=altair.Axis(format="%"), title=_("Delivered, as a share of the promise")),
        y=altair.Y("name:N", sort=None, title=None),
        tooltip=["name:N", "promised:Q", "delivered:Q", "share:Q"],
    )  # fmt: skip


def _cut(parts: list[shapes.Part], whole: int) -> list[shapes.Part]:
    kept, room = [], whole
    for part in parts:
        kept.append(part._replace(length=min(part.length, room)))
        room -= kept[-1].length
    return kept


CHART = Chart(
    id="promised-and-delivered",
    table=table,
    columns=(
        Column("name", N_("Measure"), "text"),
        Column("promised", N_("Promised"), "quantity"),
        Column("delivered", N_("Delivered"), "quantity"),
        Column("share", N_("Share"), "share"),
        Column("due_on", N_("Due"), "text", shown=False),
        Column("rating", N_("Rating"), "rating"),
    ),
    title=title,
    spec=spec,
    bar=bar,
    plain=True,
    note=N_("The upright line is the promise. A pointed end means “at least”."),
    look="ov-pd",
)
