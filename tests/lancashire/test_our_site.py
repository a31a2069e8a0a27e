"""What holds of every page of our own site: links, titles, names."""

import re
from collections import Counter
from collections.abc import Mapping
from html import unescape

import pytest

from lancashire.ours import our_site
from publish.test_links import Links, broken
from publish.test_ready_to_quote import DESCRIPTION, TITLE, alike

NUMBER = re.compile(r"\d(?:[\d,]*\d)?(?:\.\d+)?")


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


@pytest.mark.parametrize("said", [TITLE, DESCRIPTION], ids=["title", "description"])
def test_no_two_pages_of_our_site_are_told_alike(said: re.Pattern[str], real: Mapping[str, bytes]) -> None:
    """In a tab, a list of bookmarks or the results of a search each page can be told from every other."""
    assert {title: paths for title, paths in alike(real, said).items() if len(paths) > 1} == {}


def test_every_number_of_a_description_stands_on_its_page(real: Mapping[str, bytes]) -> None:
    """What search engines and cards show agrees with what the page says: one place counts."""
    wrong = {path: said for path, content in real.items() if path.endswith(".html") and (said := unsaid(content))}
    assert wrong == {}


def test_a_description_that_counts_otherwise_is_found() -> None:
    """The smallest page whose description says another number than it does."""
    page = b'<meta name="description" content="%b projects in Northtown."><h1>Northtown</h1><p>15 projects</p>'
    assert unsaid(page % b"15") == []
    assert unsaid(page % b"23") == ["23"]


def unsaid(content: bytes) -> list[str]:
    """The numbers of a page's description that its words don't have."""
    page = content.decode()
    described = re.search(r'<meta name="description" content="([^"]*)"', page)
    words = unescape(re.sub(r"<[^>]+>", " ", page.partition("<h1")[2]))
    said = set(NUMBER.findall(words))
    return [number for number in NUMBER.findall(unescape(described[1])) if number not in said] if described else []
