"""What a search can find: each searchable page, the questions that it answers, and parts that stand for themselves."""

import re
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping
from html import unescape
from typing import Any, NamedTuple

from socialvalue.publish.page import PageText
from socialvalue.publish.search.analysis import analysis
from socialvalue.publish.search.sentences import sentences
from socialvalue.publish.words.language import N_

_SECTION = re.compile(r'<h[23] id="([^"]+)"[^>]*>(.*?)</h[23]>(.*?)(?=<h[123]\b|$)', re.DOTALL)
_TAG = re.compile(r"<[^>]+>")
_LINK = re.compile(r'href="(?:\.\./)*([^"#:]+\.html)["#]')
"""An address in a page: all are written by way of the site's root."""


FRONT = "index.html#"
"""Where the questions of the front page are."""


class Kind(NamedTuple):
    """What a result is. `weight` is how much sooner it is found than a page of words that says the same."""

    name: str
    weight: float


KINDS: Mapping[str, Kind] = {
    "stated": Kind(N_("Stated figure"), 1.2),
    "question": Kind(N_("Question"), 1.3),
    "areas": Kind(N_("Place"), 1.5),
    "projects": Kind(N_("Project"), 1.4),
    "measures": Kind(N_("Measure"), 1.3),
    "programmes": Kind(N_("Programme"), 1.25),
    "term": Kind(N_("Term"), 1.2),
    "organisations": Kind(N_("Organisation"), 1.1),
    "themes": Kind(N_("Theme"), 1.1),
    "page": Kind(N_("About the data"), 1.0),
    "years": Kind(N_("Year"), 0.5),
    "returns": Kind(N_("Return"), 0.25),
}
"""The kinds of results: of a page by its folder, of a part by what it says that it is."""


class Document(NamedTuple):
    """One thing that can be found. All of it is plain text."""

    path: str
    title: str
    kind: str
    description: str
    sentences: tuple[str, ...]
    asked: tuple[str, ...] = ()
    """Questions that it answers, in other words than its own."""
    links: int = 0
    """Pages that lead to it: of two that say the same, readers look for the one that more is told about."""


def documents(pages: Iterable[PageText], written: Iterable[Mapping[str, Any]]) -> list[Document]:
    """What can be found on the data pages and, as mkdocs tells them, on those written by hand; the weightiest first.

    The data pages are gone through once, so that no more than one of them need be held.
    """
    links: Counter[str] = Counter()
    asked = analysis().asked
    found: list[Document] = []
    for page in pages:
        links.update(set(_LINK.findall(page.body)))
        found.extend(_of_page(page, asked) if page.searchable else _of_list(page, asked))
    found = _once(found)
    order = list(KINDS)
    return [
        each._replace(links=links[each.path], asked=tuple(asked.get(each.path, ())))
        for each in sorted([*found, *_by_hand(written, asked)], key=lambda each: (order.index(each.kind), each.path))
    ]


def _once(found: list[Document]) -> list[Document]:
    """Without the front page's questions that another page asks too: that is the page which answers."""
    elsewhere = {each.title for each in found if each.kind == "question" and not each.path.startswith(FRONT)}
    return [each for each in found if not (each.path.startswith(FRONT) and each.title in elsewhere)]


def _of_page(page: PageText, asked: Container[str]) -> Iterator[Document]:
    folder = page.path.partition("/")[0]
    kind = folder if folder in KINDS and "/" in page.path else "page"
    yield Document(page.path, page.title, kind, page.description, sentences(page.body))
    yield from _parts(page)
    if kind == "page":
        yield from _questions(page.path, page.body, asked)


def _of_list(page: PageText, asked: Container[str]) -> Iterator[Document]:
    """A list, whose rows are found by themselves: it is found where it answers what is asked in other words."""
    if page.path in asked:
        yield Document(page.path, page.title, "page", page.description, ())
    yield from (part for part in _parts(page) if page.path not in asked or part.title != page.title)


def _parts(page: PageText) -> Iterator[Document]:
    """What is found by itself, of a list too: its rows are answers of other pages."""
    for part in page.parts:
        yield Document(f"{page.path}#{part.anchor}", part.title, part.kind, part.text, ())


def _questions(path: str, body: str, asked: Container[str]) -> Iterator[Document]:
    """The headings of a page that ask something, or answer what is asked: what stands below answers it."""
    for anchor, heading, below in _SECTION.findall(body):
        yield from _asking(f"{path}#{anchor}", " ".join(unescape(_TAG.sub("", heading)).split()), below, asked)


def _asking(path: str, title: str, below: str, asked: Container[str] = ()) -> Iterator[Document]:
    """A heading that asks something, or answers what is asked in other words: it begins with the first sentence."""
    if title.endswith("?") or path in asked:
        said = sentences(below)
        yield Document(path, title, "question", said[0] if said else "", said[1:])


def _by_hand(written: Iterable[Mapping[str, Any]], asked: Container[str]) -> Iterator[Document]:
    """The pages of words. mkdocs tells each section by itself: here they are one page again."""
    sections: dict[str, list[Mapping[str, Any]]] = {}
    for each in written:
        sections.setdefault(each["location"].partition("#")[0], []).append(each)
    for path, parts in sections.items():
        said = [sentence for part in parts for sentence in (unescape(part["title"]), *sentences(part["text"]))]
        yield Document(path, unescape(parts[0]["title"]), "page", "", tuple(dict.fromkeys(said[1:])))
        for part in parts[1:]:
            yield from _asking(part["location"], unescape(part["title"]), part["text"], asked)
