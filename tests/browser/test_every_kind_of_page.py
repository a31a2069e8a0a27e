"""Every kind of page, as people meet it: of the invented authority that uses every feature."""

from collections.abc import Callable

import own_fonts
import pytest
from every_page import (
    BY_SCRIPT,
    HEAVIEST,
    MOST_REQUESTS,
    NAMES,
    NARROWEST,
    WRITTEN,
    Axe,
    Built,
    fits_the_narrowest,
    fonts_of,
    is_accessible,
    keeps_to_its_column,
    loaded_by,
    weight,
    with_its_files,
    words_of,
)
from playwright.sync_api import Page

pytestmark = pytest.mark.browser

LINES = """cell => {
  const range = document.createRange();
  range.selectNodeContents(cell);
  return range.getClientRects().length;
}"""

PageOf = Callable[..., Page]


@pytest.mark.parametrize("name", NAMES)
def test_each_kind_of_page(demo: Built, name: str, page_of: PageOf, axe: Axe) -> None:
    """It keeps WCAG 2.2 AA on a phone and a desk, in light and dark, and fits 320 px; scripts add no words."""
    holds(demo.url + demo.paths[name], page_of, axe, same_words=name not in BY_SCRIPT)


@pytest.mark.parametrize("path", WRITTEN)
def test_each_page_written_by_hand(demo: Built, path: str, page_of: PageOf, axe: Axe) -> None:
    """The same holds for them."""
    holds(demo.url + path, page_of, axe, same_words=True)


@pytest.mark.parametrize("font", own_fonts.KINDS)
def test_the_machine_has_no_say_in_the_font(demo: Built, page_of: PageOf, font: str) -> None:
    """All text is in the font that the test asks for, so that a layout is tried with the same one everywhere."""
    page = page_of(font=font)
    page.goto(demo.url + "method.html")
    assert fonts_of(page, ".md-content p") == {font}
    assert fonts_of(page, ".md-content code") == {own_fonts.KINDS[font]["monospace"]}


def test_each_page_holds_with_a_narrow_font(demo: Built, page_of: PageOf) -> None:
    """Other tests write in the widest font that people usually have; here nothing breaks with a narrow one."""
    page = page_of(font=own_fonts.NARROW)
    for path in {*demo.paths.values(), *WRITTEN}:
        page.goto(demo.url + path)
        fits_the_narrowest(page)
        keeps_to_its_column(page)


def holds(address: str, page_of: PageOf, axe: Axe, same_words: bool) -> None:
    """Open the page once with scripts and once without, and look at it in every way."""
    page = page_of()
    page.goto(address)
    fits_the_narrowest(page)
    if same_words:
        still = page_of(NARROWEST, javascript=False)
        still.goto(address)
        assert len(words_of(still)) > 100
        assert words_of(page) == words_of(still)
    keeps_to_its_column(page)
    is_accessible(page, axe)


def test_a_link_to_a_working_finds_it_open(demo: Built, page_of: PageOf) -> None:
    """Also where it stands among the many behind one more step; on a phone none of its pounds is broken in two."""
    page = page_of(NARROWEST)
    page.goto(demo.url + demo.paths["one_return"])
    folded = page.locator(".ov-rest > details").last
    page.goto(f"{page.url}#{folded.get_attribute('id')}")
    assert folded.locator("table").is_visible()
    net = folded.locator(".ov-sum .total .n")
    assert net.evaluate(LINES) == 1


@pytest.mark.parametrize("name", ["home", "project", "method"])
def test_a_page_of_text_is_light(demo: Built, name: str, page_of: PageOf) -> None:
    """With all that it loads by itself it is at most 350 kB, in at most 12 requests, and no script of a chart."""
    asked = loaded_by(page_of(390), demo, demo.paths.get(name, f"{name}.html"))
    assert len(asked) <= MOST_REQUESTS
    assert weight({name: demo.files[name] for name in asked}) <= HEAVIEST
    assert "assets/vega.js" not in asked
    assert not {name for name in asked if name.startswith("search/") or name == "assets/search.js"}


def test_no_page_is_heavy(demo: Built) -> None:
    """However much was delivered, no page is more than 350 kB with the styles, scripts and pictures that it names."""
    pages = [path for path in demo.files if path.endswith(".html")]
    assert len(pages) > 100
    assert [path for path in pages if weight(with_its_files(demo.files, path)) > HEAVIEST] == []
