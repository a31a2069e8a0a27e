"""One page of every kind of our own site: for everyone, at every width, and light."""

from collections.abc import Callable

import pytest
from every_page import (
    BY_SCRIPT,
    HEAVIEST,
    MOST_REQUESTS,
    NAMES,
    Axe,
    Built,
    loaded_by,
    weight,
    with_its_files,
)
from playwright.sync_api import Page
from test_every_kind_of_page import holds

pytestmark = pytest.mark.browser

PageOf = Callable[..., Page]


@pytest.mark.parametrize("name", NAMES)
def test_each_kind_of_page(real: Built, name: str, page_of: PageOf, axe: Axe) -> None:
    """It keeps WCAG 2.2 AA on a phone and a desk, in light and dark, and fits 320 px; scripts add no words."""
    holds(real.url + real.paths[name], page_of, axe, same_words=name not in BY_SCRIPT)


@pytest.mark.parametrize("name", ["home", "project", "explore"])
def test_a_page_of_text_is_light(real: Built, name: str, page_of: PageOf) -> None:
    """With all that it loads by itself it is at most 350 kB, in at most 12 requests."""
    asked = loaded_by(page_of(390), real, real.paths[name])
    assert len(asked) <= MOST_REQUESTS
    assert weight({name: real.files[name] for name in asked}) <= HEAVIEST


def test_no_page_is_heavy(real: Built) -> None:
    """However much was delivered, no page is more than 350 kB with the styles, scripts and pictures that it names."""
    pages = [path for path in real.files if path.endswith(".html")]
    assert [path for path in pages if weight(with_its_files(real.files, path)) > HEAVIEST] == []


HIDDEN = """() => [...document.querySelectorAll('.md-content [id], .ov-doors a, .ov-dl a')].filter(part => {
  const style = getComputedStyle(part);
  const meant = part.closest('[hidden], svg, script, template, .ov-vh, .ov-by-script');
  return !meant && (style.display === 'none' || style.visibility === 'hidden');
}).map(part => part.id || part.href)"""


@pytest.mark.parametrize("site", ["real", "demo"])
def test_no_door_is_hidden_by_a_style(request: pytest.FixtureRequest, site: str, page_of: PageOf) -> None:
    """Each place of a page that has a name, and each link to a file, is there for all who open what it stands in."""
    built: Built = request.getfixturevalue(site)
    page = page_of(javascript=False)
    for path in ("about.html", *(built.paths[name] for name in ("project", "programme", "one_return", "area"))):
        page.goto(built.url + path)
        assert page.evaluate(HIDDEN) == [], path


PAST = """() => { const edge = document.querySelector('h1').getBoundingClientRect().right;
const points = [...document.querySelectorAll('td.bar svg.ov-bar path')];
return points.filter((point) => point.getBoundingClientRect().right > edge).length; }"""


@pytest.mark.parametrize("measure", ["fw1", "po6"])
def test_the_point_of_the_longest_bar_keeps_within_the_text(real: Built, measure: str, page_of: PageOf) -> None:
    """On a phone a bar that says “at least” ends where its row does."""
    page = page_of(390)
    page.goto(f"{real.url}measures/{measure}.html")
    assert page.locator("td.bar svg.ov-bar path").count()
    assert page.evaluate(PAST) == 0
