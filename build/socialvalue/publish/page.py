"""What a kind of page is: one file in pages/, which yields an entry for each page of its kind."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from socialvalue.publish.frame.mkdocs_frame import Part
from socialvalue.publish.site import Site


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
