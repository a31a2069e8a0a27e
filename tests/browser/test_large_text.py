"""Text twice as large: tables wrap, and no page scrolls sideways. The invented demonstration has the longest words."""

from collections.abc import Callable

import pytest
from every_page import SIDEWAYS, Built
from playwright.sync_api import Page

PAGES = ("promises.html", "areas/index.html", "projects/juniper-bay-sea-wall.html")
TWICE = "document.documentElement.style.fontSize = '250%'"
OPENED = "document.querySelectorAll('details').forEach(fold => { fold.open = true; })"


@pytest.mark.parametrize("path", PAGES)
def test_no_table_is_wider_than_a_page_of_large_text(demo: Built, page_of: Callable[..., Page], path: str) -> None:
    """On a desk and on a phone, with every fold open."""
    page = page_of()
    for width in (1280, 390):
        page.set_viewport_size({"width": width, "height": 900})
        page.goto(demo.url + path)
        page.evaluate(OPENED)
        page.evaluate(TWICE)
        assert page.evaluate(SIDEWAYS) <= 0, width
