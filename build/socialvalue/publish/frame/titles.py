"""A title and a description for every page that no other has: tabs, bookmarks and search results show no more of it."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from socialvalue.publish.page import PageText
from socialvalue.publish.words.language import N_, _

CALLED = {
    "areas": N_("%(title)s (place)"),
    "families": N_("%(title)s (measures that look alike)"),
    "measures": N_("%(title)s (measure)"),
    "organisations": N_("%(title)s (organisation)"),
    "programmes": N_("%(title)s (programme)"),
    "themes": N_("%(title)s (theme)"),
    "years": N_("%(title)s (year)"),
}
"""What a page in this folder is."""


def told_apart(texts: Sequence[PageText]) -> list[PageText]:
    """The pages, those of one title told apart: by what they are, else by the last part of their address. Those of one
    description have their titles before it."""
    return _described(_by_address(_by_kind(texts)))


def _described(texts: Sequence[PageText]) -> list[PageText]:
    doubled = {said for said, number in Counter(text.description for text in texts).items() if said and number > 1}
    return [
        replace(text, description=_("%(title)s: %(description)s", title=text.title, description=text.description))
        if text.description in doubled
        else text
        for text in texts
    ]


def _doubled(texts: Sequence[PageText]) -> set[str]:
    counts = Counter(text.title.casefold() for text in texts)
    return {title for title, number in counts.items() if number > 1}


def _by_kind(texts: Sequence[PageText]) -> list[PageText]:
    doubled = _doubled(texts)
    return [replace(text, title=_kind(text)) if text.title.casefold() in doubled else text for text in texts]


def _kind(text: PageText) -> str:
    folder = text.path.partition("/")[0]
    return _(CALLED[folder], title=text.title) if folder in CALLED else text.title


def _by_address(texts: Sequence[PageText]) -> list[PageText]:
    """Of those that are still alike the one of the shortest address keeps its title: a return before its correction."""
    doubled = _doubled(texts)
    first: dict[str, str] = {}
    for text in sorted(texts, key=lambda each: (len(each.path), each.path)):
        first.setdefault(text.title.casefold(), text.path)
    return [
        replace(text, title=f"{text.title} ({text.path.rpartition('/')[2].removesuffix('.html')})")
        if text.title.casefold() in doubled and first[text.title.casefold()] != text.path
        else text
        for text in texts
    ]
