"""The first screen: what it answers on a desk and on a phone, and how long the page is."""

from collections.abc import Callable

import pytest
from every_page import SIDEWAYS, Built, ends_at, follow
from playwright.sync_api import Page

pytestmark = pytest.mark.browser

PageOf = Callable[..., Page]
LOWEST = {1280: 720, 390: 1150}
"""Where the five figures end, by the width of the window: on the first screen of a desk, the first two of a phone."""
LONGEST = {1280: 3600, 390: 6800}
"""How long the front page may be."""
BOTTOM = "found => found.getBoundingClientRect().bottom + scrollY"
TWICE = "document.documentElement.style.fontSize = '250%'"
"""Text of twice the size: the frame sets 125%."""


@pytest.mark.parametrize("width", LOWEST)
def test_the_first_screen_says_what_was_counted(real: Built, page_of: PageOf, width: int) -> None:
    """Five figures, each with what it counts, its project and its period; and how sure they are, right after them."""
    page = page_of(width)
    page.goto(real.url)
    figures = page.locator(".ov-five > li")
    assert figures.count() == 5
    assert page.locator(".ov-five").evaluate(BOTTOM) <= LOWEST[width]
    for number in range(5):
        figure = figures.nth(number)
        assert any(letter.isdigit() for letter in figure.locator(".f").inner_text())
        assert figure.locator("a").count() == 1
    assert page.locator(".ov-five + .ov-note .ov-chip").inner_text().strip() == "Self-reported"
    assert page.evaluate("document.documentElement.scrollHeight") <= LONGEST[width]


@pytest.mark.parametrize("width", LOWEST)
def test_the_pound_leads_where_the_data_are_rich_in_it(demo: Built, page_of: PageOf, width: int) -> None:
    """The demonstration opens with value by kind, local spending last and apart; its figures for people come after."""
    page = page_of(width)
    page.goto(demo.url)
    assert page.locator(".ov-opening .ov-kinds tbody tr").last.inner_text().startswith("Local economic")
    assert page.locator(".ov-five").evaluate(BOTTOM) > page.locator(".ov-opening .ov-kinds").evaluate(BOTTOM)
    assert page.evaluate("document.documentElement.scrollHeight") <= LONGEST[width]


@pytest.mark.parametrize("width", LOWEST)
def test_why_not_25_9_million_is_one_click_away(real: Built, page_of: PageOf, width: int) -> None:
    """From any page: the menu leads to the stated figures, which open with the question, theirs beside ours."""
    page = page_of(width, javascript=False)
    page.goto(f"{real.url}measures/index.html")
    follow(page.get_by_role("navigation", name="Main").get_by_role("link", name="Stated figures"))
    question = page.get_by_role("heading", name="Why not £25.9 million?")
    assert question.evaluate(BOTTOM) <= 900
    rows = page.locator(".ov-versus tbody tr")
    assert "No. 6 things are missing" in rows.filter(has_text="Can it be checked?").inner_text()
    assert page.locator(".ov-steps li").count() == 6
    page.goto(real.url)
    follow(page.get_by_role("link", name="All of it, and what would make £25.9 million checkable"))
    ends_at(page, "stated.html#why")


def test_the_menu_takes_two_rows_on_a_phone(real: Built, page_of: PageOf) -> None:
    """Seven entries, in two rows at 390 px and in one on a desk."""
    for width, rows in ((390, 2), (1280, 1)):
        page = page_of(width)
        page.goto(real.url)
        tops = page.locator(".ov-nav li").evaluate_all("found => found.map(entry => entry.offsetTop)")
        assert len(tops) == 7
        assert len(set(tops)) == rows


@pytest.mark.parametrize("site", ["real", "demo"])
def test_text_of_twice_the_size_needs_no_scrolling_sideways(
    request: pytest.FixtureRequest, page_of: PageOf, site: str
) -> None:
    """The front page and the stated figures hold at 200%."""
    built: Built = request.getfixturevalue(site)
    page = page_of()
    for path in ("index.html", "stated.html"):
        page.goto(built.url + path)
        page.evaluate(TWICE)
        assert page.evaluate(SIDEWAYS) == 0, path


def test_strokes_keep_their_colours_where_the_system_chooses_them(real: Built, page_of: PageOf) -> None:
    """Which line has a £ is told by colour and by words; in forced colours the drawing keeps its own."""
    page = page_of()
    page.emulate_media(forced_colors="active")
    page.goto(real.url)
    kept = page.locator(".ov-strokes svg").first.evaluate("found => getComputedStyle(found).forcedColorAdjust")
    assert kept == "none"
