"""Addresses of pages: as seen from the page that is being drawn, and from outside."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from urllib.parse import quote

EMBEDDED = "embed/"
"""The folder of the pages that other sites may frame."""
_OF_ADDRESSES = "%/:@[]?#=&;,+!$*()~"
_HERE: ContextVar[str] = ContextVar("here")


@contextmanager
def standing_on(page: str) -> Iterator[None]:
    """Draw everything within as a part of this page: its path below the site's root."""
    before = _HERE.set(page)
    try:
        yield
    finally:
        _HERE.reset(before)


def here() -> str:
    """The path of the page that is being drawn.

    Raises:
        LookupError: none is.
    """
    return _HERE.get()


def link(path: str) -> str:
    """The address of `path` (below the site's root) as seen from the page that is drawn."""
    return relative(path, here())


def relative(path: str, here: str) -> str:
    """`path` as a relative address from the page `here`; both are below the site's root."""
    return "../" * here.count("/") + path


def canonical(base_url: str, path: str) -> str:
    """Return the full address of a page. A folder's own page goes by the folder's name."""
    return base_url + re.sub(r"(^|/)index\.html$", r"\1", path)


def safe_address(address: str) -> str:
    """The address with whatever would end an attribute or begin a tag percent-encoded: mkdocs escapes none of it."""
    return quote(address, safe=_OF_ADDRESSES)


def whole_address(base_url: str | None) -> str:
    """Where the site will stand, with a slash at its end; empty where nobody said."""
    return safe_address(base_url.rstrip("/") + "/") if base_url else ""
