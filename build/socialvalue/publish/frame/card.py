"""The picture that other sites show beside a link to ours: the mark alone, in no language."""

from functools import cache
from importlib.resources import files

PATH = "assets/card.png"
WIDTH, HEIGHT = 1200, 630
MARK = 400


@cache
def card() -> bytes:
    """The mark of favicon.svg in the middle of a white card, as PNG: most readers of Open Graph take no SVG."""
    from vl_convert import svg_to_png

    mark = files("socialvalue.publish").joinpath("theme/assets/favicon.svg").read_text(encoding="utf-8")
    placed = mark.replace(
        "<svg ", f'<svg x="{(WIDTH - MARK) // 2}" y="{(HEIGHT - MARK) // 2}" width="{MARK}" height="{MARK}" ', 1
    )
    picture: bytes = svg_to_png(
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{HEIGHT}">'
        f'<rect width="100%" height="100%" fill="#fff"/>{placed}</svg>'
    )
    return picture
