"""Every link inside the site leads somewhere: to a page, a file, or a place on a page."""

import posixpath
from collections.abc import Mapping
from html.parser import HTMLParser
from urllib.parse import unquote, urlsplit


class Links(HTMLParser):
    """The addresses that a page names, and the places on it that can be linked to."""

    def __init__(self, page: bytes) -> None:
        super().__init__()
        self.addresses: list[str] = []
        self.places: list[str] = []
        self.feed(page.decode())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if value and name in ("href", "src", "action"):
                self.addresses.append(value)
            if value and name == "id":
                self.places.append(value)


def broken(files: Mapping[str, bytes]) -> list[str]:
    """Each link that leads nowhere, with the page it stands on."""
    pages = {path: Links(content) for path, content in files.items() if path.endswith(".html")}
    found = []
    for path, page in pages.items():
        for address in page.addresses:
            parts = urlsplit(address)
            if parts.scheme or parts.netloc:
                continue
            target = _target(path, unquote(parts.path))
            if target not in files:
                found.append(f"{path}: {address}: there is no {target}")
            elif parts.fragment and target in pages and parts.fragment not in pages[target].places:
                found.append(f"{path}: {address}: {target} has no such place")
    return found


def _target(page: str, address: str) -> str:
    """The file that `address` means on `page`. The missing page alone writes addresses from the site's root."""
    if not address:
        return page
    base = "" if address.startswith("/") else posixpath.dirname(page)
    target = posixpath.normpath(posixpath.join(base, address.lstrip("/")))
    return f"{target.removeprefix('.')}/index.html".lstrip("/") if address.endswith("/") or target == "." else target


def test_a_broken_link_is_found() -> None:
    """The check itself: a missing page and a missing place are told, a good link is not."""
    page = b'<p id="here"><a href="gone.html"></a><a href="#nowhere"></a><a href="#here"></a></p>'
    assert broken({"a/page.html": page}) == [
        "a/page.html: gone.html: there is no a/gone.html",
        "a/page.html: #nowhere: a/page.html has no such place",
    ]


def test_every_link_of_the_small_site_leads_somewhere(files: Mapping[str, bytes]) -> None:
    """No page of the invented site names a page, file or place that is not there."""
    assert broken(files) == []
