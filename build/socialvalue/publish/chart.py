"""What a chart is: one file in charts/, drawn from one table into four equal forms."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from socialvalue.publish.site import Row, Site


@dataclass(frozen=True)
class Subject:
    """What a chart is about: everything, or one member of a dimension of the totals."""

    dimension: str = "all"
    member: str = "all"
    name: str = ""


@dataclass(frozen=True)
class Chart:
    """A chart. Its table is the truth; title, description, SVG, CSV and specification are made from it."""

    id: str
    table: Callable[[Site, Subject], list[Row]]
    """Rows by column; money in pence, quantities in millionths. Without a row nothing is drawn."""
    columns: Sequence[tuple[str, str, str]]
    """Of each column: its name, its heading in words, and how it is said (text, pounds, number)."""
    title: Callable[[list[Row], Subject], str]
    """The finding, in a sentence."""
    description: Callable[[list[Row], Subject], str]
    """Every number that the drawing shows, for those who cannot see it."""
    svg: Callable[[list[Row], Subject], str]
    """The drawing: classes for colours, no style attribute, text escaped."""
    spec: Callable[[list[Row], Subject], dict[str, Any]]
    """The same as a Vega-Lite specification, made with Altair."""
