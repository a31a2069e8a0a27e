"""One page of every kind, and what holds for each of them."""

from collections.abc import Callable, Mapping

from playwright.sync_api import Page

import socialvalue.publish.pages
from socialvalue.members import members
from socialvalue.publish.page import Page as Kind
from socialvalue.publish.site import Site
from socialvalue.records import Valuation

KINDS: tuple[Kind, ...] = members(socialvalue.publish.pages, "PAGE")
NAMES = [kind.name for kind in KINDS]
LOOKS = [(width, scheme) for width in (390, 1280) for scheme in ("light", "dark")]
NARROWEST = 320
BY_SCRIPT = ("explore", "compare")
"""Pages whose script shows more than the page holds without it; their own tests compare the two."""

ARTICLE = "document.querySelector('.md-content').innerText.replace(/\\s+/g, ' ')"
WITHOUT_BUTTONS = "document.querySelectorAll('.md-content :is(button, .ov-by-script)').forEach(part => part.remove())"
SIDEWAYS = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


def fullest(valuation: Valuation, files: Mapping[str, bytes]) -> dict[str, str]:
    """For each kind of page the path of its longest page: what can go wrong is most likely there."""
    site = Site(valuation)
    return {
        kind.name: max((entry.path for entry in kind.entries(site)), key=lambda path: len(files[path]))
        for kind in KINDS
    }


def is_accessible(page: Page, url: str, axe: Callable[[Page], list[str]]) -> None:
    """No rule of WCAG 2.2 A or AA that axe can judge is broken, with every working opened."""
    page.goto(url)
    page.evaluate("document.querySelectorAll('details').forEach(working => { working.open = true })")
    assert axe(page) == []


def fits_the_narrowest(page: Page, url: str) -> None:
    """Nothing scrolls sideways but tables that say that they do."""
    page.goto(url)
    assert page.evaluate(SIDEWAYS) <= 0


def reads_the_same(with_script: Page, without: Page, url: str) -> None:
    """The words and tables are there whether scripts run or not."""
    told = []
    for page in (with_script, without):
        page.goto(url)
        page.evaluate(WITHOUT_BUTTONS)
        told.append(page.evaluate(ARTICLE))
    assert len(told[0]) > 100
    assert told[0] == told[1]
