"""A day that nobody gave is said nowhere as promised; where a promise is rated by one, it is said as what it is."""

import re
import shutil
from functools import partial
from html import unescape
from pathlib import Path

import pytest

from publish.test_same_fact import Table, table
from socialvalue import run
from socialvalue.domain.years import last_day
from socialvalue.publish.downloads.notice import notice
from socialvalue.publish.downloads.ocds import release_of, releases
from socialvalue.publish.drawings import Drawings
from socialvalue.publish.publishing import data_pages, publish
from socialvalue.publish.site import Site
from socialvalue.publish.words import days

DAY = "2024-05-17"
SAID = "17 May 2024"
AS_IF = "taken as "
TEXTS = (".html", ".csv", ".json", ".xml", ".ics", ".txt", ".js", ".svg")


def without(rows: Table, targets: tuple[str, ...]) -> Table:
    return [{**row, "due": "" if row["target"] in targets else row["due"]} for row in rows]


def ends(rows: Table, column: str) -> Table:
    """The project's work and contract end on no day but in this column."""
    return [
        {**row, **({"completion": "", "contract_end": "", column: DAY} if row["project"] == "north-road" else {})}
        for row in rows
    ]


def site_of(data: Path, column: str, *targets: str) -> Site:
    """The site of the small repository where these promises have no day."""
    table(data, "register/targets.csv", partial(without, targets=targets))
    table(data, "register/projects.csv", partial(ends, column=column))
    return Site(run.valued(run.checked(data)), "https://example.org/", "2024-07-20.abc")


@pytest.fixture
def data(small: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(small, tmp_path / "data"))


@pytest.mark.parametrize(
    ("column", "named"), [("contract_end", "the end of the contract"), ("completion", "the end of the work")]
)
def test_pages_say_the_end_of_the_work_as_what_it_is(data: Path, column: str, named: str) -> None:
    """Each time that a page says the day, it is as that by which the promise is rated, or as the end of the work."""
    site = site_of(data, column, "north-road-weeks", "north-road-spend")
    pages = {
        page.path: " ".join(unescape(re.sub(r"<[^>]*>", " ", page.body)).split())
        for page in data_pages(site, Drawings(site))
    }
    about = "projects/north-road.html", "promises.html"
    for path in about:
        assert f"no day given; {AS_IF}due by {SAID}, {named}" in pages[path]
    for path, text in pages.items():
        for found in re.finditer(SAID, text):
            before = text[: found.start()]
            assert before.endswith((f"{AS_IF}due by ", "to ", "Finished ", "Completion ", "end of ")), (
                path,
                before[-99:],
            )
    assert "No date was given for" in pages[about[0]]


def told(data: Path, *facts: str) -> str:
    """The page of the project whose work ends on DAY, where sources state these days as its end."""
    stated = [
        {"project": "north-road", "fact": "completion", "value": each, "source": "example-page"} for each in facts
    ]
    table(
        data,
        "register/project-facts.csv",
        lambda rows: [*rows, *({**rows[0], "amount_gbp": "", **row} for row in stated)],
    )
    table(data, "register/projects.csv", lambda rows: [{**row, "note": "Two ends are given."} for row in rows])
    site = site_of(data, "completion", "north-road-weeks", "north-road-spend")
    (page,) = (page for page in data_pages(site, Drawings(site)) if page.path == "projects/north-road.html")
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", page.body)).split())


def test_the_page_says_which_of_several_ends_it_uses(data: Path) -> None:
    """Where sources state another end, the promise names it; the dates have the one that is used, and its source."""
    text = told(data, "2024-03")
    assert f"{AS_IF}due by {SAID}, the end of the work, which is stated as March 2024 too" in text
    assert f"Completion: {SAID} Two ends are given. A page" in text
    assert "Dates and sizes: 2 stated" in text


def test_an_end_that_a_source_states_is_said_once(data: Path) -> None:
    """The same end is no other one."""
    text = told(data, DAY)
    assert f"{AS_IF}due by {SAID}, the end of the work" in text
    assert "too" not in text[text.index(AS_IF) :][:80]
    assert "Dates and sizes: 1 stated" in text


def test_drafts_and_releases_promise_no_day_either(data: Path) -> None:
    """The draft of the notice says by which day it is rated; the release has no end of its period."""
    site = site_of(data, "contract_end", "north-road-weeks", "north-road-spend")
    said = notice(site.valuation, "north-road", "text")
    assert f"200 weeks, with no date; taken as due by {SAID}" in said
    assert f", by {SAID}" not in said
    released = releases(site)[release_of("north-road")].decode()
    agreed = released[released.index('"agreedMetrics"') : released.index('"implementation"')]
    assert "endDate" not in agreed


def test_a_day_that_was_given_is_said_everywhere(data: Path) -> None:
    """The twin: its own day, in pages, in the notice and in the release."""
    site = site_of(data, "contract_end", "north-road-spend")
    (row,) = (row for row in site.delivery("project", "north-road") if row["measure"] == "fw1")
    assert row["due_stated"]
    assert f"200 weeks, by {days.day(row['due'])}" in notice(site.valuation, "north-road", "text")
    assert f'"endDate": "{last_day(row["due"])}T' in releases(site)[release_of("north-road")].decode()


def due(rows: Table, by: str) -> Table:
    return [{**row, "due": by if row["due"] else ""} for row in rows]


@pytest.mark.parametrize(("by", "finer"), [("2021", ("2021-12-31", "31 December 2021")), ("2022-02", ("2022-02-28",
    "28 February 2022")), ("2022-02-14", ())])  # fmt: skip
def test_no_file_states_a_promise_closer_than_its_source(data: Path, by: str, finer: tuple[str, ...]) -> None:
    """A year stays a year and a month a month, in pages, tables, search, feed, cards and drafts. It is judged by its
    last day; a release needs a day, and says what it stands for."""
    table(data, "register/targets.csv", partial(due, by=by))
    valuation = run.valued(run.checked(data))
    files = publish(valuation, "https://example.org/")
    said = {path: content.decode() for path, content in files.items() if path.endswith(TEXTS)}
    for words in finer:
        named = {path for path, text in said.items() if words in text and not path.endswith("ocds.json")}
        assert not named, (words, named)
    assert valuation.delivery["overdue"].any()
    for path in ("index.html", "promises.html", "projects/north-road.html"):
        assert days.day(by) in said[path]
    assert f",{by},yes," in said["data/delivery.csv"]
    assert f"200 weeks, by {days.day(by)}" in notice(valuation, "north-road", "text")
    released = said[release_of("north-road")]
    assert f'"endDate": "{last_day(by)}T' in released
    assert (f"The source says {days.day(by)}: the day is the last of it" in released) is bool(finer)


def test_a_stage_is_not_told_as_the_end(data: Path) -> None:
    """Where the source of the end says that it is one stage alone, so does the first line of the page."""
    fact = {"project": "north-road", "fact": "completion", "value": DAY, "source": "example-page", "amount_gbp": ""}
    noted = {**fact, "note": "The first stage of three."}
    table(data, "register/project-facts.csv", lambda rows: [*rows, {**rows[0], **noted}])
    site = site_of(data, "completion")
    (page,) = (page for page in data_pages(site, Drawings(site)) if page.path == "projects/north-road.html")
    text = " ".join(unescape(re.sub(r"<[^>]*>", " ", page.body)).split())
    assert f"January 2023 to {SAID} (the first stage of three)" in text
