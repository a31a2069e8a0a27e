"""A real browser for the tests. Where there is none they fail: a page that nobody saw is not tested.

The fixtures here are those of all tests (tests/conftest.py), since one process can hold one driver of browsers alone.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from importlib import resources
from pathlib import Path

import own_fonts
import pytest
from every_page import Built
from guard import ELSEWHERE, Guard
from playwright.sync_api import Browser, Page, sync_playwright
from serving import serving
from setup_chromium import HELP, find

from once import demo_site
from socialvalue.publish import publish
from socialvalue.records import Valuation

ROOT = Path(__file__).parents[2]
SWITCHES = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]
JUDGED = """async ([parts, options]) => (await axe.run(parts, options)).violations.flatMap(rule => rule.nodes.map(
  node => `${rule.id}: ${node.html.slice(0, 200)} (${node.failureSummary})`))"""
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]


PageOf = Callable[..., Page]


@pytest.fixture(scope="session")
def browsers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[str], Browser]]:
    """Chromium by the font that it writes in, each started once."""
    executable = find()
    if executable is None:
        pytest.fail(HELP)
    with sync_playwright() as playwright:

        @cache
        def started(font: str) -> Browser:
            env = own_fonts.environment(font, tmp_path_factory.mktemp("fonts"))
            return playwright.chromium.launch(executable_path=str(executable), args=SWITCHES, env=env)

        yield started
        for font in own_fonts.KINDS:
            started(font).close()


@pytest.fixture(scope="session")
def browser(browsers: Callable[[str], Browser]) -> Browser:
    """Chromium, with the wide font."""
    return browsers(own_fonts.WIDE)


@pytest.fixture(scope="session")
def site(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """The files of the small invented site."""
    return dict(files)


@pytest.fixture(scope="session")
def site_url(site: dict[str, bytes]) -> Iterator[str]:
    """The address of the small invented site, served on this machine."""
    with serving(site) as url:
        yield url


@pytest.fixture(scope="session")
def mailing(valuation: Valuation) -> Iterator[str]:
    """The address of the small site of an authority with a mailbox and a repository on a forge."""
    checked = valuation.checked
    named = {"contact": "team@example.org", "repository": "https://github.com/example/values"}
    checked = replace(checked, settings=replace(checked.settings, **named))
    with serving(publish(replace(valuation, checked=checked))) as url:
        yield url


@pytest.fixture(scope="session")
def demo() -> Iterator[Built]:
    """The site of the invented authority that uses every feature."""
    files, paths = demo_site()
    with serving(files) as url:
        yield Built(files, url, paths)


@pytest.fixture
def page_of(browsers: Callable[[str], Browser]) -> Iterator[PageOf]:
    """Open a page by width, scheme, JavaScript and font; at the end, it must have kept to the rules."""
    guard = Guard()
    contexts = []

    def open_page(
        width: int = 1280, scheme: str = "light", javascript: bool = True, font: str = own_fonts.WIDE
    ) -> Page:
        context = browsers(font).new_context(
            viewport={"width": width, "height": 900},
            color_scheme="dark" if scheme == "dark" else "light",
            java_script_enabled=javascript,
        )
        contexts.append(context)
        context.route(ELSEWHERE, guard.request)
        page = context.new_page()
        page.on("console", guard.console)
        page.on("pageerror", lambda error: guard.complaints.append(str(error)))
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert guard.foreign == []
    assert guard.complaints == []


@pytest.fixture(scope="session")
def axe() -> Callable[..., list[str]]:
    """Judge a page by the rules of WCAG 2.0 to 2.2, A and AA, or some of them; return what breaks them, in words.

    Where `parts` are named, only those elements are judged; rules that are left out are named in `without`.
    """
    judge = resources.files("axe_playwright_python").joinpath("axe.min.js").read_text()

    def run_axe(
        page: Page, rules: Sequence[str] = RULES, parts: str = "html", without: Sequence[str] = ()
    ) -> list[str]:
        if not page.evaluate("'axe' in window"):
            page.evaluate(judge)
        left_out = {rule: {"enabled": False} for rule in without}
        options = {"runOnly": list(rules), "rules": left_out, "resultTypes": ["violations"], "preload": False}
        found: list[str] = page.evaluate(JUDGED, [{"include": [[parts]]}, options])
        return found

    return run_axe
