"""What people write stays text in every file of the site, whether or not the check has seen it."""

import csv
import io
import json
import re
import unicodedata
from collections.abc import Iterator, Mapping
from typing import Any
from xml.etree import ElementTree

import pytest

from hostile.payloads import ADDRESSES, FORMULAS, PAYLOADS
from hostile.reading import Reading
from socialvalue.records import Checked

RUNS = re.compile(r"[=+\-@\t\r\n]")
PART = re.compile(r"^search/(?:pages|words)-[0-9]+")
"""The search's index has as many parts as its words fill."""
MARKUP = re.compile(
    r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|parseFromString|createContextualFragment|eval"
)
"""How a script could take words for markup or run them."""
NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?")
WRAPPED = "text"
"""The element of a drawing that long words need more of, line by line."""
EXPRESSIONS = {"expr", "signal", "calculate", "test", "filter", "update", "href", "url", "format", "labelExpr"}
"""Keys of a Vega-Lite specification whose text is run, fetched or followed."""


@pytest.fixture(scope="session")
def pages(site: Mapping[str, bytes]) -> Mapping[str, Reading]:
    return {path: Reading(content) for path, content in site.items() if path.endswith(".html")}


def test_the_check_lets_plain_text_through(hostile: Checked) -> None:
    """Hostile words are no error of the register or the framework: publishing has to cope with them."""
    assert [finding.message for finding in hostile.broken] == []
    assert len(hostile.tables["returns"]) > 20


def test_no_element_or_attribute_comes_from_data(site: Mapping[str, bytes], twin: Mapping[str, bytes]) -> None:
    """Page by page the hostile site has just the elements and attributes of its harmless twin."""
    assert {PART.sub("", path) for path in site} == {PART.sub("", path) for path in twin}
    pages = [path for path in site if path.endswith((".html", ".svg"))]
    assert len(pages) > 100
    for path in pages:
        found, expected = Reading(site[path]).elements, Reading(twin[path]).elements
        assert set(found) == set(expected), path
        assert {kind: found[kind] for kind in found if kind[0] != WRAPPED} == {
            kind: expected[kind] for kind in expected if kind[0] != WRAPPED
        }, path


def test_every_payload_is_shown_as_it_was_written(pages: Mapping[str, Reading]) -> None:
    """Nothing is lost, evaluated or included: the words of each payload stand on a page."""
    shown = {reading.text for reading in pages.values()}
    missing = [payload for payload in PAYLOADS if not any(payload in text for text in shown)]
    assert missing == []


def test_no_address_runs_or_leaves_the_web(pages: Mapping[str, Reading]) -> None:
    """Every address is below the site, on the web, or a mailbox."""
    allowed = re.compile(r"(https?://[^/]|mailto:|#|(?!//)[\w./-]*(#|\?|$))")
    for path, reading in pages.items():
        odd = [address for address in reading.addresses if not allowed.match(address)]
        assert odd == [], path
    kept = {address for reading in pages.values() for address in reading.addresses}
    assert set(ADDRESSES[8:]) <= kept


def test_no_comment_is_opened_by_data(pages: Mapping[str, Reading]) -> None:
    """No page hides words of the data in a comment."""
    assert [path for path, reading in pages.items() if any("8" in text for text in reading.comments)] == []


def test_no_cell_runs_in_a_spreadsheet(site: Mapping[str, bytes]) -> None:
    """No cell of any download begins with what a spreadsheet runs, after what it skips."""
    cells = 0
    for path, content in site.items():
        if path.endswith(".csv"):
            for row in csv.reader(io.StringIO(content.decode("utf-8"), newline="")):
                for cell in row:
                    assert not runs(cell), (path, cell)
                    cells += cell.startswith("'")
    assert cells > len(FORMULAS)


def runs(cell: str) -> bool:
    """Whether a spreadsheet might take the cell for a formula. A plain number is none."""
    seen = "".join(c for c in cell if unicodedata.category(c) not in ("Cf", "Zs", "Zl", "Zp", "Cc") or c in "\t\r\n")
    return bool(RUNS.match(unicodedata.normalize("NFKC", seen))) and not NUMBER.fullmatch(cell)


def test_what_the_search_shows_is_text(site: Mapping[str, bytes]) -> None:
    """Titles and sentences of the index are what people wrote, tags and all: the script makes text of them alone."""
    parts = [json.loads(content) for path, content in site.items() if path.startswith("search/pages-")]
    shown = json.dumps(parts, ensure_ascii=False)
    assert "<script" in shown
    assert not MARKUP.search(site["assets/search.js"].decode())
    assert {row[0].partition("#")[0] for part in parts for row in part} <= set(site)


def test_charts_run_no_words(site: Mapping[str, bytes]) -> None:
    """Words of the data are values of a chart's specification, never what Vega evaluates or fetches."""
    specs = {path: json.loads(content) for path, content in site.items() if path.endswith(".vl.json")}
    assert specs
    for path, spec in specs.items():
        for key, value in strings(spec):
            if key in EXPRESSIONS:
                assert not any(payload in value for payload in PAYLOADS), (path, key, value)


def strings(value: Any, key: str = "") -> Iterator[tuple[str, str]]:
    """Every string of a specification with the key that it stands under."""
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from strings(inner, name)
    elif isinstance(value, list):
        for inner in value:
            yield from strings(inner, key)
    elif isinstance(value, str):
        yield key, value


def test_feed_is_a_feed(site: Mapping[str, bytes], twin: Mapping[str, bytes]) -> None:
    """The Atom feed is well-formed, and has just the elements of its harmless twin."""
    ours, theirs = (ElementTree.fromstring(files["news.xml"]) for files in (site, twin))
    assert len(ours) > 20
    assert [element.tag for element in ours.iter()] == [element.tag for element in theirs.iter()]


def test_json_of_downloads_is_json(site: Mapping[str, bytes]) -> None:
    """Every JSON file can be read, and so can the JSON inside pages."""
    for path, content in site.items():
        if path.endswith((".json", ".jsonld")):
            json.loads(content)
        if path.endswith(".html"):
            for block in re.findall(
                rb'<script[^>]*type="?application/(?:ld\+)?json"?[^>]*>(.*?)</script>', content, re.S
            ):
                json.loads(block)
