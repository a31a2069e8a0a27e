"""How sure we are: the lines by status, as parts of all lines. Pounds are never split across kinds."""

from collections import Counter
from collections.abc import Sequence
from typing import Any

from socialvalue.publish.chart import Chart, Column, Drawing, Subject
from socialvalue.publish.drawing import shapes
from socialvalue.publish.drawing.shapes import Shape
from socialvalue.publish.site import Row, Site
from socialvalue.publish.story.value_by_kind import DELIVERED
from socialvalue.publish.words import figures
from socialvalue.publish.words.language import N_, _, digits


def table(site: Site, subject: Subject) -> list[Row]:
    """One row per status that has lines: status, lines."""
    every = subject.dimension == "all"
    lines = site.lines() if every else site.lines(subject.dimension, subject.member)
    counts = Counter(line["status"] for line in lines)
    return [{"status": each, "lines": counts[each], "of": len(lines)} for each in DELIVERED if counts[each]]


def title(rows: Sequence[Row], subject: Subject) -> str:
    counts = {row["status"]: int(row["lines"]) for row in rows}
    whole, word_alone = rows[0]["of"], counts.get("self-reported", 0)
    if whole == 1:
        return (
            _("The one line rests on the word of those who did the work")
            if word_alone
            else _("The one line rests on a document or a check")
        )
    number, share = digits(whole), figures.percent(word_alone, whole)
    if word_alone == whole:
        return _("All %(number)s lines rest on the word of those who did the work", number=number)
    if not word_alone:
        return _("All %(number)s lines rest on a document or an independent check", number=number)
    return _("%(share)s of the lines rest on the word of those who did the work", share=share)


def draw(rows: Sequence[Row], subject: Subject) -> Drawing:
    parts = [shapes.Part(row["status"], row["status"], row["lines"]) for row in rows]
    drawn = shapes.stretch(parts, rows[0]["of"], "1", "26")
    before = 0
    for row in rows:
        at = shapes.share(before, row["of"])
        drawn += Shape('<text class="b" x="{}" y="46">{}</text>').format(at, digits(row["lines"]))
        before += row["lines"]
    return Drawing(52, drawn)


def spec() -> Any:
    import altair  # seldom: a specification is kept

    return altair.Chart().mark_bar().encode(
        x=altair.X("lines:Q", title=_("Lines")),
        y=altair.Y("status:N", sort=list(DELIVERED), title=None),
        tooltip=["status:N", "lines:Q"],
    )  # fmt: skip


CHART = Chart(
    id="status-split",
    table=table,
    columns=(Column("status", N_("Status"), "status"), Column("lines", N_("Lines"), "count")),
    title=title,
    spec=spec,
    draw=draw,
    beside=True,
)
