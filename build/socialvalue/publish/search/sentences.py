"""The text of a page as the sentences and table rows that a search may show."""

import re
from html import unescape

_DRAWN = re.compile(r'<(svg|form|nav)\b.*?</\1>|<p class="ov-(?:cite|eyebrow|take)".*?</p>', re.DOTALL)
"""What is drawn, leads on, or stands on every page."""
_WORKING, _WORKED = '<details class="ov-work"', "</details>"
"""Round how a £ came about: sentences that each page with a £ has, a third of its text, and nobody searches for."""
_CELL = re.compile(r"</t[dh]>\s*<t[dh]\b[^>]*>|</dt>\s*<dd\b[^>]*>")
_BLOCK = re.compile(
    r"</?(?:p|li|ul|ol|tr|td|th|thead|tbody|table|caption|h[1-6]|dt|dd|dl|div|section|summary|details|blockquote|label|figure|figcaption|article|header)\b"
    r"[^>]*>"
)
_TAG = re.compile(r"<[^>]+>")
_APART = re.compile(r" (?=[.,;:?!])")
"""A tag ended between a word and its full stop."""
_FULL_STOP = re.compile(r"([.?!])\s+(?=[A-Z£“‘])")


def sentences(markup: str) -> tuple[str, ...]:
    """The sentences of a page's body, each once, in their order; the cells of a table row stand in one."""
    before, *workings = markup.split(_WORKING)
    text = _DRAWN.sub("\n", "\n".join([before, *(each.partition(_WORKED)[2] for each in workings)]))
    text = _TAG.sub(" ", _BLOCK.sub("\n", _CELL.sub(" · ", text)))
    lines = "\n".join(filter(None, (" ".join(line.split()) for line in unescape(text).split("\n"))))
    return tuple(
        dict.fromkeys(filter(None, _FULL_STOP.sub(lambda end: f"{end[1]}\n", _APART.sub("", lines)).split("\n")))
    )
