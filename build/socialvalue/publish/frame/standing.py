"""Which page is being drawn: addresses are relative to it."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

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
