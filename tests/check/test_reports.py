"""Each form of report: what it promises, and that nothing in a cell can break out of it."""

import json
import re
import shutil
from dataclasses import replace
from html import unescape
from html.parser import HTMLParser
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from check.repository import GOOD, RETURN, TODAY
from socialvalue.check import check, report
from socialvalue.check.reports.markdown import safe
from socialvalue.load import limits, load
from socialvalue.records import (
    DECIMALS,
    DIGITS,
    LARGEST,
    LARGEST_SHARE,
    LARGEST_WORTH,
    NAME_CHARACTERS,
    PRICE_RATIO,
    Checked,
    Finding,
    Severity,
    Source,
)

ROOT = Path(__file__).parents[2]
PAYLOAD = "%0A::error::x <script> | `x` [a](b:c) @somebody #1 ##[mask]x"


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return shutil.copytree(GOOD, tmp_path / "data")


def judged(data: Path, old: str, new: str) -> tuple[Checked, Source]:
    """The return with one text of its lines replaced."""
    path = data / RETURN / "lines.csv"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8", newline="")
    source = load(data, today=TODAY)
    return check(source), source


def test_the_json_report_is_as_documented(data: Path) -> None:
    """The JSON report fits its published schema, and the page that documents it names every key."""
    report_schema = json.loads((ROOT / "schemas/check-report.json").read_text(encoding="utf-8"))
    found = json.loads(report(*judged(data, "62.5", '"1,200"'), "json"))
    Draft202012Validator(report_schema).validate(found)
    assert found["findings"][0]["suggestion"] == "1200"
    assert found["findings"][0]["row"] == 2
    assert found["counts"] == {"error": 1, "warning": 0, "note": 0, "accepted": 0}
    page = (ROOT / "docs/check-report.md").read_text(encoding="utf-8")
    assert all(f"`{key}`" in page for key in (*found, *found["findings"][0]))


def test_a_cell_cannot_break_out_of_a_report(data: Path) -> None:
    """Markup, commands and mentions in a cell stay text in every form of report."""
    checked, source = judged(data, "self-reported", f'"{PAYLOAD}"')
    markdown = report(checked, source, "markdown")
    for part in ("<script", "](", "`", "@somebody", "#1 ", "::error"):
        assert part not in markdown
    github = report(checked, source, "github")
    assert all(line.startswith(("::error file=", "Found ")) for line in github.splitlines())
    assert "%250A" in github
    html = report(checked, source, "html")
    tags = _tags(html)
    assert "script" not in tags
    assert set(tags) <= {
        *("html", "head", "meta", "title", "style", "body", "main", "h1", "h2", "p", "div", "table", "caption"),
        *("thead", "tbody", "tr", "th", "td", "a", "ol", "li", "strong", "span"),
    }


@pytest.mark.parametrize(
    "text",
    ["@somebody", "#1", "!1", "GH-1", "gh-12", "~label", "%1", "$1", "&1", "www.example.org", "https://example.org",
     "0123abcdef", "f" * 40, "a@example.org"],
)  # fmt: skip
def test_a_forge_makes_nothing_of_what_looks_like_a_call(text: str) -> None:
    """It looks for people, issues, labels, addresses and commits in the text behind the entities too."""
    seen = unescape(safe(text))
    assert seen.replace("\u2060", "") == text
    calls = r"[@#!~%$&]\w|www\.\w|://|GH-\d|(?<!\w)[0-9a-f]{7,}(?!\w)"
    assert re.search(calls, text, re.IGNORECASE)
    assert not re.search(calls, seen, re.IGNORECASE), seen


def test_what_is_to_be_copied_stays_whole() -> None:
    """Numbers, codes of areas and names of projects have nothing unseen in them."""
    for text in ("31500.5", "1234567", "E07000123", "north-road/2024-q2", "12 %", "A & B"):
        assert unescape(safe(text)) == text


def _tags(html: str) -> list[str]:
    found: list[str] = []

    class Reader(HTMLParser):
        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            found.append(tag)
            assert not {name for name, _ in attrs} & {"style", "onclick", "onload", "src"}
            assert all((value or "").startswith("#finding-") for name, value in attrs if name == "href")

    Reader().feed(html)
    return found


def test_the_page_shows_the_officers_own_table(data: Path) -> None:
    """The HTML page holds the row as it was written, with the wrong cell marked and linked to its words."""
    html = report(*judged(data, "62.5", '"1,200"'), "html")
    cell = re.search(r'<td class="error">(.*?)</td>', html)
    assert cell
    assert cell[1] == '1&#44;200 <a href="#finding-1">[1]</a>'
    assert '<li id="finding-1"' in html
    assert "http" not in re.sub(r"&#\d+;", "", html).replace("http-equiv", "")


def test_the_page_marks_a_whole_row_and_says_that_one_is_left_out(data: Path) -> None:
    """A finding about a row is marked at its number; a row with personal data is not shown, and the page says so."""
    header, first, *_ = (data / RETURN / "lines.csv").read_text(encoding="utf-8").splitlines()
    total = f"Total{',' * header.count(',')}"
    html = report(*judged(data, first, f"{first}07700 900123\n{total}"), "html")
    assert re.search(r'<th scope="row" class="error">3 <a href="#finding-\d">', html)
    assert '<th scope="row">2</th>' not in html
    assert "Rows that may tell of a person are left out." in html


def test_an_annotation_stands_at_its_line(data: Path) -> None:
    """A line end inside a quoted cell moves the annotation down by a line, though the row stays the same."""
    path = data / RETURN / "lines.csv"
    text = path.read_text(encoding="utf-8").replace(",,,,,,\n", ',,,,,,"one\ntwo"\n', 1)
    path.write_text(text.replace("31500.50", "£31500.50"), encoding="utf-8", newline="")
    source = load(data, today=TODAY)
    checked = check(source)
    assert [finding.row for finding in checked.findings] == [5]
    rows = text.splitlines()
    at = next(number for number, row in enumerate(rows, start=1) if "31500.50" in row)
    assert at == 5 + text[: text.index("31500.50")].count("one\ntwo")
    assert f",line={at}," in report(checked, source, "github")


def test_text_is_coloured_only_where_it_is_asked_for(data: Path) -> None:
    """Without a terminal the text holds no escape sequence."""
    checked, source = judged(data, "62.5", "x")
    assert "\x1b[" not in report(checked, source, "text")
    assert "\x1b[31;1m" in report(checked, source, "text", colour=True)


def test_a_hundred_are_shown_and_the_rest_are_counted(data: Path) -> None:
    """Of 20,000 wrong cells a hundred are shown; the count of the rest is exact."""
    path = data / RETURN / "lines.csv"
    header = path.read_text(encoding="utf-8").splitlines()[0]
    rows = [f"{line},fw1,bad{line},weeks,,,,,,,,self-reported,,,,," for line in range(1, 20_001)]
    path.write_text("\n".join([header, *rows]) + "\n", encoding="utf-8")
    checked = check(load(data, today=TODAY))
    assert len(checked.findings) == 101
    assert checked.findings[-1].more == 19_900
    assert sum(finding.count for finding in checked.findings) == 20_000
    assert "19,900 more" in checked.findings[-1].message


def _most(table: str, column: str) -> int:
    fields = json.loads((ROOT / f"schemas/{table}.json").read_text(encoding="utf-8"))["fields"]
    return next(int(field["constraints"]["maximum"]) for field in fields if field["name"] == column)


def test_the_page_on_limits_says_what_the_limits_are() -> None:
    """docs/limits.md gives every limit of load/limits.py and of numbers as it is, and those of the schemas."""
    page = (ROOT / "docs/limits.md").read_text(encoding="utf-8")
    stated = {int(number.replace(",", "")) for number in re.findall(r"\| £?([\d,]+)", page)}
    numbers = {DIGITS, DECIMALS, LARGEST, LARGEST_WORTH, LARGEST_SHARE, PRICE_RATIO}
    numbers |= {_most("return/lines", "headcount"), _most("framework/unit-values", "value_gbp")}
    profile = json.loads((ROOT / "schemas/return/profile.json").read_text(encoding="utf-8"))
    tables = profile["properties"]["resources"]["maxItems"]
    assert stated == numbers | {
        tables,
        NAME_CHARACTERS,
        *(getattr(limits, name) for name in dir(limits) if name.isupper()),
    }


def test_an_accepted_warning_is_shown_with_its_reason(data: Path) -> None:
    """A warning that the register accepts is told in every form as accepted, and stands open in none."""
    row = "5,fw1,62.5,weeks,,,,,,,,evidenced,e1,,,,\n4,le2"
    before, _ = judged(data, "4,le2", row)
    assert before.findings
    assert all(finding.severity == "warning" for finding in before.findings)
    accepted = data / "register/accepted-warnings.csv"
    header = accepted.read_text(encoding="utf-8").splitlines()[0].split(",")
    cells = {"rule": before.findings[0].rule, "where": "north-road/2024-q2", "reason": "Two sites, one each"}
    filled = [f'"{cells.get(name, "")}"' for name in header]
    accepted.write_text(",".join(header) + "\n" + ",".join(filled) + "\n", encoding="utf-8")
    source = load(data, today=TODAY)
    checked = check(source)
    assert [finding.accepted for finding in checked.findings] == ["Two sites, one each"] * len(before.findings)
    assert not checked.errors
    counted = json.loads(report(checked, source, "json"))["counts"]
    assert counted == {"error": 0, "warning": 0, "note": 0, "accepted": len(before.findings)}
    for form in ("text", "markdown", "html"):
        text = report(checked, source, form)
        assert "Accepted" in text or "accepted" in text
        assert "Two sites" in text
    assert "::warning" not in report(checked, source, "github")


def test_the_rest_is_counted_for_each_file_and_rule(data: Path) -> None:
    """Two rules in one file, each with more than a hundred findings, have each a hundred and their own count."""
    path = data / RETURN / "lines.csv"
    header = path.read_text(encoding="utf-8").splitlines()[0]
    rows = [f"{n},fw1,bad{n},weeks,,,Nowhere{n},,,,,self-reported,,,,," for n in range(1, 151)]
    path.write_text("\n".join([header, *rows]) + "\n", encoding="utf-8")
    checked = check(load(data, today=TODAY))
    shown = {(f.rule, bool(f.more)): 0 for f in checked.findings}
    for finding in checked.findings:
        shown[finding.rule, bool(finding.more)] += finding.count
    assert shown == {
        ("plain-number", False): 100,
        ("plain-number", True): 50,
        ("well-formed", False): 100,
        ("well-formed", True): 50,
    }


def test_a_cell_cannot_start_a_command_of_a_forge(data: Path) -> None:
    """Line ends and percent signs of a cell are escaped, so that one finding is one line and one command."""
    checked, source = judged(data, "weeks,", '"::error::x\n::add-mask::x%0A::error::x",')
    lines = report(checked, source, "github").splitlines()
    commands = [line for line in lines if line.startswith("::")]
    assert len(commands) == len(checked.findings)
    assert lines[len(commands) :] == [lines[-1]]
    assert "%0A::" not in "".join(commands).replace("%250A", "")


def judged_so(*findings: Finding, **settings: str) -> tuple[Checked, Source]:
    """The good repository with those findings and settings."""
    source = load(GOOD, today=TODAY)
    checked = check(source)
    return replace(checked, findings=findings, settings=replace(checked.settings, **settings)), source


def test_a_long_report_fits_into_a_forge_and_counts_the_rest() -> None:
    """A forge shows nothing of a summary of more than a million bytes: what has no room is counted."""
    files = (f"returns/a/b/{number}/lines.csv" for number in range(2_000))
    many = [Finding("x" * 900, file=file, row=2, severity=Severity.ERROR, rule="too-long") for file in files]
    text = report(*judged_so(*many), "markdown")
    shown = text.count("too&#45;long")
    assert 0 < shown < len(many)
    assert len(text.encode()) < 1_000_000
    assert f"{len(many) - shown:,} more are not shown" in text


@pytest.mark.parametrize("form", ["markdown", "html"])
def test_each_finding_leads_to_the_page_of_its_rule(form: str) -> None:
    """Where the address of the site is known, the name of the rule is a link; an odd address makes none."""
    for site, linked in (("https://example.org/sv/", True), ("javascript:alert(1)", False), ("", False)):
        found = judged_so(Finding("Too long.", file="a.csv", severity=Severity.ERROR, rule="too-long"), base_url=site)
        text = unescape(report(*found, form))
        assert ("https://example.org/sv/rules.html#too-long" in text) is linked
        assert "javascript" not in text
