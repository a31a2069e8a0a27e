"""The whole form by keyboard alone: from the first Tab to the package, with the focus where each step begins."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect
from preparing import opened

pytestmark = pytest.mark.browser

BLOCK = "KPI\tActual\tUnit\nApprenticeship weeks\t26 wks\tweeks\nPeople off benefit into work\t2.5\t\n"
FOCUSED = "selector => document.activeElement.matches(selector)"
DESCRIBED = """() => (document.activeElement.getAttribute('aria-describedby') ?? '').split(' ').filter(Boolean)
  .map(id => document.getElementById(id).innerText.trim()).join(' ')"""
MOST_STOPS = 60


def to(page: Page, selector: str) -> None:
    """Press Tab until the part has the focus."""
    for _ in range(MOST_STOPS):
        page.keyboard.press("Tab")
        if page.evaluate(FOCUSED, selector):
            return
    raise AssertionError(f"Tab never comes to {selector}")


def press(page: Page, selector: str, key: str, then: str) -> None:
    """Go to a part, press a key, and wait for what has the focus then."""
    to(page, selector)
    page.keyboard.press(key)
    page.wait_for_function(FOCUSED, arg=then)


def test_the_whole_way_by_keyboard(page_of: Callable[..., Page], axe: Callable[..., list[str]], site_url: str) -> None:
    """Choose, paste, take, mend a finding by its link, add a measure by search, declare, and save."""
    page = opened(page_of(), site_url)
    chosen(page)
    to(page, "#pr-block")
    page.keyboard.insert_text(BLOCK)
    press(page, "[data-do=paste]", "Enter", ".pr-read")
    assert axe(page) == []
    press(page, "[data-do=take]", "Enter", ".pr-what")
    assert page.title().startswith("Figures ·")
    press(page, "[data-do=on]", "Enter", ".pr-sum")
    assert page.title().startswith("1 thing to do · Figures ·")
    press(page, ".pr-sum a", "Enter", "[aria-invalid=true]")
    assert "needs a headcount" in page.evaluate(DESCRIBED)
    page.keyboard.type("12")
    page.keyboard.press("Tab")
    assert page.title().startswith("Figures ·")
    to(page, "#pr-measure-q")
    page.keyboard.type("volun")
    page.wait_for_selector("#pr-measure [role=option]")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_function(FOCUSED, arg="[data-field=quantity] input")
    assert page.evaluate(DESCRIBED) == "hours"
    page.keyboard.type("120.5")
    assert axe(page) == []
    press(page, "[data-do=on]", "Enter", ".pr-result")
    assert page.title().startswith("Declare and send ·")
    assert page.inner_text(".pr-result") == "Nothing is wrong. Rows: 3. Documents: 0."
    declared_and_saved(page)
    assert axe(page) == []


def chosen(page: Page) -> None:
    """The project by a few letters, the days with the arrows."""
    to(page, "#pr-project-q")
    page.keyboard.type("North")
    page.wait_for_selector("[role=option]")
    page.keyboard.press("ArrowDown")
    assert page.locator("[role=option][aria-selected=true]").get_attribute("id") == page.locator(
        "#pr-project-q"
    ).get_attribute("aria-activedescendant")
    page.keyboard.press("Enter")
    expect(page.locator("#pr-project-about")).to_contain_text("2 measures promised")
    to(page, "[name=pr-period]")
    for _ in range(3):
        page.keyboard.press("ArrowDown")
    expect(page.locator("#pr-period-said")).to_contain_text("1 October to 31 December 2025")


def declared_and_saved(page: Page) -> None:
    """Tick, choose who sends it, hear that nothing is missing, save, and delete the draft."""
    for box in ("#pr-only", "#pr-of"):
        to(page, box)
        page.keyboard.press("Space")
    expect(page.locator(".pr-not-yet")).to_have_text("Choose who sends it.")
    to(page, ".pr-sender select")
    page.keyboard.press("ArrowDown")
    expect(page.locator(".pr-not-yet[role=status]")).to_have_text("Nothing is missing. Choose a way to send it.")
    to(page, "[data-do=folder]")
    with page.expect_download() as download:
        page.keyboard.press("Enter")
    assert download.value.suggested_filename == "north-road-2025-q4.zip"
    to(page, "[data-do=delete]")
    page.keyboard.press("Enter")
    expect(page.locator(".pr-gone[role=status]")).to_have_text("The draft is deleted from this device.")
