"""The real site: every kind of page, as people meet it."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest
from every_page import BY_SCRIPT, LOOKS, NAMES, NARROWEST, fits_the_narrowest, fullest, is_accessible, reads_the_same
from playwright.sync_api import Page
from serving import serving

from socialvalue import run
from socialvalue.publish import publish
from socialvalue.records import Valuation

ROOT = Path(__file__).parents[2]
PageOf = Callable[..., Page]


@pytest.fixture(scope="module")
def valuation() -> Valuation:
    return run.valued(run.checked(ROOT / "data"))


@pytest.fixture(scope="module")
def site(valuation: Valuation) -> Mapping[str, bytes]:
    return publish(valuation, ROOT)


@pytest.fixture(scope="module")
def address(site: Mapping[str, bytes], valuation: Valuation) -> Iterator[Callable[[str], str]]:
    """The address of the fullest page of a kind, on this machine."""
    paths = fullest(valuation, site)
    with serving(site) as url:
        yield lambda name: url + paths[name]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(("width", "scheme"), LOOKS)
def test_each_kind_of_page_is_accessible(
    name: str, width: int, scheme: str, address: Callable[[str], str], page_of: PageOf, axe: Callable[[Page], list[str]]
) -> None:
    """axe finds nothing at A or AA, on a phone and a desk, in light and dark; nobody else is asked for anything."""
    is_accessible(page_of(width, scheme), address(name), axe)


@pytest.mark.parametrize("name", NAMES)
def test_no_page_scrolls_sideways(name: str, address: Callable[[str], str], page_of: PageOf) -> None:
    """At 320 px every page fits."""
    fits_the_narrowest(page_of(NARROWEST), address(name))


@pytest.mark.parametrize("name", [name for name in NAMES if name not in BY_SCRIPT])
def test_each_page_reads_the_same_without_javascript(name: str, address: Callable[[str], str], page_of: PageOf) -> None:
    """Scripts add comfort, never content."""
    reads_the_same(page_of(), page_of(javascript=False), address(name))
