"""The page of every promise: none is lost, and of none is it said that nothing was published where something was."""

import re
from collections.abc import Mapping

import pytest

from socialvalue.publish.pages.promises import PAGE, _order
from socialvalue.publish.site import Row, Site
from socialvalue.publish.story.front import answered
from socialvalue.publish.story.promises import promises
from socialvalue.records import RATINGS, Valuation


@pytest.fixture(scope="module")
def site(valuation: Valuation) -> Site:
    return Site(valuation)


def test_every_promise_stands_once_and_leads_to_its_project(site: Site, files: Mapping[str, bytes]) -> None:
    """As many rows as all projects promise, in the order of the page."""
    (entry,) = PAGE.entries(site)
    listed = [(row["project"], row["name"]) for _came, rows in entry.context["groups"] for row in rows]
    kept = [(row["project"], row["name"]) for each in site.rows("projects") for row in promises(site, each["project"])]
    assert sorted(listed) == sorted(kept)
    page = files["promises.html"].decode()
    assert re.findall(r'scope="row"><a href="projects/([a-z-]+)\.html"', page) == [project for project, _name in listed]
    assert all('href="promises.html"' in files[path].decode() for path in ("index.html", "reported.html"))


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ({"delivered": None, "suppressed": 0, "lines": 0}, False),
        ({"delivered": 0, "suppressed": 0, "lines": 0}, True),
        ({"delivered": None, "suppressed": 1, "lines": 0}, True),
        ({"delivered": None, "suppressed": 0, "lines": 2}, True),
    ],
)
def test_what_is_hidden_or_can_not_be_added_was_published_all_the_same(row: Row, said: bool) -> None:
    """Two figures that mean different things by local are no silence."""
    assert answered(row) is said


def test_the_furthest_from_its_promise_comes_first() -> None:
    """Then those that nothing rates, and last those of which nothing is known."""
    rated = [{"rating": name, "delivered": 1, "suppressed": 0, "lines": 1, "project": "p"} for name in RATINGS]
    silent = {"rating": "other", "delivered": None, "suppressed": 0, "lines": 0, "project": "a"}
    found = [(row["rating"], row["project"]) for row in sorted([silent, *rated], key=_order)]
    assert found[0] == ("inadequate", "p")
    assert found[-3:] == [("good", "p"), ("other", "p"), ("other", "a")]


def test_what_was_silent_says_since_when_and_all_can_be_taken(site: Site, files: Mapping[str, bytes]) -> None:
    """A day before the month of reading is “since”, no day is “no date given”; the rows are files of the site."""
    read = site.settings.compiled_on
    (entry,) = PAGE.entries(site)
    silent = [row for came, rows in entry.context["groups"] if not came for row in rows]
    page = files["promises.html"].decode()
    found = re.findall(r'data-l="Due"[^>]*>([^<]*)<', page)
    passed = ["since" if row["due"] and read and row["due"] < read else "by" if row["due"] else "no" for row in silent]
    assert silent and [words.split()[0] for words in found] == passed
    doors = re.findall(r'href="(data/[^"]+)"', page[page.index('class="ov-doors') : page.index("<h2")])
    assert doors == ["data/delivery.csv", "data/targets.csv", "data/datapackage.json"]
    assert all(path in files for path in doors if path.endswith(".csv"))
