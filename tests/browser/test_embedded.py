"""Other sites may show a chart of ours in a frame, and nothing else of ours."""

from collections.abc import Mapping

from playwright.sync_api import Browser
from serving import serving

PARENT = '<!doctype html><html lang="en"><title>Another</title><iframe src="{}" title="A chart"></iframe>'


def test_a_chart_is_framed_and_a_page_is_not(site: Mapping[str, bytes], site_url: str, browser: Browser) -> None:
    """By our own `_headers`, on another origin; what is framed shows its chart and not how to copy it."""
    context = browser.new_context()
    for path, shows in (("embed/status-split.html", True), ("index.html", False)):
        with serving({"index.html": PARENT.format(site_url + path).encode()}) as other:
            page = context.new_page()
            page.goto(other, wait_until="load")
            frame = page.frames[1]
            figures = frame.locator("figure.ov-fig")
            assert (figures.count() > 0) is shows, path
            if shows:
                assert frame.locator("#use").is_hidden()
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(f"{site_url}embed/status-split.html#use")
    assert page.locator("#use").is_visible()
