"""The browser of the program's tests, and the site of our own data."""

from collections.abc import Iterator

import pytest
from every_page import Built
from serving import serving

from browser.conftest import axe, browser, browsers, demo, page_of, site, site_url
from lancashire.ours import our_site

__all__ = ["axe", "browser", "browsers", "demo", "page_of", "site", "site_url"]


@pytest.fixture(scope="session")
def real() -> Iterator[Built]:
    """The site of our own data."""
    files, paths = our_site()
    with serving(files) as url:
        yield Built(files, url, paths)
