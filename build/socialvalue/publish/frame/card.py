"""The pictures that other sites show beside a link to ours, as PNG: most readers of Open Graph take no SVG."""

import struct
import zlib
from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from importlib.resources import files
from textwrap import wrap

from markupsafe import Markup

from socialvalue.kept import kept
from socialvalue.publish.site import Row, Site
from socialvalue.publish.story.project_answers import answers
from socialvalue.publish.words.language import _

PATH = "assets/card.png"
WIDTH, HEIGHT = 1200, 630
MARK = 400
SIDE = 80
"""Pixels of paper left and right of the words."""
LETTERS, LINES = 30, 3
"""Letters of a name in a line, and its lines; a longer name ends in an ellipsis."""
SHOWN = 2
"""Answers on the card of a project."""
INK, QUIET = "#15181d", "#4a505b"
SANS = "Liberation Sans, sans-serif"
"""vl-convert brings it along, so that a card is the same on every machine."""
SMALLER = 800, 420
"""Pixels of a project's card: there are many of them, and readers show a card as large from 600 wide on."""


@cache
def card() -> bytes:
    """The mark alone in the middle of a white card, in no language."""
    return _drawn(_mark((WIDTH - MARK) // 2, (HEIGHT - MARK) // 2, MARK))


def path_of(project: str) -> str:
    """Where the card of a project stands."""
    return f"cards/{project}.png"


def project_cards(site: Site) -> Iterator[tuple[str, bytes]]:
    """The card of each project by its path: whose site, which project, and what its page answers first."""
    for project in site.rows("projects"):
        yield path_of(project["project"]), project_card(site, project)


def project_card(site: Site, project: Row) -> bytes:
    """The card of one project."""
    settings, lines = site.settings, wrap(project["name"], LETTERS, max_lines=LINES, placeholder="…")
    drawn = _mark(SIDE, 56, 56) + _text(SIDE + 76, 96, 34, f"{settings.title} {settings.place}".strip(), QUIET)
    for place, line in enumerate(lines):
        drawn += _text(SIDE, 206 + 70 * place, 60, line, weight=700)
    for place, said in enumerate(answers(site, project)[:SHOWN]):
        height = 476 + 72 * place
        drawn += _text(SIDE, height, 34, said["question"], QUIET)
        words = " ".join(filter(None, (said["bound"], said["answer"], said["small"])))
        if said["said"]:
            drawn += _text(SIDE + 190, height, 40, _("%(figure)s, not valued by us", figure=words), said=True)
        else:
            drawn += _text(SIDE + 190, height, 40, words, weight=400 if said["nil"] else 700)
    return _kept(Markup('<rect y="404" x="80" width="1040" height="3" fill="#15181d"/>') + drawn)


def _kept(shapes: Markup) -> bytes:
    """The card of these shapes, drawn once: a later build finds it by all that it depends on."""
    key = f"card {version('vl-convert-python')} {SMALLER} {sha256(shapes.encode()).hexdigest()}"
    return kept(key, lambda: _packed(_drawn(shapes, SMALLER)))


def _text(
    left: int, base: int, size: int, words: str, fill: str = INK, weight: int = 400, said: bool = False
) -> Markup:
    """Words that begin at `left`. `said`: somebody else's claim, in the letters of one."""
    look = f'font-family="{SANS}" font-style="{"italic" if said else "normal"}"'
    start = Markup('<text x="{}" y="{}" font-size="{}" font-weight="{}" fill="{}" ').format(
        left, base, size, weight, fill
    )
    return start + Markup(look) + Markup(">{}</text>").format(words)  # noqa: S704 - our own names of fonts


def _mark(left: int, top: int, size: int) -> Markup:
    mark = files("socialvalue.publish").joinpath("theme/assets/favicon.svg").read_text(encoding="utf-8")
    placed = mark.replace("<svg ", f'<svg x="{left}" y="{top}" width="{size}" height="{size}" ', 1)
    return Markup(placed)  # noqa: S704 - our own picture


def _drawn(shapes: Markup, size: tuple[int, int] = (WIDTH, HEIGHT)) -> bytes:
    from vl_convert import svg_to_png

    paper = Markup('<rect width="100%" height="100%" fill="#fff"/>')
    whole = Markup('<svg xmlns="http://www.w3.org/2000/svg" width="{}" height="{}" viewBox="0 0 {} {}">{}</svg>')
    picture: bytes = svg_to_png(str(whole.format(*size, WIDTH, HEIGHT, paper + shapes)))
    return picture


def _packed(png: bytes) -> bytes:
    """The same picture in a third of the bytes: vl-convert packs for speed."""
    parts, place = [], 8
    while place < len(png):
        (length,) = struct.unpack(">I", png[place : place + 4])
        parts.append((png[place + 4 : place + 8], png[place + 8 : place + 8 + length]))
        place += 12 + length
    rows = zlib.compress(zlib.decompress(b"".join(data for name, data in parts if name == b"IDAT")))
    kept = [(name, data) for name, data in parts if name == b"IHDR"] + [(b"IDAT", rows), (b"IEND", b"")]
    return png[:8] + b"".join(_chunk(name, data) for name, data in kept)


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
