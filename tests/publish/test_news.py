"""News from the returns alone: an item for each, a feed that readers accept, and nothing of the clock."""

import re
from dataclasses import replace
from typing import Any
from xml.etree import ElementTree

import pandas as pd
import pytest

from publish.test_story_pages import drawn
from socialvalue import run
from socialvalue.publish.downloads.news import ATOM, atom, news
from socialvalue.publish.pages.one_return import PAGE as ONE_RETURN
from socialvalue.publish.pages.project import PAGE as PROJECT
from socialvalue.publish.pages.reported import PAGE as REPORTED
from socialvalue.publish.pages.returns import PAGE as RETURNS
from socialvalue.publish.site import Site
from socialvalue.publish.story.front import newest
from socialvalue.records import Valuation, plain

NAMES = {"a": ATOM}
OTHERS = {"projects/north-road.html": PROJECT, "reported.html": REPORTED, "returns/index.html": RETURNS}
"""Other pages that name a return."""
MOMENT = r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z"


@pytest.fixture(scope="module")
def site(valuation: Valuation) -> Site:
    return Site(valuation, "https://example.org/")


def with_returns(site: Site, rows: list[dict[str, Any]]) -> Site:
    """The same site with other returns."""
    checked = site.valuation.checked
    tables = {**checked.tables, "returns": pd.DataFrame(rows, columns=site.frame("returns").columns)}
    return Site(replace(site.valuation, checked=replace(checked, tables=tables)), site.base_url)


def feed(site: Site) -> ElementTree.Element:
    return ElementTree.fromstring(atom(site))


def text(element: ElementTree.Element, tag: str) -> str:
    return element.findtext(f"a:{tag}", "", NAMES)


def test_each_return_is_an_item(site: Site) -> None:
    """Every return that says when it came has one item, and the newest stands first."""
    items = news(site)
    dated = [row for row in site.rows("returns") if row["received_on"] or row["compiled_on"]]
    assert sorted(item.path for item in items) == sorted(f"returns/{row['owner']}.html" for row in dated)
    assert [item.when for item in items] == sorted((item.when for item in items), reverse=True)


def test_feed_has_what_readers_need(site: Site) -> None:
    """Feed and entries have their own id, a title, a moment and a full address; the feed has the newest moment."""
    root = feed(site)
    entries = root.findall("a:entry", NAMES)
    ids = [text(element, "id") for element in [root, *entries]]
    assert entries
    assert len(set(ids)) == len(ids)
    for element in [root, *entries]:
        assert text(element, "id").startswith("urn:uuid:")
        assert text(element, "title")
        assert re.fullmatch(MOMENT, text(element, "updated"))
        links = element.findall("a:link", NAMES)
        assert all(link.get("href", "").startswith("https://example.org/") for link in links)
    assert text(root, "updated") == max(text(entry, "updated") for entry in entries)
    assert root.findtext("a:author/a:name", "", NAMES)


def test_feed_is_the_same_each_time(site: Site) -> None:
    """The same returns give the same bytes, and ids stay when the site moves."""
    assert atom(site) == atom(Site(site.valuation, site.base_url))
    here, there = feed(site), feed(Site(site.valuation, "https://example.net/elsewhere/"))
    assert [e.text for e in here.iter(f"{{{ATOM}}}id")] == [e.text for e in there.iter(f"{{{ATOM}}}id")]


def test_a_correction_says_why(site: Site) -> None:
    """A return that takes another's place is told as a correction with its reason, under an id of its own."""
    first = site.rows("returns")[0]
    corrected = {**first, "version": "1.1.0", "supersedes": "2023-q3", "reason": "A timesheet was missed"}
    item = news(with_returns(site, [corrected]))[0]
    assert "corrected" in item.title
    assert "A timesheet was missed." in item.words
    assert item.name not in {other.name for other in news(site)}


def test_hostile_words_stay_words(site: Site) -> None:
    """Markup in a reason comes out of the feed as it went in, as text."""
    hostile = "</summary><script>alert(1)</script> & ]]> <!--"
    changed = with_returns(site, [{**site.rows("returns")[0], "supersedes": "x", "reason": hostile}])
    root = feed(changed)
    assert hostile in text(root.findall("a:entry", NAMES)[0], "summary")
    assert {element.tag.rpartition("}")[2] for element in root.iter()} == {
        *("feed", "id", "title", "updated", "author", "name", "link", "entry", "summary")
    }


def test_a_feed_without_items_is_still_a_feed(site: Site) -> None:
    """Before the first return the feed has no entry, and says a moment all the same."""
    root = feed(with_returns(site, []))
    assert root.findall("a:entry", NAMES) == []
    assert text(root, "updated")


@pytest.mark.parametrize(("withdraws", "said"), [(False, "since replaced"), (True, "since taken back")])
def test_a_return_that_another_replaced_is_not_said_to_have_no_lines(
    valuation: Valuation, withdraws: bool, said: str
) -> None:
    """News, its own page and the page of its project say what became of it; what is new leaves it out."""
    rows = plain(valuation.checked.tables["returns"])
    old, new = "north-road/2023-q4", "north-road/2024-q2"
    rows = rows.assign(
        superseded_by=rows["superseded_by"].mask(rows["owner"] == old, new),
        withdraws=rows["withdraws"].mask(rows["owner"] == new, withdraws),
    )
    lines = plain(valuation.checked.tables["lines"])
    tables = {**valuation.checked.tables, "returns": rows, "lines": lines[lines["owner"] != old]}
    after = run.valued(replace(valuation.checked, tables=tables))
    site = Site(after)
    assert next(item.words for item in news(site) if item.path == f"returns/{old}.html").endswith(f": {said}.")
    assert old not in [row["owner"] for row in newest(site)]
    own = drawn(after, ONE_RETURN)[f"returns/{old}.html"]
    assert "None of its figures counts any more." in own
    described = {entry.path: entry.description for entry in ONE_RETURN.entries(site)}
    assert described[f"returns/{old}.html"].endswith(f", {said}.")
    pages = [own, *(drawn(after, each)[path] for path, each in OTHERS.items())]
    assert all("No lines" not in page and "no lines" not in page for page in pages)
    assert all(said in page for page in pages[1:])
