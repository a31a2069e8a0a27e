"""The site of many authorities in a browser: each page keeps the rules of access, and holds on a phone."""

from collections.abc import Callable, Iterator, Mapping

import pytest
from playwright.sync_api import Page
from serving import serving

from gathering.packages import listed, write
from socialvalue.gathering.gather import gathered
from socialvalue.gathering.sites import read_sites
from socialvalue.publish import many_onto

pytestmark = pytest.mark.browser
OPEN = "() => document.querySelectorAll('details').forEach(fold => fold.open = true)"
PAGES = ["", "authorities/north.html", "totals.html", "measures.html", "areas.html", "organisations.html", "data.html"]


@pytest.fixture(scope="module")
def gathered_url(files: Mapping[str, bytes], tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the site of two authorities that agree, and of one that is left out."""
    folder = tmp_path_factory.mktemp("many")
    names = ("north", "south", "west")
    path = listed(folder / "sites.toml", {name: write(files, folder / name) for name in names}, {"west": "0" * 64})
    with gathered(read_sites(path), lambda words: None) as found, serving(many_onto(dict, found)) as url:
        yield url


def test_every_page_keeps_the_rules_of_access(
    gathered_url: str, page_of: Callable[..., Page], axe: Callable[..., list[str]]
) -> None:
    """With its folds open; dark on a phone, nothing scrolls sideways where there are tables."""
    wide, phone = page_of(), page_of(width=390, scheme="dark")
    for path in [*PAGES, "never-added.html"]:
        wide.goto(gathered_url + path)
        wide.evaluate(OPEN)
        assert axe(wide) == [], path
    for path in PAGES[:3]:
        phone.goto(gathered_url + path)
        phone.evaluate(OPEN)
        assert phone.evaluate("() => document.documentElement.scrollWidth <= innerWidth"), path


def test_figures_are_there_without_javascript(gathered_url: str, page_of: Callable[..., Page]) -> None:
    """Joint totals, and each authority's own beside them."""
    page = page_of(javascript=False)
    page.goto(gathered_url + "totals.html")
    assert page.get_by_text("2 authorities together").count() > 0
    assert page.get_by_role("link", name="South").count() > 0
