"""The page of every promise: none is lost, and of none is it said that nothing was published where something was."""

import re
from collections.abc import Mapping

import pytest

from socialvalue.publish.drawings import Drawings
from socialvalue.publish.pages.promises import PAGE, _order, silent_since
from socialvalue.publish.publishing import data_pages
from socialvalue.publish.site import Row, Site
from socialvalue.publish.story.front import answered
from socialvalue.publish.story.promises import due_in_steps, promises
from socialvalue.publish.words.reasons import rating_said
from socialvalue.records import RATINGS, NoRating, Valuation


@pytest.fixture(scope="module")
def site(valuation: Valuation) -> Site:
    return Site(valuation)


def test_every_promise_stands_once_and_leads_to_its_project(site: Site, files: Mapping[str, bytes]) -> None:
    """As many rows as all projects promise, in the order of the page."""
    (entry,) = PAGE.entries(site)
    listed = [(row["project"], row["name"]) for _came, rows, _by in entry.context["groups"] for row in rows]
    kept = [(row["project"], row["name"]) for each in site.rows("projects") for row in promises(site, each["project"])]
    assert sorted(listed) == sorted(kept)
    page = files["promises.html"].decode()
    assert re.findall(r'scope="row"><a href="projects/([a-z-]+)\.html"', page) == [project for project, _name in listed]
    assert all('href="promises.html"' in files[path].decode() for path in ("index.html", "reported.html"))


def test_many_promises_fold_project_by_project(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each project once, by name, with how its promises are rated; the same promises stand in both forms."""
    monkeypatch.setattr("socialvalue.publish.pages.promises.MOST_OPEN", 0)
    (entry,) = PAGE.entries(site)
    for _came, rows, by_project in entry.context["groups"]:
        assert sorted(map(id, rows)) == sorted(id(row) for _key, _said, mine in by_project for row in mine)
        assert [key for key, _said, _mine in by_project] == sorted({row["project"] for row in rows})
    body = next(page.body for page in data_pages(site, Drawings(site)) if page.path == "promises.html")
    summaries = re.findall(r"<summary>(.*?)</summary>", body)
    assert summaries == ['North Road (invented) <span class="m">2 promises: 2 other</span>']
    assert 'href="projects/north-road.html#promised-and-delivered"' in body
    assert len(re.findall(r'<th role="rowheader" scope="row"><a href="measures/', body)) == 2


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


@pytest.mark.parametrize(
    ("due", "read", "said"),
    [
        ("2021-12-31", "2026-11", "since 31 December 2021"),
        ("2026-10-31", "2026-11", "since 31 October 2026"),
        ("2026-11-01", "2026-11", "by 1 November 2026"),
        ("2026-12-31", "", "by 31 December 2026"),
        ("", "2026-11", "no day given"),
    ],
)
def test_silence_lasts_since_a_day_that_had_passed(due: str, read: str, said: str) -> None:
    """As long as the pages are read in the month of that day, nobody knows."""
    assert silent_since({**PROMISED, "due": due, "due_stated": bool(due), "undated": not due}, read) == said


PROMISED = {"promised": 120, "promised_bound": "", "expected": None, "why": "", "targets": 1, "undated": 1}
PROMISED |= {"due": "2025-03-31", "due_stated": False, "reported_to": "2025-06-30", "ends": "the end of the contract"}


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"why": NoRating.NOT_REPORTED}, "no day given"),
        ({"due": ""}, "no day given"),
        ({"expected": 120}, "no day given; taken as due by 31 March 2025, the end of the contract"),
        ({"why": NoRating.NOT_DUE}, "no day given; taken as due by 31 March 2025, the end of the contract"),
        ({"expected": 120, "targets": 2}, "no day given for a part of it; the last is taken as due by 31 March 2025"),
        ({"targets": 2}, "no day given for a part of it"),
        ({"due_stated": True, "undated": 0, "expected": 120}, "by 31 March 2025"),
    ],
)
def test_a_day_that_nobody_gave_is_never_said_as_promised(changed: Row, said: str) -> None:
    """The end of the contract is what the program rates by, and is said as that where it is used."""
    row = {**PROMISED, **changed}
    assert due_in_steps(row, {}) == said
    if not row["due_stated"]:
        assert not silent_since(row, "2026-11").startswith(("since", "by"))


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({}, "by 31 March 2026; 50 weeks of it by 31 December 2024"),
        ({"reported_to": "2025-06-30"}, "by 31 March 2026; 50 weeks of it by 31 March 2025"),
        ({"targets": 2}, "by 31 March 2026; 50 weeks of it was due when last reported on"),
    ],
)
def test_the_day_of_a_step_is_the_one_that_was_stated(changed: Row, said: str) -> None:
    """Not the day reported to, which nobody promised; of several promises there is no one step."""
    steps = [{"by": "2024-12-31", "quantity": 1}, {"by": "2025-03-31", "quantity": 2}]
    stated = {"due": "2026-03-31", "due_stated": True, "undated": 0, "expected": 50_000_000, "promised": 120_000_000}
    row = {**PROMISED, **stated, "steps": steps, "reported_to": "2025-03-30", **changed}
    unit = {"unit": "weeks", "one": "week", "many": "weeks", "decimals": 0, "symbol": ""}
    assert due_in_steps(row, unit) == said


def test_all_promises_can_be_taken(files: Mapping[str, bytes]) -> None:
    """Their rows are files of the site."""
    page = files["promises.html"].decode()
    doors = re.findall(
        r'href="((?:data/)?[^"#]+\.(?:csv|json))"', page[page.index('class="ov-doors') : page.index("<h2")]
    )
    assert doors == ["data/delivery.csv", "data/targets.csv", "datapackage.json"]
    assert all(path in files for path in doors if path.endswith(".csv"))


STEPS = "For what was due by December 2024. More was due by 31 March 2025, and is overdue"
GAP = "A period before then has no return, so nobody knows whether more was done"


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({}, ""),
        ({"why": NoRating.GAP}, GAP),
        ({"why": NoRating.GAP, "overdue": True}, f"{GAP}. Overdue: its day has passed"),
        ({"overdue": True}, "Overdue: its day has passed"),
        ({"overdue": True, "expected": None}, "Overdue: its day has passed"),
        ({"overdue": True, "expected": 84}, STEPS),
        ({"overdue": True, "expected": 84, "due": "2026-12-31"}, STEPS),
        (
            {"overdue": True, "expected": 84, "overdue_since": "2023-12-31"},
            "Overdue: a day of it has passed",
        ),
    ],
)
def test_lateness_takes_the_place_of_no_reason(changed: Row, said: str) -> None:
    """A promise that is overdue and can't be rated says both; one that is good for a part of it says for which."""
    row = {"why": "", "overdue": False, "expected": 120, "promised": 120, "reported_to": "2024-12-31"}
    row = {**row, "due": "2025-03-31", "overdue_since": "2025-03-31", "due_stated": True, **changed}
    assert rating_said(row) == said


@pytest.mark.parametrize(
    ("last", "said"),
    [
        ("2024-02-29", "up to February 2024"),
        ("2020-02-06", "up to 6 February 2020"),
        ("2017-03-31", "up to March 2017"),
    ],
)
def test_how_far_reports_go_is_told_no_finer_than_periods_are(last: str, said: str) -> None:
    """No source names the last day of a month: a period of months, quarters or years is what it gives."""
    row = {"why": NoRating.NOT_SINCE, "overdue": False, "reported_to": last, "due_stated": True}
    assert rating_said(row).startswith(f"The last report goes {said}, before")
    assert f"{said}." in rating_said({**row, "due_stated": False})
