"""The frame in a real browser: for everyone, by keyboard, on a phone, without JavaScript."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from every_page import WRITTEN
from guard import Guard
from playwright.sync_api import Browser, Page
from serving import serving

from socialvalue.publish.frame.mkdocs_frame import build_frame, stamp
from socialvalue.publish.output.write import write
from socialvalue.publish.page import PageText
from socialvalue.publish.search.documents import documents
from socialvalue.publish.search.index import index

pytestmark = pytest.mark.browser

ROOT = Path(__file__).parents[2]
SHOWN = """() => {
  const has = document.activeElement;
  const shows = has.closest('.ov-search__form') || has;
  const style = getComputedStyle(shows);
  return has === document.body || (parseFloat(style.outlineWidth) >= 2 && style.outlineStyle === 'solid');
}"""
BACKGROUND = "() => getComputedStyle(document.body).backgroundColor"


def test_dark_without_javascript(page_of: Callable[..., Page], site_url: str) -> None:
    """A device set to dark gets the same dark page with scripts and without."""
    found = []
    for javascript in (True, False):
        page = page_of(scheme="dark", javascript=javascript)
        page.goto(site_url + "about.html")
        found.append(page.evaluate(BACKGROUND))
    assert found == ["rgb(20, 23, 28)"] * 2


def test_choice_of_colours_is_kept(page_of: Callable[..., Page], site_url: str) -> None:
    """Who picks dark colours with the keyboard has them on the next page too."""
    page = page_of()
    page.goto(site_url + "about.html")
    page.get_by_role("button", name="Use dark colours").press("Enter")
    assert page.get_by_role("button", name="Use light colours").is_visible()
    page.goto(site_url + "method.html")
    assert page.evaluate(BACKGROUND) == "rgb(20, 23, 28)"


@pytest.mark.parametrize("path", ["method.html", "404.html"])
def test_every_stop_of_the_tab_key_shows(page_of: Callable[..., Page], site_url: str, path: str) -> None:
    """The first stop skips to the content, and each control shows that it has the focus."""
    page = page_of()
    page.goto(site_url + path)
    page.keyboard.press("Tab")
    assert page.evaluate("() => document.activeElement.matches('.md-skip')")
    for _ in range(page.locator("a, button, input, [tabindex='0']").count()):
        assert page.evaluate(SHOWN), page.evaluate("() => document.activeElement.outerHTML")
        page.keyboard.press("Tab")


def test_every_page_carries_the_policy(page_of: Callable[..., Page], site: dict[str, bytes], site_url: str) -> None:
    """No page lets an inline style or a script of someone else's run, and no page breaks its own policy."""
    page = page_of()
    for path in WRITTEN:
        page.goto(site_url + path)
        policy = page.get_attribute("meta[http-equiv=Content-Security-Policy]", "content") or ""
        told = re.sub(r"(?<=style-src 'self')( 'sha256-[^']+')+", "", site["_headers"].decode())
        assert policy in told
        assert "unsafe" not in policy
        assert page.locator("[style]:not(body)").count() == 0


def test_a_chart_looked_at_by_itself_has_its_colours(
    page_of: Callable[..., Page], site: dict[str, bytes], site_url: str
) -> None:
    """Under the policy that hosts send with every file, each SVG keeps the style that it brings along."""
    page = page_of()
    charts = [path for path in site if path.endswith(".svg") and path.startswith("charts/")]
    assert len({re.findall(b"<style>.*?</style>", site[path])[0] for path in charts}) >= 2
    for path in charts:
        sent = page.goto(site_url + path)
        assert sent
        assert "style-src 'self' 'sha256-" in (sent.header_value("content-security-policy") or "")
        assert page.evaluate("getComputedStyle(document.querySelector('rect.k-paper')).fill") == "rgb(255, 255, 255)"


def test_hostile_titles_stay_text_in_search(page_of: Callable[..., Page]) -> None:
    """A title made of markup is found and shown as text; nothing runs and nothing is asked for."""
    frame = build_frame(ROOT, title="Test", place="", description="")
    hostile = [
        "needle <img src=https://example.org/x onerror=document.title=1>",
        "needle </title><script>document.title=1</script>",
        "needle &lt;svg onload=document.title=1&gt; &#60;b&#62;",
        "needle %%ov-body%% {{ 7 * 7 }} [x](javascript:alert(1))",
    ]
    pages = [
        PageText(f"projects/{number}.html", title, title, "<h1>Project</h1>", (("one", title),))
        for number, title in enumerate(hostile)
    ]
    files = {**frame.files, **{page.path: stamp(frame, page) for page in pages}}
    files |= index(documents(pages, frame.search_docs))
    with serving(files) as url:
        page = page_of()
        for text in pages:
            page.goto(url + text.path)
            assert page.title() == f"{' '.join(text.title.split())} – Test"
            assert page.inner_text(".ov-toc li") == text.title
            page.fill(".ov-search__input", "needle")
            page.wait_for_selector(".ov-hit")
            shown = " ".join(page.inner_text(".ov-search__list").split())
            assert all(title in shown for title in hostile)


def test_what_slips_into_a_page_does_not_run(browser: Browser) -> None:
    """Should markup get into a page unescaped, the policy stops it and the guard of these tests notices."""
    frame = build_frame(ROOT, title="Test", place="", description="")
    body = (
        "<script>document.title = 'ran'</script><p id=styled style='color: red'>styled</p>"
        "<img src=missing.png onerror=\"document.title = 'ran'\"><img src=https://example.org/x.png>"
    )
    files = {**frame.files, "index.html": stamp(frame, PageText("index.html", "Still", "", body))}
    guard = Guard()
    with serving(files) as url, browser.new_context() as context:
        context.route("**/*", guard.request)
        page = context.new_page()
        page.on("console", guard.console)
        page.goto(url)
        assert page.title() == "Still – Test"
        colour = page.evaluate("() => getComputedStyle(document.querySelector('#styled')).color")
        assert colour == "rgb(21, 24, 29)"
    assert guard.foreign == []
    refused = [text for text in guard.complaints if "Content Security Policy" in text]
    assert len(refused) >= 4, guard.complaints


def test_opens_from_a_file_share(page_of: Callable[..., Page], site: dict[str, bytes], tmp_path: Path) -> None:
    """Opened as a file, a page has its looks, its links work, and the search that can't work is not shown."""
    write(site, tmp_path / "site")
    page = page_of()
    page.goto((tmp_path / "site/about.html").as_uri())
    assert page.evaluate("() => getComputedStyle(document.querySelector('.ov-header')).borderBottomWidth") == "2px"
    assert not page.locator(".ov-search").is_visible()
    page.click("footer >> text=How a £ is worked out")
    assert page.inner_text("h1").startswith("How a £ is worked out")


def test_prints_light_without_the_menu(page_of: Callable[..., Page], site_url: str) -> None:
    """On paper a page is light, has no menu or search, and names the addresses of its links."""
    page = page_of(scheme="dark")
    page.goto(site_url + "about.html")
    page.emulate_media(media="print")
    assert page.evaluate(BACKGROUND) == "rgb(255, 255, 255)"
    assert not page.locator(".ov-nav").is_visible()
    assert not page.locator(".ov-search").is_visible()
    after = "() => getComputedStyle(document.querySelector('article a[href^=https]'), '::after').content"
    assert "creativecommons.org" in page.evaluate(after)
