"""What holds of every page of our own site: links, titles, names."""

from collections import Counter
from collections.abc import Mapping

import pytest

from lancashire.ours import our_site
from publish.test_links import Links, broken
from publish.test_ready_to_quote import titles


@pytest.fixture(scope="session")
def real() -> Mapping[str, bytes]:
    """The site of the repository's own data."""
    return our_site()[0]


def test_every_link_of_the_real_site_leads_somewhere(real: Mapping[str, bytes]) -> None:
    """No page of the real site does either."""
    assert broken(real) == []


def test_no_place_has_its_name_twice(real: Mapping[str, bytes]) -> None:
    """An anchor stands once on its page, or a link to it would be a matter of luck."""
    twice = {
        path: names
        for path, content in real.items()
        if path.endswith(".html")
        and (names := [name for name, count in Counter(Links(content).places).items() if count > 1])
    }
    assert twice == {}


def test_no_two_pages_of_our_site_have_one_title(real: Mapping[str, bytes]) -> None:
    """In a tab or a list of bookmarks each page can be told from every other."""
    assert {title: paths for title, paths in titles(real).items() if len(paths) > 1} == {}
