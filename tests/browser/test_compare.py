"""Compare in a real browser: the choice by keyboard and in the address, kinds apart, whole without a script."""

import json
from collections.abc import Callable

import pytest
from every_page import ends_at
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser

BOTH = "?projects=north-road,skills-centre"
WIDER = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"


def open_compare(page: Page, site_url: str, query: str = "") -> Page:
    page.goto(f"{site_url}compare.html{query}")
    page.wait_for_selector("#ov-compare form:not([hidden])")
    return page


def test_chosen_projects_stand_side_by_side(
    page_of: Callable[..., Page], site: dict[str, bytes], site_url: str
) -> None:
    """The address of two projects shows a column for each, with their own figures by kind and by measure."""
    page = open_compare(page_of(), site_url, BOTH)
    data = json.loads(site["compare/members.json"])
    heads = page.locator(".ov-beside thead th").all_inner_texts()
    assert heads[1:] == [member["name"] for member in data["projects"]["members"]]
    shown = page.inner_text(".ov-beside")
    for member in data["projects"]["members"]:
        for figure in [*member["kinds"].values(), *(row[1] for row in member["measures"])]:
            assert figure in shown


def test_choice_by_keyboard_goes_into_the_address(page_of: Callable[..., Page], site_url: str) -> None:
    """Choosing two projects with the keyboard gives their address, which gives the same table again."""
    page = open_compare(page_of(), site_url)
    for place, name in enumerate(["North Road", "Skills Centre"]):
        page.focus(f"select[name='{place}']")
        page.keyboard.type(name)
        page.wait_for_function(
            "count => new URLSearchParams(location.search).get('projects')?.split(',').length === count", arg=place + 1
        )
        assert page.evaluate("() => document.activeElement.name") == str(place)
    ends_at(page, BOTH)
    again = open_compare(page_of(), site_url, BOTH)
    assert again.inner_text(".ov-beside") == page.inner_text(".ov-beside")


def test_areas_have_a_comparison_of_their_own(page_of: Callable[..., Page], site_url: str) -> None:
    """Areas are compared with areas, and the back button leads to the projects that were there before."""
    page = open_compare(page_of(), site_url, BOTH)
    page.focus("input[value=projects]")
    page.keyboard.press("ArrowRight")
    ends_at(page, "?areas=")
    expect(page.locator(".ov-beside")).to_have_count(0)
    page.go_back()
    expect(page.locator(".ov-beside thead th")).to_have_count(3)
    areas = open_compare(page_of(), site_url, "?areas=northtown,southtown")
    assert areas.locator(".ov-beside thead th").count() == 3


def test_what_stands_in_one_box_is_not_offered_by_another(page_of: Callable[..., Page], site_url: str) -> None:
    """It is again once it is taken back; and the boxes stay, however many there are to choose from."""
    page = open_compare(page_of(), site_url, "?projects=skills-centre,north-road")
    held = """boxes => boxes.map(box =>
      [box.value, ...[...box.options].filter(each => each.disabled).map(each => each.value)])"""
    page.eval_on_selector_all("#ov-compare select", "boxes => boxes.forEach(box => { box.title = 'still here' })")
    both = page.eval_on_selector_all("#ov-compare select", held)
    assert both[:2] == [["skills-centre", "north-road"], ["north-road", "skills-centre"]]
    page.focus("select[name='3']")
    last = page.eval_on_selector_all("#ov-compare select", held)[3]
    assert sorted(last) == ["", "north-road", "skills-centre"]
    page.select_option("select[name='0']", "")
    ends_at(page, "?projects=north-road")
    assert page.eval_on_selector_all("#ov-compare select", held)[:2] == [["north-road"], ["", "north-road"]]
    assert page.eval_on_selector_all("#ov-compare select", "boxes => boxes.map(box => box.title)") == ["still here"] * 4


def test_unknown_names_in_the_address_are_ignored(page_of: Callable[..., Page], site_url: str) -> None:
    """Made-up names and one name twice make no comparison, and the page asks for a choice."""
    page = open_compare(page_of(), site_url, "?projects=north-road,north-road,%3Cb%3E,nonsense")
    assert page.locator(".ov-beside").count() == 0
    assert page.inner_text("#ov-compare [role=status]").startswith("Choose one more")


def test_whole_without_javascript(page_of: Callable[..., Page], site: dict[str, bytes], site_url: str) -> None:
    """Without a script every project and area stands in a table with a link to its page."""
    page = page_of(javascript=False)
    page.goto(site_url + "compare.html")
    data = json.loads(site["compare/members.json"])
    members = [*data["projects"]["members"], *data["areas"]["members"]]
    links = page.eval_on_selector_all(".ov-all th a", "links => links.map(link => link.getAttribute('href'))")
    assert links == [member["path"] for member in members]
    assert not page.locator("#ov-compare form").is_visible()


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", [f"compare.html{BOTH}", "news.html"])
def test_axe_finds_nothing(
    page_of: Callable[..., Page], axe: Callable[[Page], list[str]], site_url: str, path: str, scheme: str, width: int
) -> None:
    """Compare, with a comparison open, and news keep the rules of WCAG A and AA."""
    page = page_of(width, scheme)
    page.goto(site_url + path)
    page.wait_for_load_state("networkidle")
    assert axe(page) == []


@pytest.mark.parametrize("path", [f"compare.html{BOTH}", "news.html"])
def test_nothing_scrolls_sideways(page_of: Callable[..., Page], site_url: str, path: str) -> None:
    """At 320 pixels the pages are no wider than the screen."""
    page = page_of(320)
    page.goto(site_url + path)
    page.wait_for_load_state("networkidle")
    assert page.evaluate(WIDER) == 0
