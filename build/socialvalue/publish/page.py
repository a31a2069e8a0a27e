"""What a kind of page is: one file in pages/, which yields an entry for each page of its kind."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from socialvalue.publish.site import Site


class Part(NamedTuple):
    """A part of a page that a search finds by itself, all in plain text. `kind` is one of search/documents.py."""

    anchor: str
    title: str
    text: str
    kind: str


@dataclass(frozen=True)
class Entry:
    """One page: where it stands, what it is called, and what its template needs."""

    path: str
    """Below the site's root, as in projects/north-road.html. It never changes."""
    title: str
    description: str
    context: dict[str, Any] = field(default_factory=dict)
    parts: tuple[Part, ...] = ()
    """What a search finds by itself on it."""


@dataclass(frozen=True)
class Page:
    """A kind of page. `name` is its file's name and its template's: templates/<name>.jinja."""

    name: str
    section: str
    """The entry of the main menu that it belongs to; empty for none."""
    entries: Callable[[Site], Iterator[Entry]]
    searchable: bool = True
    """Lists are not searchable, or their whole table becomes the snippet."""
    contents: bool = True
    """Whether what is on the page is listed beside it."""


@dataclass(frozen=True)
class PageText:
    """One data page before it has a frame.

    `path` is its address within the site, such as `projects/north-road.html`. `body` is HTML that is
    already safe. `title`, `description` and the labels of `toc` are plain text and are escaped here. `toc`
    holds the id and label of each h2. `section` is the menu's word for it, as in `projects`. A list page is not
    `searchable`, or its whole table would be the answer to every question; `parts` are found by themselves. `head` is
    safe HTML for the page's head. `stands_at` is the path that it goes by, where that is another one: the page is an
    old address.
    """

    path: str
    title: str
    description: str
    body: str
    toc: tuple[tuple[str, str], ...] = ()
    section: str = ""
    searchable: bool = True
    parts: tuple[Part, ...] = ()
    head: str = ""
    stands_at: str = ""
    picture: str = "assets/card.png"
    """What other sites show beside a link to it."""
