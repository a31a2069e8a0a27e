"""A site made of hostile text in a real browser: nothing of it runs, opens, or asks another host for anything."""

from collections.abc import Callable, Iterator, Mapping

import pytest
from playwright.sync_api import Dialog, Page
from serving import serving

from hostile.invented import hostile_site
from hostile.payloads import MARKUP

pytestmark = pytest.mark.browser

PROTOCOLS = "links => links.map(link => link.protocol)"
MOVED = b'<meta http-equiv="refresh"'
FOLDERS = (
    *("", "areas", "embed", "measures", "models", "organisations", "programmes", "projects"),
    *("returns", "themes", "years"),
)
"""The pages are loaded folder by folder, so that a failure says where."""


@pytest.fixture(scope="module")
def hostile() -> Mapping[str, bytes]:
    """The hostile site, with what the check would refuse as well."""
    return hostile_site()


@pytest.fixture(scope="module")
def hostile_url(hostile: Mapping[str, bytes]) -> Iterator[str]:
    with serving(hostile) as url:
        yield url


def folder_of(path: str) -> str:
    """The first folder of a path; empty for a page at the root."""
    return path.partition("/")[0] if "/" in path else ""


@pytest.mark.parametrize("folder", FOLDERS)
def test_nothing_runs(
    page_of: Callable[..., Page], hostile: Mapping[str, bytes], hostile_url: str, folder: str
) -> None:
    """On every page no dialog opens and no script of the data runs; the guard sees requests and the console."""
    dialogs: list[str] = []

    def noted(dialog: Dialog) -> None:
        dialogs.append(dialog.message)
        dialog.dismiss()

    page = page_of()
    page.on("dialog", noted)
    paths = [path for path in hostile if path.endswith(".html") and folder_of(path) == folder]
    assert paths
    for path in paths:
        page.goto(hostile_url + path)
        if MOVED in hostile[path]:
            page.wait_for_url(lambda address, old=path: address != hostile_url + old)
            assert page.url.removeprefix(hostile_url) in hostile
            continue
        page.evaluate("() => document.querySelectorAll('details').forEach(part => { part.open = true })")
        assert page.evaluate("() => window.ran") is None, path
        assert page.url == hostile_url + path
        assert set(page.eval_on_selector_all("a[href]", PROTOCOLS)) <= {"http:", "https:", "mailto:"}, path
    assert dialogs == []


def test_every_page_is_in_a_folder_that_is_looked_at(hostile: Mapping[str, bytes]) -> None:
    """No page of the hostile site is forgotten."""
    pages = [path for path in hostile if path.endswith(".html")]
    assert {folder_of(path) for path in pages} == set(FOLDERS)


def test_exploring_runs_nothing(page_of: Callable[..., Page], hostile_url: str) -> None:
    """The table and the facets that a script draws show words as words, whatever is chosen."""
    page = page_of()
    page.goto(hostile_url + "explore.html")
    page.wait_for_selector("#ov-explore form:not([hidden])")
    for button in page.locator(".ov-facet button").all():
        button.press("Enter")
    page.locator("#ov-explore input[type=checkbox]").first.press("Space")
    assert any(payload in page.inner_text("#ov-explore") for payload in MARKUP)
    _nothing_ran(page, "#ov-explore")


def test_comparing_runs_nothing(page_of: Callable[..., Page], hostile_url: str) -> None:
    """Projects with hostile names stand side by side as text, and so do names made up in the address."""
    page = page_of()
    page.goto(hostile_url + "compare.html?projects=ashwater-bypass,dunmere-bridge,%3Cimg%20src=x%20onerror=alert(1)%3E")
    page.wait_for_selector(".ov-beside")
    assert page.locator(".ov-beside thead th").count() == 3
    _nothing_ran(page, "#ov-compare")


def test_charts_run_nothing(page_of: Callable[..., Page], hostile_url: str) -> None:
    """Charts whose labels are hostile are drawn by Vega, and what they say is text."""
    page = page_of()
    page.goto(hostile_url + "projects/ashwater-bypass.html")
    buttons = page.get_by_role("button", name="Explore this chart")
    number = buttons.count()
    assert number > 1
    for _ in range(number):
        buttons.first.press("Enter")
    page.wait_for_function("count => document.querySelectorAll('.ov-stage svg.marks').length === count", arg=number)
    for mark in page.locator(".ov-stage svg.marks path[aria-roledescription=bar]").all()[:12]:
        mark.dispatch_event("pointermove")
    _nothing_ran(page, ".ov-stage")


def test_searching_runs_nothing(page_of: Callable[..., Page], hostile_url: str) -> None:
    """What the search finds is shown as text."""
    page = page_of()
    page.goto(hostile_url + "about.html")
    page.fill(".ov-search__input", "autofocus")
    page.wait_for_selector(".ov-hit")
    assert "window.ran" in page.inner_text(".ov-search__list")
    _nothing_ran(page, ".ov-search__list")


def _nothing_ran(page: Page, part: str) -> None:
    """No script of the data ran, and that part of the page holds no element of it."""
    assert page.evaluate("() => window.ran") is None
    assert page.locator(f"{part} :is(script, img, iframe, meta, base, [onload], [onerror], [onfocus])").count() == 0
