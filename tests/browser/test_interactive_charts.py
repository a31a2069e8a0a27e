"""Interactive charts in a real browser: our own scripts, only when asked for, under the policy of every page."""

import gzip
from collections.abc import Callable
from pathlib import Path

import pytest
from every_page import Axe, is_accessible
from playwright.sync_api import Page

pytestmark = pytest.mark.browser

PAGE = "projects/north-road.html"
BUDGET = 310_000


def opened(page: Page, site_url: str) -> Page:
    """The first chart of a project page, opened by keyboard."""
    page.goto(site_url + PAGE)
    button = page.get_by_role("button", name="Explore this chart").first
    button.focus()
    page.keyboard.press("Enter")
    page.wait_for_selector(".ov-stage:not([hidden]) svg.marks")
    return page


def test_scripts_come_when_asked_for(page_of: Callable[..., Page], site_url: str) -> None:
    """A page with charts asks for no chart script until a reader presses the button."""
    page = page_of()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.removeprefix(site_url)))
    page.goto(site_url + PAGE)
    page.wait_for_load_state("networkidle")
    assert "assets/vega.js" not in asked
    opened(page, site_url)
    assert "assets/vega.js" in asked


def test_scripts_are_within_the_budget(site: dict[str, bytes]) -> None:
    """What a reader loads for an interactive chart is at most 310 kB gzipped."""
    assert sum(len(gzip.compress(site[f"assets/{name}.js"], 9)) for name in ("vega", "charts")) <= BUDGET


def test_every_chart_of_a_page_opens(page_of: Callable[..., Page], site_url: str) -> None:
    """Each chart of the page is drawn under the policy: no complaint in the console, no failure said."""
    page = page_of()
    page.goto(site_url + PAGE)
    buttons = page.get_by_role("button", name="Explore this chart")
    number = buttons.count()
    assert number > 1
    for _ in range(number):
        buttons.first.press("Enter")
    page.wait_for_function("count => document.querySelectorAll('.ov-stage svg.marks').length === count", arg=number)
    assert "could not be loaded" not in page.inner_text("article")


def test_pointing_at_a_mark_says_its_number(page_of: Callable[..., Page], site_url: str) -> None:
    """Where one points at a bar, its number is said."""
    page = opened(page_of(), site_url)
    marks = page.locator(".ov-stage:not([hidden]) svg.marks path[aria-roledescription=bar]")
    widest = max(marks.all(), key=lambda mark: (mark.bounding_box() or {"width": 0})["width"])
    widest.hover()
    page.wait_for_selector("#vg-tooltip-element.visible")
    assert any(letter.isdigit() for letter in page.inner_text("#vg-tooltip-element"))


def test_chart_closes_again(page_of: Callable[..., Page], site_url: str) -> None:
    """The button says whether the chart is open, and closes it."""
    page = opened(page_of(), site_url)
    button = page.get_by_role("button", name="Close the chart")
    assert button.get_attribute("aria-expanded") == "true"
    button.press("Enter")
    assert page.locator(".ov-stage:not([hidden])").count() == 0


def test_picture_is_saved_as_png(page_of: Callable[..., Page], site_url: str) -> None:
    """A chart can be taken as PNG, twice as large as its drawing."""
    page = page_of()
    page.goto(site_url + PAGE)
    with page.expect_download() as download:
        page.get_by_role("button", name="PNG").first.press("Enter")
    picture = Path(download.value.path()).read_bytes()
    assert download.value.suggested_filename.endswith(".png")
    assert picture.startswith(b"\x89PNG")
    assert int.from_bytes(picture[16:20]) == 2 * 760


def test_no_button_without_javascript(page_of: Callable[..., Page], site_url: str) -> None:
    """Without a script there is no button that does nothing."""
    page = page_of(javascript=False)
    page.goto(site_url + PAGE)
    assert page.locator("figure.ov-fig button").count() == 0


def test_an_open_chart_breaks_no_rule(page_of: Callable[..., Page], axe: Axe, site_url: str) -> None:
    """The buttons and an open chart keep the rules of WCAG A and AA, however one looks at them."""
    is_accessible(opened(page_of(), site_url), axe)


def test_nothing_scrolls_sideways(page_of: Callable[..., Page], site_url: str) -> None:
    """At 320 pixels an open chart scrolls in its own box, and the page doesn't."""
    page = opened(page_of(320), site_url)
    assert page.evaluate("() => document.documentElement.scrollWidth - document.documentElement.clientWidth") == 0
