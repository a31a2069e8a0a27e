"""What one takes away: paper, the page for a missing address, large text, colours that the system chooses."""

import re
from collections.abc import Callable

import pytest
from every_page import SIDEWAYS, Built, follow
from playwright.sync_api import Browser, Page
from serving import serving

pytestmark = pytest.mark.browser

PageOf = Callable[..., Page]
SHEETS = 4
"""How many sheets of A4 a known page may take, both sides counted."""
TWICE = "document.documentElement.style.fontSize = '250%'"
PATHS = ("projects/animate.html", "measures/fw1.html", "areas/preston.html", "families/apprentices.html", "data.html")
OPENED = "document.querySelectorAll('details').forEach(fold => { fold.open = true })"


def test_animate_prints_on_a_few_sheets(real: Built, browser: Browser) -> None:
    """Closed as it is read, with its answers and its table."""
    page = browser.new_page()
    page.goto(f"{real.url}projects/animate.html")
    printed = page.pdf(format="A4")
    page.close()
    assert len(re.findall(rb"/Type\s*/Page\b", printed)) <= SHEETS


@pytest.mark.parametrize("path", ["nothing.html", "embed/no-such-page.html", "a/b/x/y/no-such-page.html"])
def test_the_missing_page_works_in_a_folder_without_a_known_address(real: Built, browser: Browser, path: str) -> None:
    """Its styles and links lead into the folder where the site stands, from any depth."""
    placed = {f"below/{name}": content for name, content in real.files.items() if not name.startswith("data/")}
    with serving({**placed, "404.html": real.files["404.html"]}) as url:
        page = browser.new_page()
        page.goto(f"{url}below/{path}", wait_until="networkidle")
        brand = page.locator(".ov-brand").evaluate("link => link.href")
        assert brand == f"{url}below/index.html"
        wears = page.evaluate("getComputedStyle(document.querySelector('.md-skip')).position")
        assert wears != "static"
        follow(page.get_by_role("link", name="all projects, A to Z", exact=True))
        assert page.url == f"{url}below/projects/index.html"
        page.close()


@pytest.mark.parametrize(
    "path",
    [
        *(*PATHS, "promises.html", "stated.html", "models/social-value-model-2025.html"),
        "returns/uclan-highways/2019-to-2021.html",
    ],
)
def test_text_of_twice_the_size_fits(real: Built, page_of: PageOf, path: str) -> None:
    """Nothing scrolls sideways, on a desk or on a phone, with every fold opened."""
    for width in (1280, 390, 320):
        page = page_of(width)
        page.goto(real.url + path)
        page.evaluate(TWICE)
        page.evaluate(OPENED)
        assert page.evaluate(SIDEWAYS) <= 0, width


def test_bars_can_be_told_from_paper_where_the_system_chooses_colours(real: Built, page_of: PageOf) -> None:
    """In forced colours a bar keeps its own, and a sort button its sign."""
    page = page_of()
    page.emulate_media(forced_colors="active")
    page.goto(f"{real.url}measures/fw1.html")
    kept = page.locator("svg.ov-bar").first.evaluate("bar => getComputedStyle(bar).forcedColorAdjust")
    assert kept == "none"
    edges = "found => getComputedStyle(found, '::before').borderTopWidth"  # see-through edges are painted there
    for path, sign in (("measures/fw1.html", ".ov-sorts"), ("projects/animate.html", ".ov-fold2 > summary")):
        page.goto(real.url + path)
        assert page.locator(sign).first.evaluate(edges) == "0px", sign
