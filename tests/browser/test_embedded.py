"""Other sites may show a chart of ours in a frame, and nothing else of ours."""

import re
from collections.abc import Mapping

from playwright.sync_api import Browser
from serving import serving

TOLD = re.compile(r"height=&#34;(\d+)&#34;")
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


def test_a_frame_of_the_told_height_shows_all_of_it(site: Mapping[str, bytes], site_url: str, browser: Browser) -> None:
    """On the narrowest phone nothing scrolls within the frame, either way, and no frame is more than half empty."""
    page = browser.new_context(viewport={"width": 320, "height": 300}).new_page()
    for path in sorted(path for path in site if path.startswith("embed/"))[::4]:
        page.goto(site_url + path)
        wide, needed = page.evaluate("[document.body.scrollWidth, document.body.getBoundingClientRect().bottom]")
        assert wide <= 320, path
        (told,) = TOLD.findall(site[path].decode())
        assert needed <= int(told) <= 2 * needed, path
