"""Cells that are pasted into the form: what reads them is loaded then, and says what it does not read."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Page
from preparing import for_days, looked_at, opened

from parted_rows import FIT, JOINED, UNFIT

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


def test_a_figure_in_two_cells_is_not_taken(page_of: Callable[..., Page], site_url: str) -> None:
    """1,200 without quotation marks is neither 1 nor 200; a row that fits is taken as it stands."""
    page = opened(page_of(), site_url)
    for_days(page)
    for text in JOINED:
        read = looked_at(page, text)
        assert "Row 2: “" in read, text
        assert "may be one figure that was parted at its comma" in read, text
        assert "2 rows can be taken" not in read, text
    for text in UNFIT:
        read = looked_at(page, text)
        assert "0 rows can be taken" in read, text
        assert any(words in read for words in ("may be one figure", "has more cells than there are headings")), text
    for text in FIT:
        assert "2 rows can be taken" in looked_at(page, text), text
