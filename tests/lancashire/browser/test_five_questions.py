"""What citizens and reporters ask, answered on the real site in one or two clicks and one screen, without a script."""

import csv
import io
import urllib.request
from collections.abc import Callable

import pytest
from every_page import Built, follow
from playwright.sync_api import Locator, Page

pytestmark = pytest.mark.browser

PageOf = Callable[..., Page]
SCREENS = {1280: 900, 390: 1800}
"""The first screen of a desk and the first two of a phone: how far down an answer may end."""
BOTTOM = "found => found.getBoundingClientRect().bottom + scrollY"
HEIGHT = "document.documentElement.scrollHeight"


def asked(page: Page, built: Built, *clicks: str) -> None:
    """Go from the front page through these links: the first one in the menu."""
    page.goto(built.url)
    first, *others = clicks
    follow(page.get_by_role("navigation", name="Main").get_by_role("link", name=first, exact=True))
    for name in others:
        follow(page.locator("#content").get_by_role("link", name=name, exact=True).first)


def answer(page: Page, question: str) -> Locator:
    """The answer to a question at the head of a page."""
    return page.locator(".ov-ans > div").filter(has=page.locator("dt", has_text=question))


@pytest.mark.parametrize("width", SCREENS)
def test_what_did_the_penwortham_bypass_bring_and_who_says_so(real: Built, page_of: PageOf, width: int) -> None:
    """The claim as it was written, whose it is, that nobody published how, and that nothing was counted."""
    page = page_of(width, javascript=False)
    asked(page, real, "Projects", "Penwortham Bypass (John Horrocks Way)")
    claimed = answer(page, "Claimed")
    assert "£4,907,525.38" in claimed.inner_text()
    assert "So says Lancashire Enterprise Partnership" in claimed.inner_text()
    assert "5 things that anyone needs to check it were not published." in claimed.inner_text()
    assert page.locator(".ov-ans").evaluate(BOTTOM) <= SCREENS[width]


@pytest.mark.parametrize("width", SCREENS)
def test_which_project_in_preston_started_the_most_apprentices(real: Built, page_of: PageOf, width: int) -> None:
    """The one that counts starts; and why weeks, days and starts give no order for all."""
    page = page_of(width, javascript=False)
    asked(page, real, "Places", "Preston")
    found = answer(page, "Apprentices")
    assert "The Vault (Preston Youth Zone): 10 people" in found.inner_text()
    assert "any rate between them would be invented" in found.inner_text()
    assert found.evaluate(BOTTOM) <= SCREENS[width]
    rows = page.locator("#apprentices ~ tr.row")
    counted = [rows.nth(place).locator("td.q").inner_text() for place in range(4)]
    assert [text.split()[-1] for text in counted] == ["people", "people", "weeks", "days"]
    follow(page.locator("#apprentices").get_by_role("link", name="Apprentices"))
    assert "They can’t be" in answer(page, "Added up?").inner_text()


@pytest.mark.parametrize("width", SCREENS)
def test_is_boost_on_track(real: Built, page_of: PageOf, width: int) -> None:
    """Whether its promises were met; or that none is public, and what is published in their place."""
    page = page_of(width, javascript=False)
    asked(page, real, "Projects", "Boost Business Lancashire")
    found = answer(page, "On track")
    assert "Can’t be rated" in found.inner_text()
    assert "No public promise was found, only 14 forecasts, which aren’t rated." in found.inner_text()
    assert found.evaluate(BOTTOM) <= SCREENS[width]


def test_the_lines_of_one_district_as_csv_without_javascript(real: Built, page_of: PageOf) -> None:
    """Two clicks to the page, one more to the file: just the lines that name the district, as many as the page says."""
    page = page_of(1280, javascript=False)
    asked(page, real, "Places", "Preston")
    doors = page.get_by_role("navigation", name="Take or use these lines")
    address = doors.get_by_role("link", name="CSV").evaluate("link => link.href")
    with urllib.request.urlopen(address) as answered:
        rows = list(csv.DictReader(io.StringIO(answered.read().decode())))
    assert {row["place"] for row in rows} == {"E07000123"}
    assert f"These {len(rows)} lines" in doors.inner_text()


@pytest.mark.parametrize(("width", "most"), [(1280, 3000), (390, 5000)])
def test_the_longest_of_the_known_pages_stays_short(real: Built, page_of: PageOf, width: int, most: int) -> None:
    """Animate has all that a page can have."""
    page = page_of(width)
    page.goto(f"{real.url}projects/animate.html")
    assert page.evaluate(HEIGHT) <= most


@pytest.mark.parametrize("width", [1280, 390])
def test_the_longest_project_of_the_demonstration_stays_short(demo: Built, page_of: PageOf, width: int) -> None:
    """Years of quarters stay folded, and what each measure is worth, on a desk and on a phone."""
    page = page_of(width)
    page.goto(demo.url + demo.paths["project"])
    assert page.evaluate(HEIGHT) <= 8000


@pytest.mark.parametrize("width", SCREENS)
def test_a_project_without_figures_answers_on_one_screen(real: Built, page_of: PageOf, width: int) -> None:
    """What is known, what was claimed, and what is not known."""
    page = page_of(width)
    page.goto(f"{real.url}projects/broughton-bypass.html")
    assert page.locator("dl.ov-ans").evaluate(BOTTOM) <= SCREENS[width]
    assert page.get_by_role("link", name="Send us a return").count() >= 1
    for project, most in {"jubilee-gardens": 800, "penwortham-bypass": 800, "lancashire-growth-deal": 820}.items():
        if width == 1280:
            page.goto(f"{real.url}projects/{project}.html")
            assert page.locator("footer").last.evaluate("found => found.getBoundingClientRect().top + scrollY") <= most


@pytest.mark.parametrize("summary", ["areas/preston.html", "measures/fw1.html", "projects/animate.html"])
@pytest.mark.parametrize("width", SCREENS)
def test_a_summary_never_lies_over_words(real: Built, page_of: PageOf, width: int, summary: str) -> None:
    """It rises beside the last line of its row, where the row keeps room for it; also at twice the size of text."""
    page = page_of(width)
    page.goto(real.url + summary)
    for size in ("125%", "250%") if width == 1280 else ("125%",):
        page.evaluate("size => { document.documentElement.style.fontSize = size }", size)
        assert page.evaluate(OVERLAPS) == []


OVERLAPS = """() => [...document.querySelectorAll('.ov-del tr.more summary')].filter(summary => {
  const box = summary.getBoundingClientRect();
  const range = document.createRange();
  return [...summary.closest('tr').previousElementSibling.children].some(cell => {
    range.selectNodeContents(cell);
    return [...range.getClientRects()].some(words => words.width > 1 && words.left < box.right - 1 &&
      words.right > box.left + 1 && words.top < box.bottom - 4 && words.bottom > box.top + 4);
  });
}).map(summary => summary.textContent)"""
