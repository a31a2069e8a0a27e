"""Every place of the site that writes a £ or a quantity says its bound.

The small repository is published three times: as it is, with other quantities, and with bounds. A sentence, row or
object that the other quantities change has a figure in it that comes of them; so the bounds have to change it, too.
"""

import csv
import io
import json
import shutil
from collections.abc import Iterator, Mapping, Sequence
from html.parser import HTMLParser
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from socialvalue import run
from socialvalue.domain.bounds import of_share
from socialvalue.publish.downloads.calendar import calendars
from socialvalue.publish.downloads.compare_data import members_json
from socialvalue.publish.downloads.explore_data import explore_files
from socialvalue.publish.downloads.member_lines import member_lines
from socialvalue.publish.downloads.news import atom
from socialvalue.publish.downloads.ocds import releases
from socialvalue.publish.downloads.prepare_data import files as prepare_files
from socialvalue.publish.downloads.release import downloads
from socialvalue.publish.drawings import Drawings
from socialvalue.publish.publishing import data_pages
from socialvalue.publish.site import Site

ROAD, SKILLS = "returns/road-fund/north-road/2024-q2/lines.csv", "returns/skills-fund/skills-centre/2023-24/lines.csv"
Row = dict[str, str]
LINES = {
    (ROAD, "1"): ("77.5", "79.5", "up to"),
    (ROAD, "2"): ("811111.50", "811113.50", "about"),
    (ROAD, "3"): ("6.25", "6.5", "about"),
    (ROAD, "4"): ("7919", "7937", "at least"),
    (ROAD, "5"): ("41", "43", "up to"),
    (SKILLS, "3"): ("5011", "5023", "at least"),
    ("register/targets.csv", "north-road-weeks"): ("277", "281", "at least"),
    ("register/sites.csv", "west-field"): ("301", "303", "at least"),
    ("register/projects.csv", "north-road"): ("12340000", "12560000", "at least"),
}
"""For each row: its quantity, another that is near it, and its bound."""
COLUMNS = {"register/sites.csv": ("homes", "bound"), "register/projects.csv": ("total_cost_gbp", "total_cost_bound")}
BLOCKS = ("p", "tr", "li", "dt", "dd", "h1", "h2", "h3", "caption", "figcaption", "summary", "desc", "title", "text")
TOLD = ("content", "title", "aria-label")
"""Attributes that hold a sentence."""


class Sentences(HTMLParser):
    """The texts of a page, of a picture or of a feed: of each block, and of each attribute that is read out."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[str] = []
        self._open: list[tuple[str, list[str]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.extend(value for name, value in attrs if name in TOLD and value)
        if tag in BLOCKS:
            self._open.append((tag, []))

    def handle_endtag(self, tag: str) -> None:
        if tag in [name for name, _ in self._open]:
            closed = ""
            while closed != tag:
                closed, parts = self._open.pop()
                text = " ".join("".join(parts).split())
                self.found.append(text)
                if self._open:
                    self._open[-1][1].append(f" {text} ")

    def handle_data(self, data: str) -> None:
        if self._open:
            self._open[-1][1].append(data)
        else:
            self.found.append(" ".join(data.split()))


def objects(content: Any) -> Iterator[str]:
    """Each object of a JSON file by what stands in it; an amount of money belongs to the object that holds it."""
    if isinstance(content, dict):
        own = {name: cell for name, cell in content.items() if not isinstance(cell, dict | list) or "amount" in cell}
        yield json.dumps(own, ensure_ascii=False)
    for cell in content.values() if isinstance(content, dict) else content if isinstance(content, list) else ():
        if "amount" not in cell if isinstance(cell, dict) else isinstance(cell, list):
            yield from objects(cell)


def told(path: str, content: bytes) -> list[str]:
    """What a file says, piece by piece."""
    if path.endswith((".html", ".svg", ".xml")):
        reader = Sentences()
        reader.feed(content.decode())
        return reader.found
    if path.endswith(".csv"):
        return [json.dumps(row) for row in csv.DictReader(io.StringIO(content.decode()))]
    if path.endswith(".json"):
        return list(objects(json.loads(content)))
    return content.decode(errors="replace").splitlines()


def written(data: Path, which: int, bounded: bool) -> None:
    """Give the rows of `LINES` their quantities, two areas to the lines, and a contract to each project."""
    lines = data / SKILLS
    lines.write_text(lines.read_text(encoding="utf-8") + "3,co1,1,hours,,,E07000902,,,,,self-reported,,,,,\n", "utf-8")
    for name in {name for name, _ in LINES}:
        with (data / name).open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        key, (quantity, bound) = next(iter(rows[0])), COLUMNS.get(name, ("quantity", "bound"))
        for row in rows:
            if change := LINES.get((name, row[key])):
                row.update({quantity: change[which], bound: change[2] if bounded else ""})
            if name == ROAD and row[key] in "345":
                row["area"] = "E07000901"
            if "contract_gbp" in row:
                row["contract_gbp"] = "9000000"
        with (data / name).open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, list(rows[0]))
            writer.writeheader()
            writer.writerows(rows)


def published(data: Path) -> Mapping[str, bytes]:
    """Every page without its frame, every chart, and every file of data."""
    site = Site(run.valued(run.checked(data)))
    drawings = Drawings(site)
    texts = data_pages(site, drawings)
    pages = {page.path: f"<title>{page.title}. {page.description}</title>{page.body}".encode() for page in texts}
    return {
        **pages, **drawings.files, **dict(downloads(site)), **dict(member_lines(site)), **explore_files(site),
        **prepare_files(site), **calendars(site), **releases(site),
        "news.xml": atom(site), "compare/members.json": members_json(site),
    }  # fmt: skip


class Sites(NamedTuple):
    """The site as it is, with other quantities, and with bounds."""

    plain: Mapping[str, bytes]
    other: Mapping[str, bytes]
    bounded: Mapping[str, bytes]
    unsaid: Sequence[tuple[str, str]]
    """What the other quantities change and the bounds leave as it is, with its file."""


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory, small: Path) -> Sites:
    at, made = tmp_path_factory.mktemp("bounds"), []
    for name, which, bounds in (("plain", 0, False), ("other", 1, False), ("bounded", 0, True)):
        shutil.copytree(small, at / name)
        written(at / name, which, bounds)
        made.append(published(at / name))
    plain, other, bounded = made
    found = []
    for path in sorted(path for path in plain if plain[path] != other.get(path)):
        changed, said = set(told(path, other[path])), set(told(path, bounded.get(path, b"")))
        found += [(path, text) for text in told(path, plain[path]) if text not in changed and text in said]
    return Sites(plain, other, bounded, found)


def in_a_drawing(text: str) -> bool:
    """A number in a drawing: its bound is a text of its own, above or below it."""
    return text.replace(",", "").replace(".", "").strip("£").isdigit()


def test_every_figure_of_the_site_says_its_bound(sites: Sites) -> None:
    """No sentence, row, object, feed or calendar that a quantity changes is the same where that has a bound."""
    left = [(path, text) for path, text in sites.unsaid if not in_a_drawing(text)]
    assert left == []


def test_a_number_in_a_drawing_has_its_bound_above_or_below_it(sites: Sites) -> None:
    """A tile and a column have room for it; each picture has as many bounds as numbers that have one."""
    drawn = sorted({path for path, text in sites.unsaid if in_a_drawing(text) and path.endswith(".svg")})
    assert [path.split("/")[1] for path in drawn] == [
        "over-time", "value-by-area-economic.svg", "value-per-contract-by-area-economic.svg",
        "value-per-person-by-area-economic.svg",
    ]  # fmt: skip
    for path in drawn:
        before, after = told(path, sites.plain[path]), told(path, sites.bounded[path])
        numbers = [text for text in before if in_a_drawing(text) and (path, text) in sites.unsaid]
        bounds = [text for text in after if text in ("at least", "about", "up to", "more or less than")]
        already = [text for text in before if text in ("at least", "about", "up to", "more or less than")]
        assert len(bounds) - len(already) >= len(set(numbers)) > 0, path


def test_each_number_of_a_chart_has_its_bound_beside_it(sites: Sites) -> None:
    """In the file of a chart, each cell that the other quantities change has a bound in the column after it."""
    plain, other, bounded, _unsaid = sites
    charts = [
        path for path in plain if path.startswith("charts/") and path.endswith(".csv") and plain[path] != other[path]
    ]
    assert {path.split("/")[1].removesuffix(".csv") for path in charts} >= {
        "gross-to-net", "over-time", "promised-and-delivered", "value-by-kind", "value-by-measure",
    }  # fmt: skip
    bare = []
    for path in charts:
        tables = [list(csv.DictReader(io.StringIO(site[path].decode()))) for site in (plain, other, bounded)]
        for before, changed, row in zip(*tables, strict=True):
            bare += [(path, name) for name in before if before[name] != changed[name] and not row.get(f"{name}_bound")]
    assert bare == []


def test_a_share_is_bounded_by_its_part_and_against_its_whole() -> None:
    """At least 50 of 100 is at least half; 50 of at least 100 is up to half; of both loose, no bound can be said."""
    sure = {("", ""): "", ("at least", ""): "at least", ("", "at least"): "up to", ("", "up to"): "at least"}
    loose = {("at least", "at least"): "more or less", ("", "about"): "about", ("at least", "up to"): "at least"}
    assert {pair: of_share(*pair) for pair in {**sure, **loose}} == {**sure, **loose}
