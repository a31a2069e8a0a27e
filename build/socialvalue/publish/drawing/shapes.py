"""Bars as SVG. Length says how much, hue says which kind, solidity says how sure; nothing else uses them.

Every length is a share of `whole` in percent, so that a bar fits any cell. No shape carries a number that is
not beside it in words.
"""

from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from markupsafe import Markup

from socialvalue.domain.rounding import quotient
from socialvalue.publish.words.markup import escaped, marked

COLOUR = {"self-reported": "selfreported"}


class Part(NamedTuple):
    """A stretch of a bar: its hue (a kind of value, `count`, or a status), how sure it is, how long."""

    hue: str
    status: str
    length: int


class Ends(NamedTuple):
    """The range of a figure: its low and its high end, as far as they are known, and the figure itself."""

    low: int | None = None
    figure: int = 0
    high: int | None = None

    @property
    def known(self) -> bool:
        """Whether there is an end to draw."""
        return self.low is not None or self.high is not None


NO_ENDS = Ends()


class Shape(Markup):
    """Markup of a drawing with gaps as {}. Each value is escaped, sooner than by Markup, which looks for more forms."""

    def format(self, *values: object) -> Markup:  # type: ignore[override]
        return marked(str.format(self, *map(escaped, values)))


def share(part: int, whole: int) -> str:
    """A share in percent with two decimals, worked out in whole numbers: 33.33%."""
    hundredths = quotient(10_000 * part, whole) if whole else 0
    return f"{hundredths // 100}.{hundredths % 100:02}%"


@lru_cache(maxsize=4096)
def block(hue: str, status: str, x: str, width: str, y: str, height: str) -> Markup:
    """A rectangle in the texture of its status: solid, hatched, tinted with an edge, or a dashed outline."""
    place = Markup('x="{}" y="{}" width="{}" height="{}"').format(x, y, width, height)
    colour = COLOUR.get(hue, hue)
    if status == "committed":
        return Shape('<rect class="k-{} t-committed" {}/>').format(colour, place)
    if status == "verified":
        return Shape('<rect class="k-{}" {}/>').format(colour, place)
    edge = Shape('<rect class="k-{} s-edge" {}/>').format(colour, place)
    if status == "evidenced":
        solid = Shape('<rect class="k-{}" {}/><rect class="t-evidenced" {}/>')
        return solid.format(colour, place, place) + edge
    tint = Shape('<rect class="k-paper" {}/><rect class="k-{} t-tint" {}/>')
    return tint.format(place, colour, place) + edge


def alone(parts: Iterable[Part], rows: int) -> bool:
    """Whether a bar would say nothing: it is the only one of its scale, and all of it is equally sure."""
    return rows == 1 and sum(part.length > 0 for part in parts) <= 1


def stretch(parts: Iterable[Part], whole: int, y: str, height: str, start: int = 0) -> Markup:
    """The parts one after the other, from `start`."""
    drawn = Markup()
    for part in parts:
        if part.length > 0:
            drawn += block(part.hue, part.status, share(start, whole), share(part.length, whole), y, height)
            start += part.length
    return drawn


def point(hue: str, x: str, y: str, height: int) -> Markup:
    """The pointed end of a bar, which means: at least this much."""
    half = f"{height // 2}.5" if height % 2 else f"{height // 2}"
    arrow = Shape('<path class="k-{}" d="M0 0l8 {}l-8 {}z"/>').format(COLOUR.get(hue, hue), half, half)
    box = Shape('<svg x="{}" y="{}" width="9" height="{}" overflow="visible">{}</svg>')
    return box.format(x, y, height, arrow)


def whisker(ends: Ends, whole: int, middle: int) -> Markup:
    """The range of a figure, as a thin line with its ends. Where one end is not known, it stops at the figure."""
    left, right = (share(ends.figure if end is None else end, whole) for end in (ends.low, ends.high))
    line = Shape('<line class="ov-range" x1="{}" x2="{}" y1="{}" y2="{}"/>')
    drawn = line.format(left, right, middle, middle)
    for end, at in ((ends.low, left), (ends.high, right)):
        if end is not None:
            drawn += line.format(at, at, middle - 5, middle + 5)
    return drawn


def bar(parts: Iterable[Part], whole: int, *, at_least: bool = False, ends: Ends = NO_ENDS) -> Markup:
    """A horizontal bar on the scale from nothing to `whole`, for a cell with its number beside it."""
    parts = [Part(*part) for part in parts if part[2] > 0]
    drawn = stretch(parts, whole, "1", "18")
    if at_least and parts:
        length = sum(part.length for part in parts)
        drawn += point(parts[-1].hue, share(length, whole), "1", 18)
    if ends.known:
        drawn += whisker(ends, whole, 10)
    return _drawing(drawn, "ov-bar", 20)


def split(parts: Iterable[Part]) -> Markup:
    """A bar whose parts make up the whole."""
    parts = [Part(*part) for part in parts]
    return _drawing(stretch(parts, sum(part.length for part in parts), "1", "26"), "ov-bar ov-split", 28)


def promise_bar(parts: Iterable[Part], promised: int, whole: int, at_least: bool = False) -> Markup:
    """What was delivered as a share of what was promised, with the promise as an upright line.

    It fills the height of its cell, so that the lines of a table's rows meet.
    """
    parts = [Part(*part) for part in parts if part[2] > 0]
    drawn = Shape('<g transform="translate(0,-9)">{}</g>').format(stretch(parts, whole, "50%", "18"))
    if at_least and parts:
        end = share(sum(part.length for part in parts), whole)
        drawn += Shape('<g transform="translate(0,-9)">{}</g>').format(point(parts[-1].hue, end, "50%", 18))
    at = share(promised, whole)
    drawn += Shape('<line class="ov-promise" x1="{}" x2="{}" y1="0" y2="100%"/>').format(at, at)
    return Shape('<svg class="ov-bar" aria-hidden="true" focusable="false">{}</svg>').format(drawn)


def swatch(status: str) -> Markup:
    """The texture of a status, for the legend."""
    return Shape('<svg width="28" height="14" aria-hidden="true" focusable="false">{}</svg>').format(
        block("count", status, "1", "26", "1", "12")
    )


def _drawing(content: Markup, name: str, height: int) -> Markup:
    return Shape('<svg class="{}" height="{}" aria-hidden="true" focusable="false">{}</svg>').format(
        name, height, content
    )
