"""The site of our own data, for the browser."""

from collections.abc import Iterator

import pytest
from every_page import Built
from serving import serving

from lancashire.ours import our_site


@pytest.fixture(scope="session")
def real() -> Iterator[Built]:
    """The site of our own data."""
    files, paths = our_site()
    with serving(files) as url:
        yield Built(files, url, paths)
