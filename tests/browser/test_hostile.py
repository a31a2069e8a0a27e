"""A site made of hostile text in a real browser: nothing of it runs, opens, or asks another host for anything."""

from collections.abc import Callable, Iterator, Mapping

import pytest
from playwright.sync_api import Dialog, Page
from serving import serving

from hostile.invented import judged, site_of, unchecked

pytestmark = pytest.mark.browser

PROTOCOLS = "links => links.map(link => link.protocol)"
FOLDERS = ("", "areas", "measures", "organisations", "programmes", "projects", "returns", "themes", "years")
"""The pages are loaded folder by folder, so that a failure says where."""


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, bytes]:
    """The hostile site, with what the check would refuse as well."""
    return site_of(unchecked(judged(tmp_path_factory.mktemp("hostile") / "data")))


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
        page.evaluate("() => document.querySelectorAll('details').forEach(part => { part.open = true })")
        assert page.evaluate("() => window.ran") is None, path
        assert page.url == hostile_url + path
        assert set(page.eval_on_selector_all("a[href]", PROTOCOLS)) <= {"http:", "https:", "mailto:"}, path
    assert dialogs == []


def test_every_page_is_in_a_folder_that_is_looked_at(hostile: Mapping[str, bytes]) -> None:
    """No page of the hostile site is forgotten."""
    pages = [path for path in hostile if path.endswith(".html")]
    assert {folder_of(path) for path in pages} == set(FOLDERS)


def test_searching_runs_nothing(page_of: Callable[..., Page], hostile_url: str) -> None:
    """What the search finds is shown as text."""
    page = page_of()
    page.goto(hostile_url + "about.html")
    page.keyboard.press("/")
    page.keyboard.type("autofocus")
    page.wait_for_selector(".md-search-result__link")
    assert "window.ran" in page.inner_text(".ov-search__list")
    assert page.evaluate("() => window.ran") is None
    assert page.locator(".ov-search__list :is(script, svg[onload], img, iframe, form)").count() == 0
