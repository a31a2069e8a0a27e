"""Sentences whose numbers lead to the rows they come from: as plain text, or as links on a page."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import NamedTuple

from markupsafe import Markup

from socialvalue.publish.words.language import in_words
from socialvalue.publish.words.markup import escaped, marked
from socialvalue.records import Place

Address = Callable[[Place], str]
"""Where a page shows a row of the data; empty where none does."""


class Led(NamedTuple):
    """Words that lead to a row."""

    words: str
    place: Place


class Sentence(NamedTuple):
    """A whole sentence with named gaps, as in: One %(unit)s was worth %(pounds)s. Both forms read alike.

    `words` is a message, which is said in the language of the site.
    """

    words: str
    gaps: Mapping[str, str | Led] = MappingProxyType({})

    def __str__(self) -> str:
        return in_words(self.words) % {
            name: gap.words if isinstance(gap, Led) else gap for name, gap in self.gaps.items()
        }

    def linked(self, address: Address) -> Markup:
        """The sentence as HTML, escaped."""
        if not self.gaps:
            return escaped(in_words(self.words) % {})
        gaps = {name: _linked(gap, address) for name, gap in self.gaps.items()}
        return marked(str(escaped(in_words(self.words))) % gaps)


def _linked(gap: str | Led, address: Address) -> str:
    if not isinstance(gap, Led):
        return escaped(gap)
    where = address(gap.place)
    return f'<a href="{escaped(where)}">{escaped(gap.words)}</a>' if where else escaped(gap.words)
