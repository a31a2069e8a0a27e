"""Refuse scripts in pages and pictures of an authority: whoever opens one by itself would run them."""

from collections.abc import Iterator, Mapping
from html.parser import HTMLParser

from socialvalue.errors import BrokenRepository
from socialvalue.publish.frame.csp import inline_scripts
from socialvalue.publish.frame.running_mkdocs import SHELL

SCRIPTS = ("script", "foreignobject")
"""The elements by which a picture brings a script, or a page that may hold one."""
NOWHERE = "404.html"
ADDRESSES = ("href", "xlink:href")


class _Picture(HTMLParser):
    """Finds out whether a picture has a script: in an element, an event, or an address."""

    found = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        events = any(name.startswith("on") for name, _ in attrs)
        said = [(cell or "").strip().casefold() for name, cell in attrs if name in ADDRESSES]
        self.found |= tag in SCRIPTS or events or any(address.startswith("javascript:") for address in said)


def drawn_alone(pages: Mapping[str, str]) -> Iterator[str]:
    """The pages that are nothing but the frame: the shells, and that for an address without a page."""
    return (page for path, page in pages.items() if path.startswith(SHELL) or path == NOWHERE)


def refuse_scripts(pages: Mapping[str, str], pictures: Mapping[str, bytes]) -> None:
    """Refuse pages with a script that the frame itself has not, and SVG pictures with one.

    Raises:
        BrokenRepository: there is such a page or picture.
    """
    ours = {script for page in drawn_alone(pages) for script in inline_scripts(page)}
    for path, page in pages.items():
        if set(inline_scripts(page)) - ours:
            raise BrokenRepository(
                f"{path} has a script of its own. A page of docs/ is words, pictures and links: take the script away."
            )
    for path, content in pictures.items():
        picture = _Picture()
        picture.feed(content.decode("utf-8", "replace"))
        if picture.found:
            raise BrokenRepository(
                f"{path} has a script in it, which would run where somebody opens the picture by itself. "
                "Save it as a plain SVG, without scripts."
            )
