"""Ready to quote: a title of its own for each page, a citation that can be found again, columns that are explained."""

import csv
import io
import re
from collections.abc import Mapping
from dataclasses import replace
from html import unescape

import pytest

from once import demo_site
from socialvalue import run
from socialvalue.publish import publish
from socialvalue.publish.frame.titles import told_apart
from socialvalue.publish.page import PageText
from socialvalue.publish.page_addresses import EMBEDDED
from socialvalue.records import Checked

TITLE = re.compile(r"<title>(.*?)</title>", re.DOTALL)
DESCRIPTION = re.compile(r'<meta name="description" content="(.*?)">', re.DOTALL)


def alike(files: Mapping[str, bytes], said: re.Pattern[str]) -> dict[str, list[str]]:
    """The pages of each title or description, old addresses and what others frame aside."""
    found: dict[str, list[str]] = {}
    for path, content in files.items():
        if path.endswith(".html") and b'http-equiv="refresh"' not in content and not path.startswith(EMBEDDED):
            title = said.search(content.decode())
            assert title, path
            found.setdefault(unescape(title[1]).casefold(), []).append(path)
    return found


@pytest.mark.parametrize("which", ["small", "demo"])
@pytest.mark.parametrize("said", [TITLE, DESCRIPTION], ids=["title", "description"])
def test_no_two_pages_have_one_title_or_description(
    which: str, said: re.Pattern[str], files: Mapping[str, bytes]
) -> None:
    """In a tab, a list of bookmarks or the results of a search each page can be told from every other."""
    found = alike(files if which == "small" else demo_site()[0], said)
    assert {title: paths for title, paths in found.items() if len(paths) > 1} == {}


def page(path: str, title: str, description: str = "") -> PageText:
    return PageText(path=path, title=title, description=description, body="")


def test_pages_of_one_description_say_their_titles() -> None:
    """Two measures may count the same of others; a description of its own stays as it is, and so does none."""
    said = [
        ("a.html", "Young", "Hours."),
        ("b.html", "Old", "Hours."),
        ("c.html", "Days", "Days."),
        ("d.html", "No", ""),
    ]
    assert [each.description for each in told_apart([page(*each) for each in said])] == [
        "Young: Hours.",
        "Old: Hours.",
        "Days.",
        "",
    ]


def test_pages_of_one_title_say_what_they_are() -> None:
    """A project keeps its name; the organisation of that name says what it is; a correction says which."""
    one, other, first, second, alone = told_apart(
        [
            page("projects/harbour.html", "Harbour"),
            page("organisations/harbour.html", "harbour"),
            page("returns/harbour/2023.html", "Return for 2023"),
            page("returns/harbour/2023-corrected.html", "Return for 2023"),
            page("programmes/road.html", "Road"),
        ]
    )
    assert (one.title, other.title) == ("Harbour", "harbour (organisation)")
    assert (first.title, second.title) == ("Return for 2023", "Return for 2023 (2023-corrected)")
    assert alone.title == "Road"


def test_a_citation_names_year_version_and_address(files: Mapping[str, bytes], checked: Checked) -> None:
    """Also where nobody said where the site stands: then its own link leads to the page."""
    cited = re.search(r'<p class="ov-cite">(.*?)</p>', files["projects/north-road.html"].decode(), re.DOTALL)
    assert cited
    assert re.search(r"\(20\d\d\)\. North Road", cited[1])
    assert "Version 20" in cited[1]
    assert 'href="../projects/north-road.html"' in cited[1]
    told = publish(run.valued(replace(checked, settings=replace(checked.settings, base_url="https://example.org/sv"))))
    assert ">https://example.org/sv/projects/north-road.html</a>" in told["projects/north-road.html"].decode()


def test_every_line_can_be_questioned_or_says_how(files: Mapping[str, bytes]) -> None:
    """Where no mailbox is named, the page about the site says how to ask."""
    body = files["projects/north-road.html"].decode()
    assert body.count('class="ov-ask" href="../about.html#question"') == body.count('<li id="line-')
    assert 'id="question"' in files["about.html"].decode()


def test_the_data_page_opens_with_what_most_readers_want_and_says_what_each_column_means(
    files: Mapping[str, bytes],
) -> None:
    """Lines, values, projects; tables without a row last; every column of every file with its meaning."""
    body = files["data.html"].decode()
    listed = re.findall(r'id="file-([^"]+)"', body)
    assert listed[:3] == ["lines", "values", "projects"]
    rows = {name: len(list(csv.DictReader(io.StringIO(files[f"data/{name}.csv"].decode())))) for name in listed}
    empty = [not rows[name] for name in listed]
    assert empty == sorted(empty)
    for name in listed:
        part = body.partition(f'id="file-{name}"')[2].partition("</details>")[0]
        header = next(csv.reader(io.StringIO(files[f"data/{name}.csv"].decode())))
        assert re.findall(r"<dt><code>([^<]+)</code></dt><dd>[^<]", part) == header
