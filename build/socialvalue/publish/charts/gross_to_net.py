"""From gross to net, one kind at a time: each deduction is taken from what the step above left."""

from collections.abc import Sequence
from fractions import Fraction
from typing import Any

from markupsafe import Markup

from socialvalue.domain.rounding import half_up
from socialvalue.publish.chart import Chart, Column, Subject
from socialvalue.publish.drawing import shapes
from socialvalue.publish.drawing.shapes import Shape
from socialvalue.publish.site import Row, Site
from socialvalue.publish.story.value_by_kind import DELIVERED, by_kind
from socialvalue.publish.words import figures
from socialvalue.publish.words.language import N_, _
from socialvalue.publish.words.vocabulary import EFFECT, KIND


def table(site: Site, subject: Subject) -> list[Row]:
    """Gross, each deduction and net of one kind: step, taken (words), pounds (pence), from and to (where its bar lies).

    Without a deduction there is nothing to draw.
    """
    steps = [row for row in site.sums("deductions", *_about(subject)) if row["kind"] == subject.kind]
    if not steps:
        return []
    whole = next(row for row in by_kind(site, *_about(subject)) if row["kind"] == subject.kind)
    statuses = [row for row in site.sums("totals", *_about(subject)) if row["kind"] == subject.kind]
    gross = whole["gross"]
    found = [_end(_("Gross"), whole, statuses, "gross")]
    for row in steps:
        term = EFFECT[row["effect"]]
        found.append(
            {
                "step": _("%(effect)s (%(term)s)", effect=term.name, term=term.meaning),
                "taken": _shares(row),
                "pounds": -row["taken"],
                "pounds_bound": row["bound"],
                "from": row["remaining"],
                "to": found[-1]["from"] if len(found) > 1 else gross,
                "gross": gross,
            }
        )
    return [*found, _end(_("Net"), whole, statuses, "net")]


def title(rows: Sequence[Row], subject: Subject) -> str:
    gross, net = rows[0]["pounds"], rows[-1]["pounds"]
    kind = KIND[subject.kind].name.lower()
    return _("%(share)s of the gross %(kind)s value is left as net", share=figures.percent(net, gross), kind=kind)


def bar(row: Row, rows: Sequence[Row]) -> Markup:
    if "kind" in row:
        parts = [shapes.Part(row["kind"], status, row[status]) for status in DELIVERED]
        drawn = shapes.stretch(parts, row["gross"], "18%", "64%")
    else:
        start, width = shapes.share(row["from"], row["gross"]), shapes.share(row["to"] - row["from"], row["gross"])
        drawn = Shape('<rect class="ov-drop" x="{}" y="18%" width="{}" height="64%"/>').format(start, width)
    drawn += _joins(row, rows)
    return Shape('<svg class="ov-bar" height="20" aria-hidden="true" focusable="false">{}</svg>').format(drawn)


def spec() -> Any:
    import altair  # seldom: a specification is kept

    return altair.Chart().mark_bar().encode(
        x=altair.X("pounds:Q", title=_("£")),
        y=altair.Y("step:N", sort=None, title=None),
        tooltip=["step:N", "taken:N", "pounds:Q"],
    )  # fmt: skip


def _about(subject: Subject) -> tuple[str, str]:
    return subject.dimension, subject.member


def _end(name: str, whole: Row, statuses: Sequence[Row], money: str) -> Row:
    by_status = {row["status"]: row[money] for row in statuses}
    return {
        "step": name, "taken": None, "pounds": whole[money], "pounds_bound": whole["bound"], "from": 0,
        "to": whole[money], "gross": whole["gross"],
        "kind": whole["kind"], **{status: by_status.get(status, 0) for status in DELIVERED}, "row_look": "end",
    }  # fmt: skip


def _joins(row: Row, rows: Sequence[Row]) -> Markup:
    """Hairlines to the rows above and below, at the edge that both share."""
    at, line = rows.index(row), Shape('<line class="ov-axis" x1="{}" x2="{}" y1="{}" y2="{}"/>')
    drawn = Markup()
    if at + 1 < len(rows):
        edge = shapes.share(row["to"] if at == 0 else row["from"], row["gross"])
        drawn += line.format(edge, edge, "82%", "100%")
    if at:
        edge = shapes.share(row["to"], row["gross"])
        drawn += line.format(edge, edge, "0", "18%")
    return drawn


def _shares(step: Row) -> str:
    """What a step took of what was left, to a hundredth of a percent: of one line, or of several from least to most;
    and that it took it from a part of them alone, where the others have no such step."""
    both = step["lowest_share"], step["highest_share"]
    low, high = (figures.rate(half_up(Fraction(share) * 10_000) * 100) for share in both)
    shares = low if low == high else _("%(low)s to %(high)s", low=low, high=high)
    return shares if step["of_all"] else _("%(shares)s of a part", shares=shares)


CHART = Chart(
    id="gross-to-net",
    table=table,
    columns=(
        Column("step", N_("Step"), "text"),
        Column("taken", N_("Share"), "text"),
        Column("pounds", N_("£"), "pounds"),
    ),
    title=title,
    spec=spec,
    bar=bar,
    note=N_("Each step is taken from what the step above left."),
    look="ov-wf",
)
