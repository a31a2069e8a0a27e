"""Net value by kind: one bar for each kind, local economic value last and apart."""

from typing import Any

import altair
from markupsafe import escape

from socialvalue.publish import words
from socialvalue.publish.chart import Chart, Subject
from socialvalue.publish.site import Row, Site
from socialvalue.records import KINDS


def table(site: Site, subject: Subject) -> list[Row]:
    """One row per kind with delivered value: kind, net (pence)."""
    totals = site.frame("totals")
    chosen = totals[(totals["dimension"] == subject.dimension) & (totals["member"] == subject.member)]
    sums = chosen[chosen["status"] != "committed"].groupby("kind")["net"].sum()
    return [{"kind": kind, "net": int(sums[kind])} for kind in KINDS if kind in sums.index]


def title(table: list[Row], subject: Subject) -> str:
    largest = max(table, key=lambda row: int(row["net"]))
    return f"The largest kind is {largest['kind']}, {words.pounds_short(largest['net'])}"


def description(table: list[Row], subject: Subject) -> str:
    return "; ".join(f"{row['kind']}: {words.pounds(row['net'])}" for row in table) + "."


def svg(table: list[Row], subject: Subject) -> str:
    top = max(row["net"] for row in table)
    bars = "".join(
        f'<rect class="k-{escape(row["kind"])}" x="0%" y="{24 * place}" width="{100 * row["net"] / top:.2f}%" height="18"/>'
        for place, row in enumerate(table)
    )
    words_for_all = escape(description(table, subject))
    return (
        f'<svg class="ov-svg" role="img" height="{24 * len(table)}"><title>{escape(title(table, subject))}</title>'
        f"<desc>{words_for_all}</desc>{bars}</svg>"
    )


def spec(table: list[Row], subject: Subject) -> dict[str, Any]:
    rows = [{"kind": row["kind"], "net": row["net"] / 100} for row in table]
    bars = altair.Chart(altair.Data(values=rows)).mark_bar().encode(x="net:Q", y=altair.Y("kind:N", sort=list(KINDS)))
    found: dict[str, Any] = bars.properties(title=title(table, subject)).to_dict()
    return found


CHART = Chart(
    id="value-by-kind",
    table=table,
    columns=(("kind", "Kind of value", "text"), ("net", "Net", "pounds")),
    title=title,
    description=description,
    svg=svg,
    spec=spec,
)
