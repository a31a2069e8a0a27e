"""A chart as an SVG file that stands by itself: its own colours (the light ones), its title and its source."""

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from importlib.resources import files
from textwrap import wrap

from markupsafe import Markup

from socialvalue.publish.chart import Drawing
from socialvalue.publish.drawing.shapes import Shape

WIDTH = 760
MARGIN = 20
RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
TOKEN = re.compile(r"(--ov-[a-z0-9-]+):\s*([^;]+);")
CLASS = re.compile(r"\.([a-z][a-z0-9-]*)")
DRAWN = re.compile(r"[a-z]|[kts]-[a-z]+|[mi][0-9]|ov-(?:svg|bar|axis|hatch|knock|promise|range|drop)|short|here")
"""The classes of drawings; every other is for what stands round them on a page."""
HATCH = Markup(
    '<defs><pattern id="ov-p-evidenced" width="5" height="5" patternUnits="userSpaceOnUse"'
    ' patternTransform="rotate(45)"><rect class="ov-hatch" width="1.5" height="5"/></pattern></defs>'
)


@lru_cache(maxsize=1 << 12)
def _lines(text: str, letters: int) -> tuple[str, ...]:
    """A text in lines: the same names and sources stand in many pictures."""
    return tuple(wrap(text, letters))


def picture(title: str, description: str, drawing: Drawing, source: str) -> bytes:
    """The file: title above, drawing, source below."""
    heading, footer = _lines(title, 74), _lines(source, 110)
    top = MARGIN + 24 * len(heading)
    bottom = top + drawing.height + 16
    said = Markup().join(
        Shape('<text class="b h" x="{}" y="{}">{}</text>').format(MARGIN, MARGIN + 4 + 24 * place, line)
        for place, line in enumerate(heading)
    ) + Markup().join(
        Shape('<text class="q" x="{}" y="{}">{}</text>').format(MARGIN, bottom + 8 + 18 * place, line)
        for place, line in enumerate(footer)
    )
    inner = Shape('<svg x="{}" y="{}" width="{}" height="{}" class="{}" overflow="visible">{}</svg>').format(
        MARGIN, top, WIDTH - 2 * MARGIN, drawing.height, drawing.look, drawing.shapes
    )
    height = bottom + 18 * len(footer) + 4
    frame = Markup(
        '<svg xmlns="http://www.w3.org/2000/svg" class="ov-svg" width="{width}" height="{height}"'
        ' viewBox="0 0 {width} {height}" role="img"><title>{title}</title><desc>{description}</desc>'
        '<style>{style}</style>{hatch}<rect class="k-paper" width="100%" height="100%"/>{content}</svg>\n'
    )
    content = said + inner
    return frame.format(
        width=WIDTH,
        height=height,
        title=title,
        description=description,
        style=_style(frozenset(drawing.look.split())),
        hatch=HATCH if "t-evidenced" in content else "",
        content=content,
    ).encode()


def rows_of_bars(named: Iterable[tuple[str, Markup, str]]) -> Drawing:
    """Bars below each other: name on the left, the bar, its number on the right."""
    drawn, row = Markup(), 0
    for name, bar, number in named:
        lines = _lines(name, 32)[:2]
        for place, line in enumerate(lines):
            drawn += Shape('<text x="0" y="{}">{}</text>').format(
                36 * row + 20 + 16 * place - 8 * (len(lines) - 1), line
            )
        drawn += Shape('<svg x="240" y="{}" width="330" height="20" overflow="visible">{}</svg>').format(
            36 * row + 5, bar
        )
        drawn += Shape('<text class="b" x="100%" y="{}" text-anchor="end">{}</text>').format(36 * row + 20, number)
        row += 1
    return Drawing(36 * row, drawn)


@cache
def _style(look: frozenset[str]) -> Markup:
    """The rules of our stylesheet for drawings of this look, with the light colours written in.

    One style for each look, whatever a drawing holds: a host's header names them all, and it can't be long.
    On a page the drawing has its look beside its class; here it lies inside the picture, which has that class.
    """
    assets = files("socialvalue.publish").joinpath("theme/assets")
    tokens = assets.joinpath("tokens.css").read_text(encoding="utf-8")
    light = dict(TOKEN.findall(tokens[: tokens.index("}")]))
    rules = re.sub(r"/\*.*?\*/", "", assets.joinpath("charts.css").read_text(encoding="utf-8"), flags=re.DOTALL)
    rules = re.sub(r"@[^{]+\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}", "", rules)
    chosen = [
        f"{selector.strip().replace('.ov-svg.', '.ov-svg .')}{{{' '.join(body.split())}}}"
        for selector, body in RULE.findall(rules)
        if (names := CLASS.findall(selector)) and all(name in look or DRAWN.fullmatch(name) for name in names)
    ]
    text = "".join([*chosen, "text{font-family:Arial,sans-serif}text.h{font-size:19px!important}"])
    written = re.sub(r"var\((--ov-[a-z0-9-]+)\)", lambda found: light.get(found[1], "inherit"), text)
    return Markup(written)  # noqa: S704 - our own stylesheet
