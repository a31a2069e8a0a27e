"""What a kind of page of a site of many authorities is: one file in pages/, and its template in templates/many/."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from socialvalue.publish.many.many import Many
from socialvalue.publish.page import Entry


@dataclass(frozen=True)
class ManyPage:
    """A kind of page. `name` is its file's name and its template's."""

    name: str
    section: str
    """The entry of the main menu that it belongs to; empty for none."""
    entries: Callable[[Many], Iterator[Entry]]
