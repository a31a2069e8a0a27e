"""From a part of a national model to its lines: one click, and an address that can be sent on."""

import re
from collections.abc import Callable

import pytest
from every_page import Built, follow
from playwright.sync_api import Page

pytestmark = pytest.mark.browser

MODEL = "models/social-value-model-2025.html"


def test_a_part_of_a_model_leads_to_its_lines(real: Built, page_of: Callable[..., Page]) -> None:
    """Explore opens with the part chosen, and shows as many lines as the model's page says."""
    page = page_of()
    page.goto(f"{real.url}{MODEL}")
    door = page.locator('a[href*="model=social-value-model-2025.2"]')
    (said,) = re.findall(r"\d+", door.inner_text())
    follow(door)
    page.wait_for_selector("#ov-explore form:not([hidden])")
    assert page.locator('input[value="social-value-model-2025.2"]').is_checked()
    assert page.locator(".ov-explore__count").inner_text().startswith(f"{said} of ")
    assert page.url.endswith("explore.html?model=social-value-model-2025.2")
