"""Text that is safe markup, marked so at once: pages are put together from hundreds of pieces, each of them marked.

MarkupSafe's own functions mean the same. They look for more forms of what they are given, and copy what is markup.
"""

from collections.abc import Callable
from functools import lru_cache, partial
from typing import cast

from markupsafe import Markup, escape

marked = cast(Callable[[str], Markup], partial(str.__new__, Markup))
"""Text of ours, all of which is safe already, as the markup that it is."""


def escaped(value: object) -> Markup:
    """A value as it goes into markup: markup stays the very text that it is, anything else is escaped."""
    kind = type(value)
    if kind is Markup:
        return value  # type: ignore[return-value]  # which is that
    return _of_text(value) if kind is str else escape(value)


@lru_cache(maxsize=1 << 14)
def _of_text(text: object) -> Markup:
    return escape(text)
