"""Long tables sort by any of their columns, also with the keyboard; else they stand whole in their best order."""

from collections.abc import Callable

import pytest
from every_page import Built
from playwright.sync_api import Page

pytestmark = pytest.mark.browser

PageOf = Callable[..., Page]
KEYS = "rows => rows.map(row => row.cells[3].dataset.s)"
NAMES = "rows => rows.map(row => row.cells[0].innerText)"


def test_a_number_sorts_from_its_largest_and_what_is_not_known_comes_last(real: Built, page_of: PageOf) -> None:
    """One press: the largest cost first; the next: the smallest; the third: as it stood, with its letters."""
    page = page_of()
    page.goto(f"{real.url}projects/index.html")
    head = page.get_by_role("columnheader", name="Cost")
    before = page.locator("tbody tr").evaluate_all(NAMES)
    button = page.get_by_role("button", name="Sort by Cost")
    button.focus()
    page.keyboard.press("Enter")
    assert head.get_attribute("aria-sort") == "descending"
    keys = page.locator("tbody tr").evaluate_all(KEYS)
    known = [int(key) for key in keys if key]
    assert known == sorted(known, reverse=True)
    assert keys[: len(known)] == [str(key) for key in known]
    assert page.locator("tr.ov-letter").count() == 0
    page.keyboard.press("Enter")
    assert head.get_attribute("aria-sort") == "ascending"
    keys = page.locator("tbody tr").evaluate_all(KEYS)
    assert [int(key) for key in keys if key] == sorted(known)
    assert keys[-1] == ""
    page.keyboard.press("Enter")
    assert head.get_attribute("aria-sort") is None
    assert page.locator("tbody tr").evaluate_all(NAMES) == before


def test_what_belongs_to_a_row_goes_with_it(real: Built, page_of: PageOf) -> None:
    """Lines stay below their project, and the phases of a housing site below the whole."""
    page = page_of()
    page.goto(f"{real.url}measures/fw1.html")
    page.get_by_role("button", name="Sort by Project").click()
    rows = page.locator(".ov-fam tbody tr")
    classes = rows.evaluate_all("rows => rows.map(row => row.className)")
    assert classes == ["row", "more"] * (len(classes) // 2)
    for place in range(0, len(classes), 2):
        name = rows.nth(place).locator("th").inner_text().splitlines()[0]
        assert name in rows.nth(place + 1).locator("summary").inner_text()
    page.goto(f"{real.url}programmes/city-deal.html")
    page.locator("#sites > summary").click()
    before = page.locator(".ov-sites tbody tr").evaluate_all("rows => rows.map(row => row.className)")
    page.get_by_role("button", name="Sort by Homes").last.click()
    after = page.locator(".ov-sites tbody tr").evaluate_all("rows => rows.map(row => row.className)")
    assert sorted(before) == sorted(after)
    assert "ov-inside" not in after[0]


def test_on_a_phone_the_columns_are_a_list_to_choose_from(real: Built, page_of: PageOf) -> None:
    """Where rows are cards there are no heads to press."""
    page = page_of(390)
    page.goto(f"{real.url}areas/index.html")
    page.locator(".ov-sortby select").select_option(label="Projects")
    keys = page.locator(".ov-table tbody tr").evaluate_all("rows => rows.map(row => Number(row.cells[1].dataset.s))")
    assert keys == sorted(keys, reverse=True)
    page.locator(".ov-sortby select").select_option(label="as it stands")
    names = page.locator(".ov-table tbody tr").evaluate_all(NAMES)
    assert names[:-1] == sorted(names[:-1])


def test_only_pages_with_a_long_table_load_the_script(real: Built) -> None:
    """Nothing is loaded for nothing."""
    assert b"assets/sort.js" in real.files["projects/index.html"]
    assert b"assets/sort.js" not in real.files["projects/animate.html"]
    assert b"assets/sort.js" not in real.files["index.html"]


def test_words_find_among_folds(real: Built, page_of: PageOf) -> None:
    """What says all words is left, in open folds, whatever its capitals; an empty box leaves all, closed."""
    page = page_of()
    page.goto(f"{real.url}sources.html")
    entries, status = page.locator("[data-find] li"), page.locator("[data-find] [role=status]")
    every = entries.count()
    assert entries.locator("visible=true").count() == 0
    box = page.get_by_role("searchbox", name="Find a source")
    box.fill("LANCASHIRE post  penwortham")
    shown = entries.locator("visible=true").all_inner_texts()
    assert 0 < len(shown) < every
    assert all("penwortham" in text.casefold() for text in shown)
    assert status.inner_text() == f"Found: {len(shown)}"
    box.fill("no such words")
    assert status.inner_text().startswith("Nothing here says that")
    box.fill("")
    assert entries.locator("visible=true").count() == 0
    assert page.locator("[data-find] details:visible").count() > 5


def test_folds_are_whole_without_javascript(real: Built, page_of: PageOf) -> None:
    """There is no box, and each fold opens."""
    page = page_of(javascript=False)
    page.goto(f"{real.url}left-out.html")
    assert page.get_by_role("searchbox", name="Find a statement").count() == 0
    page.locator("[data-find] summary").first.click()
    assert page.locator("[data-find] tbody tr:visible").count() > 0
