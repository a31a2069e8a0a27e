"""Search in a real browser: what people type leads to the page that answers, on the real site."""

import csv
import gzip
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from every_page import SIDEWAYS, Built
from playwright.sync_api import Page
from serving import serving

from socialvalue.publish.search.documents import Document
from socialvalue.publish.search.index import index

pytestmark = pytest.mark.browser

PageOf = Callable[..., Page]
TYPED = list(csv.DictReader((Path(__file__).parent / "what_people_type.csv").open(encoding="utf-8")))
RIGHT = 95
"""How many of the ninety-six must lead to their page; the others have it among the first three."""
HEAVIEST = 250_000
"""Bytes of the index of the real site, packed."""
HEAVIEST_PART = 150_000
FOUND = ".ov-found__count:not(:empty)"


def ask(page: Page, url: str, typed: str) -> list[str]:
    """The addresses that the search gives for these words, the best first."""
    if not page.url.startswith(url + "search.html"):
        page.goto(url + "search.html")
    page.fill("#ov-q", typed)
    with page.expect_navigation():
        page.press("#ov-q", "Enter")
    page.wait_for_selector(FOUND)
    found: list[str] = page.eval_on_selector_all(".ov-hit__link", "links => links.map(link => link.href)")
    return [address.removeprefix(url) for address in found]


def test_what_people_type_leads_to_its_page(real: Built, page_of: PageOf) -> None:
    """Most as people type them and eleven misspelt: at least 95 have the right page first, or one of those right, and
    every one has it among the first three."""
    assert [len([row for row in TYPED if row["kind"] == kind]) for kind in ("typed", "misspelt")] == [85, 11]
    page = page_of()
    pages = {row["typed"]: row["page"].split(" or ") for row in TYPED}
    found = {typed: [each.partition("#")[0] for each in ask(page, real.url, typed)[:3]] for typed in pages}
    assert [typed for typed in pages if not set(found[typed]) & set(pages[typed])] == []
    wrong = {typed: found[typed] for typed in pages if found[typed][0] not in pages[typed]}
    assert len(wrong) <= len(TYPED) - RIGHT, wrong


@pytest.mark.parametrize("typed", ["prestige", "xylophone"])
def test_another_word_is_no_misspelling(real: Built, page_of: PageOf, typed: str) -> None:
    """A whole word that our pages lack finds nothing, instead of what is written somewhat like it."""
    page = page_of()
    assert ask(page, real.url, typed) == []


def test_the_index_is_small_and_comes_in_parts(real: Built, page_of: PageOf) -> None:
    """The whole is at most 250 kB packed, and a question asks for a few parts of it, each when it is needed."""
    packed = {path: len(gzip.compress(text)) for path, text in real.files.items() if path.startswith("search/")}
    assert sum(packed.values()) <= HEAVIEST
    assert max(packed.values()) <= HEAVIEST_PART
    page = page_of()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.removeprefix(real.url)))
    ask(page, real.url, "penwortham bypass")
    needed = {path for path in asked if path.startswith("search/")}
    assert "search/words.json" not in needed  # for the misspelt alone
    assert sum(packed[path] for path in needed) < sum(packed.values()) / 2


def test_what_is_shown(real: Built, page_of: PageOf) -> None:
    """The kind of page, its name, and the sentence that matched with the words marked."""
    page = page_of()
    ask(page, real.url, "greenhouse gas")
    hit = page.locator(".ov-hit").first
    assert hit.locator(".ov-hit__kind").inner_text() == "Measure"
    assert {word.lower() for word in hit.locator("mark").all_inner_texts()} >= {"greenhouse", "gas"}


def test_a_misspelt_word_and_a_miss_are_told(real: Built, page_of: PageOf) -> None:
    """What was looked for instead, and what to try where nothing is found; the lists from A to Z stand below."""
    page = page_of()
    ask(page, real.url, "penwortam")
    assert "No page has “penwortam”. These have “penwortham”." in page.inner_text(FOUND)
    ask(page, real.url, "penwortham xyzzyx")
    assert "No page has “xyzzyx”." in page.inner_text(FOUND)
    assert ask(page, real.url, "<b>xyzzyx</b>") == []
    assert page.inner_text(FOUND).startswith("Nothing found for “<b>xyzzyx</b>”. Try")
    assert page.get_by_role("heading", name="Look through a list").is_visible()


def test_one_slip_in_a_word_of_many_finds_the_word(real: Built, page_of: PageOf) -> None:
    """Whichever letter is left out of a plural, the word nearest as it is written is taken, not one of its stem."""
    page = page_of()
    for word in ("volunteers", "businesses", "apprenticeships", "contractors", "communities", "graduates"):
        typed = word[: len(word) // 2] + word[len(word) // 2 + 1 :]
        assert ask(page, real.url, typed)
        taken = page.inner_text(FOUND).partition("These have “")[2].partition("”")[0]
        assert taken[:5] == word[:5], (typed, page.inner_text(FOUND))


def test_some_of_the_words_are_better_than_none(real: Built, page_of: PageOf) -> None:
    """Where no page has all of the words the best that has some is found, and the reader is told."""
    page = page_of()
    assert ask(page, real.url, "penwortham showtown biodiversity")[0] in {row["page"] for row in TYPED}
    assert "No page has all of these words." in page.inner_text(FOUND)


def test_more_results_come_at_the_press_of_a_button(real: Built, page_of: PageOf) -> None:
    """Twenty at first; the next take the focus, and none comes twice."""
    page = page_of()
    first = ask(page, real.url, "preston")
    assert len(first) == 20
    page.get_by_role("button", name="Show 20 more").press("Enter")
    page.locator(".ov-hit").nth(39).wait_for()
    found = page.eval_on_selector_all(".ov-hit__link", "links => links.map(link => link.href)")
    assert len(set(found)) == 40
    assert page.evaluate("document.activeElement.href") == found[20]


@pytest.mark.parametrize("width", [390, 1280])
def test_the_box_shows_the_best_by_keyboard(page_of: PageOf, site_url: str, width: int) -> None:
    """Typing shows answers, the arrows walk through them, Escape closes them, Enter leads to all of them."""
    page = page_of(width)
    page.goto(site_url + "about.html")
    page.focus(".ov-search__input")
    page.keyboard.type("displac")
    page.wait_for_selector(".ov-hit")
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.matches('.ov-hit__link')")
    page.keyboard.press("ArrowUp")
    assert page.evaluate("document.activeElement.matches('.ov-search__input')")
    page.keyboard.press("Escape")
    assert not page.locator(".ov-search__results").is_visible()
    page.keyboard.type("ement")
    page.wait_for_selector(".ov-hit")
    assert page.evaluate(SIDEWAYS) == 0
    page.keyboard.press("Enter")
    page.wait_for_url("**/search.html?q=displacement")
    page.wait_for_selector(FOUND)
    page.locator(".ov-hit__link").first.press("Enter")
    page.wait_for_load_state()
    assert "displacement" in page.inner_text(".md-content").lower()


def test_the_answers_close_when_the_focus_leaves(page_of: PageOf, site_url: str) -> None:
    """Who tabs past the last answer reads on in the page."""
    page = page_of()
    page.goto(site_url + "about.html")
    page.fill(".ov-search__input", "displacement")
    page.wait_for_selector(".ov-hit")
    page.locator(".ov-brand").focus()
    assert not page.locator(".ov-search__results").is_visible()


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(
    page_of: PageOf, axe: Callable[[Page], list[str]], site_url: str, scheme: str, width: int
) -> None:
    """The open answers and the page of all of them keep the rules of WCAG A and AA."""
    page = page_of(width, scheme)
    ask(page, site_url, "road")
    assert axe(page) == []
    page.fill(".ov-search__input", "road")
    page.wait_for_selector(".ov-search__results .ov-hit")
    assert axe(page) == []


def test_without_javascript_the_box_leads_to_the_lists(
    page_of: PageOf, site: Mapping[str, bytes], site_url: str
) -> None:
    """The box is there, and what it leads to names every list from A to Z."""
    page = page_of(javascript=False)
    page.goto(site_url + "projects/north-road.html")
    page.fill(".ov-search__input", "bridge")
    page.press(".ov-search__input", "Enter")
    page.wait_for_url("**/search.html?q=bridge")
    lists = page.eval_on_selector_all("#lists + ul a", "links => links.map(link => link.getAttribute('href'))")
    assert {"projects/index.html", "areas/index.html", "measures/index.html", "organisations/index.html"} <= set(lists)
    assert set(lists) <= set(site)


def test_the_script_takes_words_as_the_program_does(page_of: PageOf, site: Mapping[str, bytes]) -> None:
    """Whatever is written round a word or number, the script makes of it the terms that the index holds."""
    titles = ["Apprenticeships planned", "£4,200.50 a week", "Crèche by the M6", "Ponies’ stations", "How a £ grows"]
    titles += ["Strasse 10.00", "1,000,000 trees", "D'Urton buses", "Ⅷ ﬁelds", "co-op’s co₂", "Ynysoedd ŵyl"]
    named = [Document(f"{number}.html", title, "page", "", ()) for number, title in enumerate(titles)]
    others = {path: content for path, content in site.items() if not path.startswith("search/")}
    with serving({**others, **index(named)}) as url:
        page = page_of()
        for number, title in enumerate(titles):
            for typed in (title, title.upper()):
                assert ask(page, url, typed)[:1] == [f"{number}.html"], typed
                assert "No page has" not in page.inner_text(FOUND), typed
