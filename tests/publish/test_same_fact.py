"""No sentence made from data changes when the same fact is written another way.

Each way below is one that the check accepts. What may differ says how it was written, and is masked or left out: how
many lines, returns or documents there are; the page of a return, and what lists returns, lines and rows one by one
(tables, the newest returns, who has reported, sources, files).
"""

import csv
import io
import json
import re
import shutil
from calendar import monthrange
from collections.abc import Callable, Mapping
from functools import partial
from html.parser import HTMLParser
from pathlib import Path

import pytest

from demo.write_demo import main as write_demo
from disclosure.world import digest_of
from socialvalue import run
from socialvalue.publish.drawings import Drawings
from socialvalue.publish.publishing import data_pages
from socialvalue.publish.site import Site
from socialvalue.records import Checked, Severity

SAID = ("h1", "h2", "h3", "p", "li", "dt", "dd", "caption", "figcaption", "summary", "desc")
"""Elements that hold a sentence or a title."""
LISTS = (
    "returns/",
    "reported.html",
    "data.html",
    "news.html",
    "explore.html",
    "compare.html",
    "ledger.html",
    "sources.html",
)
"""Pages that list how things were sent in."""
ONE_BY_ONE = ("h-new", "ov-dl", "ov-workings", "ov-work", "returns")
"""Parts of other pages that list returns, files, or the working of each line."""
HOW_MANY = (
    (re.compile(r"[\d,]+(?: of [\d,]+)? (?=(?:other |more |reported )*(?:lines?|returns?)\b)"), "… "),
    (re.compile(r"(?<=lines )[\d,]+(?=[.,])"), "…"),
    (re.compile(r"\blines? (that )?(names|rests|was)\b"), lambda found: f"lines {found[1] or ''}{PLURAL[found[2]]}"),
    (re.compile(r"\b(line|return)\b(?=,|\.| of)"), r"\1s"),
    (re.compile(r"(?<=lines), each (?=on the word)"), ", "),
    (re.compile(r"(?:[\d,]+|It|All) (?:was|were) (?=read second-hand)"), "… "),
    (re.compile(r"(?:The one|All …) lines were (?=read second-hand)"), "… "),
    (re.compile(r"[\d,]+ (?=rest on the word)|\d+%(?= checked on paper| of the lines)|(?<=check )\(\d+%\)"), "… "),
)
"""How many lines there are, and their share of all lines: what says how a fact was written, and is masked."""
PLURAL = {"names": "name", "rests": "rest", "was": "were"}
PACKAGE = "datapackage.json"
RETURN = Path("returns/skills-fund/skills-centre")
Table = list[dict[str, str]]


class Said(HTMLParser):
    """The sentences and titles of a page, each with its element."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: set[str] = set()
        self._open: list[tuple[str, bool]] = []
        self._texts: list[list[str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in ("path", "rect", "use", "input", "line", "br", "circle", "meta", "link"):
            return
        names = " ".join(value or "" for name, value in attrs if name in ("class", "id", "aria-labelledby"))
        self._open.append((tag, tag == "tbody" or any(part in names.split() for part in ONE_BY_ONE)))
        if tag in SAID:
            self._texts.append([])

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A tag that closes itself holds nothing."""

    def handle_endtag(self, tag: str) -> None:
        while self._open and self._open[-1][0] != tag:
            self._open.pop()
        inside = any(left_out for _, left_out in self._open)
        if self._open:
            self._open.pop()
        if tag in SAID and self._texts:
            text = " ".join("".join(self._texts.pop()).split())
            if text and not inside:
                self.found.add(masked(text))

    def handle_data(self, data: str) -> None:
        if self._texts:
            self._texts[-1].append(data)


def masked(text: str) -> str:
    """The sentence without the number of its lines. A number alone is how many lines a programme has."""
    for pattern, instead in HOW_MANY:
        text = pattern.sub(instead, text)
    return "" if text.isdigit() else text


KNOWN: dict[str, dict[str, set[str]]] = {}
"""The sentences of data by all that lies in it: several ways begin alike."""


def said(data: Path) -> dict[str, set[str]]:
    """The sentences and titles of each page of the site of this data, which must pass the check."""
    key = digest_of(data)
    if key not in KNOWN:
        checked = run.checked(data)
        assert [finding for finding in checked.findings if finding.severity is Severity.ERROR] == []
        KNOWN[key] = sentences(checked)
    return KNOWN[key]


def sentences(checked: Checked) -> dict[str, set[str]]:
    """The sentences and titles of each page of the site of what was checked."""
    site = Site(run.valued(checked))
    pages = {}
    for page in data_pages(site, Drawings(site)):
        if not page.path.startswith(LISTS):
            reader = Said()
            reader.feed(page.body)
            pages[page.path] = reader.found | {page.title, masked(page.description)}
    return pages


def table(data: Path, name: str, change: Callable[[Table], Table]) -> None:
    """Write a table anew."""
    path = data / name
    text = path.read_text(encoding="utf-8")
    reader = csv.DictReader(io.StringIO(text))
    rows = change(list(reader))
    out = io.StringIO()
    writer = csv.DictWriter(out, list(reader.fieldnames or ()), lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    path.write_text(out.getvalue(), encoding="utf-8")


def areas(*codes: str) -> Callable[[Path], None]:
    """The second project names these areas."""

    def change(rows: Table) -> Table:
        return [row for row in rows if row["project"] != "skills-centre"] + [
            {"project": "skills-centre", "area": code} for code in codes
        ]

    return lambda data: table(data, "register/project-areas.csv", change)


def two_lines(data: Path) -> None:
    """The carbon saved and the money spent in a quarter, each in two lines."""

    def change(rows: Table) -> Table:
        parts = {"5": ("25", "15"), "2": ("500000.25", "300000.25")}
        halves = [{**row, "quantity": parts[row["line"]][0]} if row["line"] in parts else row for row in rows]
        rest = [row for row in rows if row["line"] in parts]
        return halves + [{**row, "line": str(6 + n), "quantity": parts[row["line"]][1]} for n, row in enumerate(rest)]

    table(data, "returns/road-fund/north-road/2024-q2/lines.csv", change)


def jobs_alone(data: Path) -> None:
    """The year's jobs in one return, without the share, which no quarter adds up to."""
    table(data, f"{RETURN}/2023-24/lines.csv", lambda rows: [row for row in rows if row["measure"] == "po1"])


QUARTERS = (("2023-04", 3, "40"), ("2023-07", 3, "60"), ("2023-10", 3, "13"), ("2024-01", 3, "30"))
MONTHS = (
    *(("2023-04", 1, "10"), ("2023-05", 1, "20"), ("2023-06", 1, "10")),
    *QUARTERS[1:],
)
"""Parts of a year: first month, how many months, and its jobs of the year's 143; one quarter of these in months."""


def in_parts(parts: tuple[tuple[str, int, str], ...], data: Path) -> None:
    """The year's jobs in several returns, one for each part of the year."""
    jobs_alone(data)
    year = json.loads((data / RETURN / "2023-24" / PACKAGE).read_text(encoding="utf-8"))
    for first, number, jobs in parts:
        of, month = map(int, first.split("-"))
        last = month + number - 1
        name = f"{of}-{month:02}-to-{last:02}" if number > 1 else first
        folder = data / RETURN / name
        shutil.copytree(data / RETURN / "2023-24", folder)
        period = {"start": f"{first}-01", "end": f"{of}-{last:02}-{monthrange(of, last)[1]}"}
        package = {**year, "name": f"skills-centre-{name}", "period": period}
        (folder / PACKAGE).write_text(json.dumps(package), encoding="utf-8")
        table(data, f"{RETURN}/{name}/lines.csv", partial(_counting, jobs=jobs))
    shutil.rmtree(data / RETURN / "2023-24")


def _counting(rows: Table, jobs: str) -> Table:
    return [{**row, "quantity": jobs} for row in rows]


def other_order(data: Path) -> None:
    """The rows of every table from the last to the first."""
    for path in data.rglob("*.csv"):
        table(data, str(path.relative_to(data)), lambda rows: rows[::-1])


def evidence_twice(data: Path) -> None:
    """The same document under two names, and each name given by one line."""
    place = "returns/road-fund/north-road/2024-q2"
    table(data, f"{place}/evidence.csv", lambda rows: [*rows, {**rows[1], "evidence": "e3"}])


def places_named(data: Path) -> None:
    """Each line names the only place of its project where it named none."""
    for project, area in (("road-fund/north-road", "E07000901"), ("skills-fund/skills-centre", "E07000902")):
        for path in (data / "returns" / project).glob("*/lines.csv"):
            named = partial(_named, area=area)
            table(data, str(path.relative_to(data)), named)


def county_named(data: Path) -> None:
    """Each line names the county that its project covers, where it named none."""
    areas("E10000901")(data)
    for path in (data / "returns/skills-fund/skills-centre").glob("*/lines.csv"):
        table(data, str(path.relative_to(data)), partial(_named, area="E10000901"))


def _named(rows: Table, area: str) -> Table:
    return [{**row, "area": row["area"] or area} for row in rows]


WAYS: Mapping[str, tuple[Callable[[Path], None], Callable[[Path], None]]] = {
    "a county or its districts": (areas("E10000901"), areas("E07000901", "E07000902")),
    "a county, and its districts again": (areas("E10000901"), areas("E07000902", "E10000901", "E07000901")),
    "one line or two": (lambda data: None, two_lines),
    "a year or its quarters": (jobs_alone, partial(in_parts, QUARTERS)),
    "a quarter or its months": (partial(in_parts, QUARTERS), partial(in_parts, MONTHS)),
    "rows in another order": (lambda data: None, other_order),
    "an evidence twice": (lambda data: None, evidence_twice),
    "the only place of a project, or none": (lambda data: None, places_named),
    "the county that a project covers alone, or none": (areas("E10000901"), county_named),
}


def in_one_county(data: Path) -> None:
    """Put the two towns of the small repository into one county."""
    county = {"area": "E10000901", "name": "Exampleshire", "short_name": "Exampleshire", "slug": "exampleshire"}
    county["kind"] = "county"
    table(data, "reference/areas.csv", lambda rows: [*({**row, "within": county["area"]} for row in rows), county])


@pytest.fixture
def copies(tmp_path: Path, small: Path) -> tuple[Path, Path]:
    """The small repository twice, its two towns in one county."""
    one, other = tmp_path / "one", tmp_path / "other"
    for data in (one, other):
        shutil.copytree(small, data)
        in_one_county(data)
    return one, other


@pytest.mark.parametrize("way", WAYS)
def test_no_sentence_changes_when_a_fact_is_written_another_way(way: str, copies: tuple[Path, Path]) -> None:
    """Every sentence and title of every page is the same, however the fact is written."""
    one, other = copies
    for data, write in zip(copies, WAYS[way], strict=True):
        write(data)
    before, after = said(one), said(other)
    assert before.keys() == after.keys()
    changed = {path: before[path] ^ after[path] for path in before if before[path] != after[path]}
    assert changed == {}


def test_the_order_of_rows_says_nothing_on_a_large_site_either(tmp_path: Path) -> None:
    """The demonstration has ties, kinds and corrections enough for any order of rows to show."""
    one, other = tmp_path / "one", tmp_path / "other"
    write_demo(one)
    shutil.copytree(one, other)
    other_order(other)
    before, after = sentences(run.checked(one)), sentences(run.checked(other))
    assert {path: before[path] ^ after[path] for path in before if before[path] != after[path]} == {}


def test_a_fact_that_is_another_changes_a_sentence(copies: tuple[Path, Path]) -> None:
    """The comparison sees a district that takes the place of the county, and one job more."""
    one, other = copies
    areas("E10000901")(one)
    areas("E07000901")(other)
    before, after = said(one), said(other)
    assert before["index.html"] != after["index.html"]
    assert before["areas/index.html"] != after["areas/index.html"]
    table(one, f"{RETURN}/2023-24/lines.csv", lambda rows: [{**rows[0], "quantity": "144"}, *rows[1:]])
    assert said(one)["index.html"] != before["index.html"]
