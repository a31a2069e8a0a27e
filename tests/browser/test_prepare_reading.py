"""Cells that are pasted into the form: what reads them is loaded then, and says what it does not read."""

import pytest
from playwright.sync_api import Browser
from preparing import for_days, looked_at, opened

pytestmark = pytest.mark.browser

BLOCK = "KPI\tActual\nfw1\t26\n"
READER = "**/assets/prepare-reading.js*"


def test_what_does_not_load_is_said(browser: Browser, site_url: str) -> None:
    """The reader of cells comes when cells are given; without it nothing is read, and it is tried again."""
    page = browser.new_page()  # no guard: a browser complains of what did not load
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.route(READER, lambda route: route.abort())
    for_days(opened(page, site_url))
    assert not [url for url in asked if "reading" in url]
    assert "What reads cells did not load, so nothing was read." in looked_at(page, BLOCK)
    assert page.evaluate("document.activeElement.className") == "pr-read"
    assert not page.get_by_role("button", name="Take these rows").is_visible()
    page.unroute(READER)
    page.get_by_role("button", name="Look at these rows").click()
    page.wait_for_selector("text=1 row can be taken")
    page.close()
