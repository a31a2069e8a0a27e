"""What a chart is: one file in charts/, drawn from one table into forms that say the same numbers."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from markupsafe import Markup

from socialvalue.publish.site import Row, Site
from socialvalue.publish.words.language import _

NUMBERS = ("pounds", "pounds_exact", "quantity", "share", "count")
"""How cells are said that hold a number."""


@dataclass(frozen=True)
class Subject:
    """What a chart is about: everything, or one member of a dimension of the totals; of one kind, if named."""

    dimension: str = "all"
    member: str = "all"
    name: str = ""
    kind: str = ""


@dataclass(frozen=True)
class Column:
    """A column of a chart's table.

    `said` is how its cells are said: text, kind, status, rating, pounds and pounds_exact (pence), quantity (millionths,
    in the unit row that the row holds as `units`), share (millionths), count. A bound stands in the row as
    `<name>_bound`. One that is not `shown` is in the files; of a number the description tells too, and the page shows
    it as the length of a bar.
    """

    name: str
    headed: str
    """Its heading, as a message."""
    said: str
    shown: bool = True

    @property
    def heading(self) -> str:
        return _(self.headed)


class Drawing(NamedTuple):
    """The shapes of a chart: percent wide, `height` pixels high; colours are classes, text is escaped."""

    height: int
    shapes: Markup
    look: str = ""


@dataclass(frozen=True)
class Chart:
    """A chart. Its table is the truth; every other form is made from it.

    With `bar`, the page shows the table with a bar in each row, so that all words reflow; otherwise the drawing,
    and the table one key away (or beside it, if `beside`). `look` is the class of that table. Where nothing is to be
    compared, nothing is drawn: a sentence says what there is.
    """

    id: str
    table: Callable[[Site, Subject], list[Row]]
    """Rows by column; money in pence, quantities and shares in millionths. Without a row there is no chart."""
    columns: Sequence[Column]
    title: Callable[[Sequence[Row], Subject], str]
    """The finding, in a sentence."""
    spec: Callable[[], Any]
    """The same as an Altair chart, without its data: those are the cells of the CSV."""
    draw: Callable[[Sequence[Row], Subject], Drawing] | None = None
    bar: Callable[[Row, Sequence[Row]], Markup] | None = None
    sentence: Callable[[Site, Sequence[Row], Subject], str] | None = None
    """What stands in place of bars that would say nothing; without it, the title."""
    scale: Callable[[Row], str] = lambda row: ""
    """The rows of one scale are compared with each other, and with no others."""
    weight: Callable[[Row], int] | None = None
    """How much a row shows; without it, what stands in the first column of numbers."""
    key: Callable[[Sequence[Row]], tuple[list[str], bool]] | None = None
    """The statuses that the bars show, and whether an end is pointed: how to read them stands below the chart."""
    plain: bool = False
    """Of one row the page shows the table without its bar: a sentence would say too little."""
    note: str = ""
    """What a reader must know, in a sentence, as a message."""
    look: str = ""
    beside: bool = False

    def compares(self, rows: Sequence[Row]) -> bool:
        """Whether a drawing says anything: two rows on one scale have a number that is not nothing.

        The bar of an only row is always full, however much it is.
        """
        number = next(column.name for column in self.columns if column.said in NUMBERS)
        scales = [self.scale(row) for row in rows if (self.weight(row) if self.weight else row[number])]
        return len(set(scales)) < len(scales)

    @property
    def noted(self) -> str:
        """The note in the language of the site; empty where there is none."""
        return _(self.note) if self.note else ""
