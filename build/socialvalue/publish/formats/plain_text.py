"""The text of markup: what stands in it without a tag."""

import re
from html import unescape

_TAG = re.compile(r"<svg\b.*?</svg>|<[^>]+>", re.DOTALL)


def plain_text(markup: str) -> str:
    """The words between the tags, with single spaces. A drawing has none."""
    return " ".join(unescape(_TAG.sub(" ", markup)).split())
