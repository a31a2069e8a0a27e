"""A real browser for the tests. Where there is none they fail: a page that nobody saw is not tested."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from functools import cache
from importlib.resources import files
from pathlib import Path

import own_fonts
import pytest
from every_page import Built, fullest
from guard import Guard
from playwright.sync_api import Browser, Page, sync_playwright
from serving import serving
from setup_chromium import HELP, find

from demo.write_demo import main as write_demo
from socialvalue import run
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
JUDGED = """async options => (await axe.run(document, options)).violations.flatMap(rule => rule.nodes.map(
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
def site() -> dict[str, bytes]:
    """The files of the small invented site."""
    checked = run.checked(ROOT / "tests/examples/small/data")
    return publish(run.valued(checked))


@pytest.fixture(scope="session")
def site_url(site: dict[str, bytes]) -> Iterator[str]:
    """The address of the small invented site, served on this machine."""
    with serving(site) as url:
        yield url


@pytest.fixture(scope="session")
def mailing() -> Iterator[str]:
    """The address of the small site of an authority with a mailbox and a repository on a forge."""
    checked = run.checked(ROOT / "tests/examples/small/data")
    named = {"contact": "team@example.org", "repository": "https://github.com/example/values"}
    with serving(publish(run.valued(replace(checked, settings=replace(checked.settings, **named))))) as url:
        yield url


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Built]:
    """The site of the invented authority that uses every feature."""
    data = tmp_path_factory.mktemp("demo") / "data"
    write_demo(data)
    with built_of(run.valued(run.checked(data))) as built:
        yield built


@contextmanager
def built_of(valuation: Valuation) -> Iterator[Built]:
    """The site of a valuation, served on this machine."""
    files = publish(valuation)
    with serving(files) as url:
        yield Built(files, url, fullest(valuation, files))


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
        context.route("**/*", guard.request)
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
    """Judge a page by the rules of WCAG 2.0 to 2.2, A and AA, or some of them; return what breaks them, in words."""
    judge = files("axe_playwright_python").joinpath("axe.min.js").read_text()

    def run_axe(page: Page, rules: Sequence[str] = RULES) -> list[str]:
        if not page.evaluate("'axe' in window"):
            page.evaluate(judge)
        found: list[str] = page.evaluate(
            JUDGED, {"runOnly": list(rules), "resultTypes": ["violations"], "preload": False}
        )
        return found

    return run_axe
