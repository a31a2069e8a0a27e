"""The browser of the program's tests, and the site of our own data."""

from collections.abc import Iterator

import pytest
from every_page import Built

from browser.conftest import axe, browser, browsers, built_of, demo, page_of
from lancashire.ours import valued

__all__ = ["axe", "browser", "browsers", "demo", "page_of"]


@pytest.fixture(scope="session")
def real() -> Iterator[Built]:
    """The site of our own data."""
    with built_of(valued()) as built:
        yield built
