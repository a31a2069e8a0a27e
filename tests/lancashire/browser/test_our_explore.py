"""Explore with our own data: sorting by unit, lines in parts, the first screen."""

import re
from collections.abc import Callable
from itertools import pairwise

import pytest
from every_page import Built
from playwright.sync_api import Page, expect
from serving import serving
from test_explore import ROWS, STATUS, WIDER, choose, lines, open_explore, taken

from lancashire.ours import valued
from socialvalue.publish.downloads import explore_data
from socialvalue.publish.site import Site

pytestmark = pytest.mark.browser
TABLE = "#ov-explore table"
NUMBERS = "#ov-explore .ov-facet label .m"


def test_quantities_sort_within_their_unit(page_of: Callable[..., Page], real: Built) -> None:
    """Jobs are not set against hours: each unit stands by itself, the largest first."""
    page = open_explore(page_of(), real.url, "?measure=jobs-created&measure=trees-planted&sort=quantity")
    shown = page.locator(f"{ROWS} td[data-l='How much']").all_inner_texts()
    jobs = [int(re.sub(r"[^0-9]", "", text)) for text in shown if "job" in text]
    assert jobs == sorted(jobs, reverse=True)
    assert len(jobs) > 5
    units = ["job" in text for text in shown]
    assert sum(one != other for one, other in pairwise(units)) == 1


def test_lines_in_parts_are_all_there(
    page_of: Callable[..., Page], real: Built, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where there are many lines the others are asked for once they are needed, and the download holds all."""
    monkeypatch.setattr(explore_data, "PART", 40)
    split = explore_data.explore_files(Site(valued()))
    assert "explore/lines-2.json" in split
    with serving({**real.files, **split}) as url:
        page = page_of()
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url.removeprefix(url)))
        open_explore(page, url)
        assert "explore/lines-0.json" in asked
        assert "explore/lines-1.json" not in asked
        assert taken(page) == real.files["data/lines.csv"]
        open_explore(page, url)
        choose(page, "Subject", "Environment")
        chosen = [line for line in lines(real.files) if line["theme"] == "environment"]
        page.locator(ROWS).nth(len(chosen)).wait_for(state="detached")
        assert page.inner_text(STATUS) == f"{len(chosen)} of {len(lines(real.files))} lines"


def test_a_choice_asks_for_the_parts_that_it_shows(
    page_of: Callable[..., Page], real: Built, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The first choice waits for what lines can be narrowed by and for the lines shown; words wait for all of them."""
    monkeypatch.setattr(explore_data, "PART", 10)
    monkeypatch.setattr(explore_data, "CHOICES", 80)
    split = explore_data.explore_files(Site(valued()))
    parts = sum("explore/lines-" in path for path in split)
    every = lines(real.files)
    with serving({**real.files, **split}) as url:
        page = page_of()
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url.removeprefix(url)))
        whole = open_explore(page_of(), real.url, "?theme=environment")
        open_explore(page, url)
        choose(page, "Subject", "Environment")
        chosen = sum(line["theme"] == "environment" for line in every)
        expect(page.locator(STATUS).first).to_have_text(f"{chosen} of {len(every)} lines")
        assert page.inner_text(f"{TABLE} tbody") == whole.inner_text(f"{TABLE} tbody")
        numbers = "spans => spans.map(span => span.textContent)"
        assert page.eval_on_selector_all(NUMBERS, numbers) == whole.eval_on_selector_all(NUMBERS, numbers)
        assert "explore/choices-1.json" in asked
        assert sum("explore/lines-" in path for path in asked) < parts / 2
        page.get_by_role("searchbox", name="Words").fill("nothing has this")
        expect(page.locator(STATUS).first).to_have_text(f"0 of {len(every)} lines")
        assert sorted(path for path in asked if "explore/lines-" in path) == sorted(
            path for path in split if "explore/lines-" in path
        )


def test_first_screens(real: Built, page_of: Callable[..., Page]) -> None:
    """On a desk the facets stand open beside the table and the page is short; on a phone they wait to be asked for."""
    for width, lowest, longest in ((1280, 480, 2700), (390, 760, 6400)):
        page = open_explore(page_of(width), real.url)
        top = page.locator(ROWS).first.evaluate("row => row.getBoundingClientRect().top + scrollY")
        assert top <= lowest
        page.evaluate("document.querySelectorAll('tr').forEach(row => row.scrollIntoView())")
        assert page.evaluate("document.documentElement.scrollHeight") <= longest
        assert page.get_by_role("group", name="Subject").is_visible() == (width == 1280)


def test_text_of_twice_the_size_needs_no_scrolling_sideways(real: Built, page_of: Callable[..., Page]) -> None:
    """Explore holds at 200%."""
    page = open_explore(page_of(), real.url)
    page.evaluate("document.documentElement.style.fontSize = '250%'")
    assert page.evaluate(WIDER) == 0
