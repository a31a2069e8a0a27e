"""Explore in a real browser: choices by keyboard, kept in the address, taken away as rows of the download."""

import csv
import io
import json
import re
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from every_page import ends_at, follow
from playwright.sync_api import Page, expect
from serving import serving

from socialvalue.publish.formats.csv_file import safe
from socialvalue.publish.output.write import write

pytestmark = pytest.mark.browser

WIDER = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
OPENED = """() => {
  document.querySelectorAll('.ov-facets details').forEach(details => { details.open = true });
  document.querySelectorAll('.ov-facet button').forEach(button => button.click());
}"""
"""Open every facet, and all of its options."""
ROWS = "#ov-explore tbody tr"
STATUS = "#ov-explore [role=status]"


def lines(site: Mapping[str, bytes]) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(site["data/lines.csv"].decode(), newline="")))


def open_explore(page: Page, site_url: str, query: str = "") -> Page:
    page.goto(f"{site_url}explore.html{query}")
    page.wait_for_selector("#ov-explore form:not([hidden])")
    return page


def choose(page: Page, facet: str, option: str) -> None:
    """Tick an option of a facet with the keyboard alone; those that few ask for are folded away."""
    group = page.get_by_role("group", name=facet, exact=True)
    if not group.is_visible():
        page.locator(".ov-facets__further > summary").press("Enter")
    box = group.get_by_role("checkbox", name=re.compile(f"^{re.escape(option)}"))
    box.focus()
    page.keyboard.press("Space")


def taken(page: Page, ending: str = "CSV") -> bytes:
    with page.expect_download() as download:
        page.get_by_role("button", name=ending, exact=True).press("Enter")
    return Path(download.value.path()).read_bytes()


def test_choices_by_keyboard_narrow_the_table(
    page_of: Callable[..., Page], site: dict[str, bytes], site_url: str
) -> None:
    """A choice leaves just its lines, says how many, and stands in the address."""
    page = open_explore(page_of(), site_url)
    choose(page, "How sure", "Self-reported")
    chosen = [line for line in lines(site) if line["status"] == "self-reported"]
    assert 0 < len(chosen) < len(lines(site))
    assert page.locator(ROWS).count() == len(chosen)
    assert page.inner_text(STATUS) == f"{len(chosen)} of {len(lines(site))} lines"
    ends_at(page, "explore.html?status=self-reported")


def test_numbers_beside_options_say_what_would_be_left(
    page_of: Callable[..., Page], site: dict[str, bytes], site_url: str
) -> None:
    """Beside each option stands how many lines it would leave under the other choices."""
    page = open_explore(page_of(), site_url, "?project=north-road")
    within = [line for line in lines(site) if line["project"] == "north-road"]
    for box in page.locator("input[name=status]").all():
        number = box.locator("xpath=../span[@class='m']").text_content()
        assert number == str(sum(line["status"] == box.get_attribute("value") for line in within))


def test_address_brings_the_choices_back(page_of: Callable[..., Page], site_url: str) -> None:
    """A copied address shows the same lines with the same boxes ticked; the back button undoes a choice."""
    page = open_explore(page_of(), site_url)
    choose(page, "Project", "North Road")
    choose(page, "How sure", "Verified")
    shown = page.inner_text("#ov-explore tbody")
    ends_at(page, "?project=north-road&status=verified")
    other = open_explore(page_of(), page.url.partition("explore.html")[0], f"?{page.url.partition('?')[2]}")
    assert other.inner_text("#ov-explore tbody") == shown
    assert other.locator("input:checked").count() == 2
    page.go_back()
    ends_at(page, "?project=north-road")
    expect(page.locator("input:checked")).to_have_count(1)


def test_unknown_choices_in_the_address_are_ignored(
    page_of: Callable[..., Page], site: dict[str, bytes], site_url: str
) -> None:
    """An address with made-up words or markup shows every line, and runs nothing."""
    page = open_explore(page_of(), site_url, "?status=nonsense&project=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E&x=1")
    assert page.locator(ROWS).count() == len(lines(site))


def test_download_is_the_rows_of_the_published_file(
    page_of: Callable[..., Page], site: dict[str, bytes], site_url: str
) -> None:
    """Without a choice the file is data/lines.csv to the byte; with one, its header and just the chosen rows."""
    page = open_explore(page_of(), site_url)
    whole = site["data/lines.csv"]
    assert taken(page) == whole
    choose(page, "Kind of value", "Local economic")
    found = taken(page).splitlines(keepends=True)
    assert found[0] == whole.splitlines(keepends=True)[0]
    assert set(found) < set(whole.splitlines(keepends=True))
    assert len(found) == page.locator(ROWS).count() + 1 > 1


def test_clearing_brings_every_line_back(page_of: Callable[..., Page], site_url: str) -> None:
    """The button that clears takes back every choice, and what the script then draws is what the page came with."""
    plain = page_of(javascript=False)
    plain.goto(site_url + "explore.html")
    page = open_explore(page_of(), site_url, "?status=verified")
    page.get_by_role("button", name="Clear all choices").press("Enter")
    ends_at(page, "explore.html")
    assert page.inner_text("#ov-explore tbody") == plain.inner_text("#ov-explore tbody")
    hrefs = "rows => rows.map(row => [...row.querySelectorAll('a')].map(a => a.getAttribute('href')))"
    assert page.eval_on_selector_all(ROWS, hrefs) == plain.eval_on_selector_all(ROWS, hrefs)


def test_whole_without_javascript(page_of: Callable[..., Page], site: dict[str, bytes], site_url: str) -> None:
    """Without a script the lines stand in the table, and every file that is offered is there."""
    page = page_of(javascript=False)
    page.goto(site_url + "explore.html")
    assert page.locator(ROWS).count() == len(lines(site))
    assert not page.locator("#ov-explore form").is_visible()
    files = page.eval_on_selector_all("article a[download]", "links => links.map(link => link.getAttribute('href'))")
    assert len(files) > 2
    assert set(files) <= set(site)


def test_opens_from_a_file_share(page_of: Callable[..., Page], site: dict[str, bytes], tmp_path: Path) -> None:
    """Opened as a file, where a script may fetch nothing, the page is as it is without one."""
    write(site, tmp_path / "site")
    page = page_of()
    page.goto((tmp_path / "site/explore.html").as_uri())
    assert page.locator(ROWS).count() == len(lines(site))
    assert not page.locator("#ov-explore form").is_visible()


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(
    page_of: Callable[..., Page], axe: Callable[[Page], list[str]], site_url: str, scheme: str, width: int
) -> None:
    """With all facets open, the page keeps the rules of WCAG A and AA."""
    page = open_explore(page_of(width, scheme), site_url, "?status=self-reported")
    page.evaluate(OPENED)
    assert axe(page) == []
    # axe leaves text in the very colour of its background to people
    colours = "parts => [...new Set(parts.map(part => getComputedStyle(part).color))]"
    ink = page.evaluate("() => getComputedStyle(document.querySelector('h1')).color")
    assert page.eval_on_selector_all(".ov-facet legend, .ov-facets label", colours) == [ink]


def test_nothing_scrolls_sideways(page_of: Callable[..., Page], site_url: str) -> None:
    """At 320 pixels the page with all facets open is no wider than the screen."""
    page = open_explore(page_of(320), site_url)
    page.evaluate(OPENED)
    assert page.evaluate(WIDER) == 0


def test_the_chosen_rows_are_guarded_by_the_rule_of_the_downloads(
    page_of: Callable[..., Page], site: dict[str, bytes]
) -> None:
    """Whatever a cell holds, the script writes it as the program does: the two have one rule."""
    starts = [*"=+-@%;|＝", "", "-5", "-5.", " =", "\t", "\u200b@", "a;", "a|-", "a\n=", "x;;=", "12"]
    ends = ["", "1", "=1", ";=1", "\t=1", ".5", "\n-2", "\U0001f600;@"]
    hostile = [start + end for start in starts for end in ends]
    data = json.loads(site["explore/lines-0.json"])
    column = data["columns"]["public_note"]
    rows = len(column["rows"])
    data["place"] = list(range(rows))
    page = page_of()
    for first in range(0, len(hostile), rows):
        column["cells"], column["rows"] = [*hostile[first : first + rows], *[""] * rows][:rows], list(range(rows))
        with serving({**site, "explore/lines-0.json": json.dumps(data).encode()}) as url:
            open_explore(page, url)
            found = list(csv.DictReader(io.StringIO(taken(page).decode(), newline="")))
        assert [row["public_note"] for row in found] == [safe(cell) for cell in column["cells"]]


def test_words_narrow_the_lines(page_of: Callable[..., Page], site: dict[str, bytes], site_url: str) -> None:
    """The box takes a measure, a project, a place or a source, in any case; all words have to be there."""
    page = open_explore(page_of(), site_url)
    page.get_by_role("searchbox", name="Words").fill("north ROAD apprentice")
    shown = page.locator(ROWS)
    assert 0 < shown.count() < len(lines(site))
    assert all("North Road" in text and "pprentice" in text for text in shown.all_inner_texts())
    ends_at(page, "?words=north+ROAD+apprentice")
    page.reload()
    page.wait_for_selector("#ov-explore form:not([hidden])")
    assert page.get_by_role("searchbox", name="Words").input_value() == "north ROAD apprentice"
    page.get_by_role("searchbox", name="Words").fill("nothing has this")
    assert page.inner_text(STATUS) == f"0 of {len(lines(site))} lines"


def test_addresses_say_names_and_old_ones_hold(
    page_of: Callable[..., Page], site: dict[str, bytes], site_url: str
) -> None:
    """A choice stands in the address by its name; the codes that pages link to still choose the same lines."""
    page = open_explore(page_of(), site_url)
    code = lines(site)[0]["measure"]
    old = open_explore(page_of(), site_url, f"?measure={code}")
    shown = old.inner_text("#ov-explore tbody")
    ticked = old.locator("input:checked")
    name = ticked.get_attribute("value") or ""
    assert name != code
    assert re.fullmatch(r"[a-z0-9-]+", name)
    assert open_explore(page, site_url, f"?measure={name}").inner_text("#ov-explore tbody") == shown
    ticked.press("Space")
    ends_at(old, "explore.html")


def test_an_area_of_a_page_s_door_chooses_just_its_lines(
    page_of: Callable[..., Page], site: dict[str, bytes], site_url: str
) -> None:
    """The lines that count in an area are those of its page; what was chosen is shown, and can be taken back."""
    page = page_of()
    page.goto(site_url + "areas/northtown.html")
    follow(page.locator(".ov-doors a", has_text="Explore"))
    page.wait_for_selector("#ov-explore form:not([hidden])")
    code = page.url.partition("place=")[2]
    mine = [line for line in lines(site) if line["place"] == code]
    assert 0 < page.locator(ROWS).count() == len(mine) < len(lines(site))
    page.get_by_role("group", name="Place").get_by_role("checkbox", checked=True).press("Space")
    assert page.locator(ROWS).count() == len(lines(site))


def test_columns_sort(page_of: Callable[..., Page], site_url: str) -> None:
    """Each heading sorts by its column and says so; a second press turns it round, and the address keeps it."""
    page = open_explore(page_of(), site_url)
    head = page.get_by_role("columnheader", name="Project")
    for way, turned in (("ascending", False), ("descending", True)):
        head.get_by_role("button").press("Enter")
        assert head.get_attribute("aria-sort") == way
        shown = page.locator(f"{ROWS} td[data-l=Project]").all_inner_texts()
        assert shown == sorted(shown, reverse=turned)
        assert len(set(shown)) > 1
    ends_at(page, "?sort=project-down")
    page.reload()
    page.wait_for_selector("[aria-sort=descending]")
    assert page.locator(f"{ROWS} td[data-l=Project]").all_inner_texts() == shown


def test_the_chosen_rows_as_json(page_of: Callable[..., Page], site: dict[str, bytes], site_url: str) -> None:
    """A project's rows are those of its own file, byte for byte."""
    page = open_explore(page_of(), site_url, "?project=north-road")
    assert taken(page, "JSON") == site["data/projects/north-road/lines.json"]
