"""The demonstration says that it is invented wherever anyone may meet it, and is the same each time."""

import csv
import io
import json
import re
import shutil
from collections.abc import Mapping
from datetime import date
from html import unescape
from pathlib import Path

import pytest

from demo.facts import SETTINGS, STATEMENT, facts
from demo.odd_cases import DOUBLED, HELD_BACK, JUMPED, REPEATED
from demo.write_demo import demonstration, main
from socialvalue import run
from socialvalue.publish import publish
from socialvalue.publish.pages.project import MOST_LINES
from socialvalue.records import KINDS, RATINGS, STATUSES, Severity, Valuation
from socialvalue.reminders import reminders

ANNOUNCED = str(SETTINGS["announcement"])


NAMED = ("areas", "area-sets", "themes", "measures", "programmes", "organisations", "projects", "sites")


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The data folder of the demonstration."""
    folder = tmp_path_factory.mktemp("demo") / "data"
    main(folder)
    return folder


@pytest.fixture(scope="session")
def valued(demo: Path) -> Valuation:
    return run.valued(run.checked(demo))


def contents(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_two_writes_are_equal(demo: Path, tmp_path: Path) -> None:
    """The same script writes the same bytes, also where an older demonstration lies."""
    main(tmp_path / "data")
    (tmp_path / "data" / "left-over.csv").write_text("old")
    main(tmp_path / "data")
    assert contents(tmp_path / "data") == contents(demo)


def test_only_a_demonstration_is_replaced(small: Path, tmp_path: Path) -> None:
    """A folder that holds anything else, real data above all, is left alone."""
    for folder in (small, tmp_path):
        before = contents(folder)
        with pytest.raises(SystemExit, match="is not a demonstration"):
            main(folder)
        assert contents(folder) == before


def test_real_data_is_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """The demonstration opens no file of data/."""
    opened: list[Path] = []
    open_file = Path.open

    def noted(path: Path, *args: object, **kwargs: object) -> object:
        opened.append(path.resolve())
        return open_file(path, *args, **kwargs)  # type: ignore[arg-type]

    monkeypatch.setattr(Path, "open", noted)
    demonstration()
    real = Path(__file__).parents[2] / "data"
    assert opened
    assert not [path for path in opened if path.is_relative_to(real)]


def test_every_name_says_invented() -> None:
    """Whatever a reader may see alone says that it is invented."""
    for table in NAMED:
        for row in facts(table):
            assert row["name"].endswith(" (invented)"), (table, row)


def test_every_descriptor_says_invented(demo: Path) -> None:
    """Each folder's descriptor says that its files are invented."""
    descriptors = sorted(demo.rglob("datapackage.json"))
    folders = {path.parent for path in demo.rglob("*.csv")}
    assert {path.parent for path in descriptors} == folders
    for path in descriptors:
        found = json.loads(path.read_text(encoding="utf-8"))
        assert found["description"] == STATEMENT, path
        assert "(invented)" in found["title"], path


def test_every_page_carries_the_announcement(site: Mapping[str, bytes]) -> None:
    """No page can be read, or sent on, without the words that say it is invented."""
    pages = [path for path in site if path.endswith(".html")]
    assert len(pages) > 200
    assert [path for path in pages if ANNOUNCED not in unescape(site[path].decode())] == []


def test_no_place_has_its_name_twice(site: Mapping[str, bytes]) -> None:
    """An anchor stands once on its page, whatever the rows beside it are called."""
    names = {
        path: re.findall(r' id="([^"]+)"', content.decode()) for path, content in site.items() if path.endswith("html")
    }
    assert all(names.values())
    assert [path for path, found in names.items() if len(found) != len(set(found))] == []


def test_every_download_is_described_as_invented(site: Mapping[str, bytes]) -> None:
    """Each CSV download is in a package whose description says that it is invented."""
    described: set[str] = set()
    for path, content in site.items():
        if path.endswith("datapackage.json"):
            found = json.loads(content)
            assert ANNOUNCED in found["description"], path
            described |= {path.removesuffix("datapackage.json") + resource["path"] for resource in found["resources"]}
    assert {path for path in site if path.startswith("data/") and path.endswith(".csv")} <= described


def test_every_feature_is_there(valued: Valuation) -> None:
    """Each kind, status, bound, adjustment, strength and case that the publisher knows is in the demonstration."""
    tables = valued.checked.tables
    assert set(valued.values["kind"]) == set(KINDS)
    assert set(valued.values["status"]) == set(STATUSES)
    assert set(valued.values["counts_in"]) == {"total", "memo"}
    assert set(tables["adjustments"]["scope"]) == {"framework", "measure", "programme", "project", "line"}
    assert set(valued.steps["adjustment"]) == {*tables["adjustments"]["adjustment"], "green-book-discount-rate"}
    assert set(valued.steps["effect"]) == {*enum(valued, "adjustments", "effect"), "discounting"}
    assert valued.delivery["overdue"].any()
    assert (valued.delivery["expected"] < valued.delivery["promised"]).any()
    assert valued.at_current_edition["difference"].any()
    assert set(tables["target-profiles"]["target"]) <= set(valued.targets["key"])
    assert set(tables["evidence"]["kind"]) == enum(valued, "evidence", "kind")
    assert set(valued.lines["tier"]) == enum(valued, "lines", "tier")
    assert set(tables["left-out"]["reason_kind"]) == enum(valued, "left-out", "reason_kind")
    assert set(tables["sites"]["stage"]) == enum(valued, "sites", "stage")
    assert set(tables["targets"]["strength"]) == enum(valued, "targets", "strength")
    assert set(tables["returns"]["basis"]) == {"submitted", "compiled"}
    assert set(tables["trap-cases"]["trap"]) == enum(valued, "trap-cases", "trap")
    assert set(valued.delivery["rating"]) == set(RATINGS)
    assert set(valued.lines["bound"]) == {"", "at least", "about", "up to"}
    assert set(valued.lines["counted"]) == {True, False}
    assert set(tables["superseded-lines"]["owner"]) == {row["return"].partition("/")[2] for row in facts("corrections")}
    assert set(tables["projects"]["project"]) > set(valued.lines["project"])


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("ledger.html", "A supplier’s invoice had been counted twice (invented). Before and after, line by line"),
        ("ledger.html", "£452,751.36 £371,256.12"),
        ("projects/ashwater-bypass.html", "[r] Revised: July to September 2023 A supplier’s invoice"),
        ("returns/ashwater-bypass/2023-q3-corrected.html", "£371,256.12 [r] revised: A supplier’s invoice"),
        ("projects/ashwater-bypass.html", "£6,561,246.42 [r] revised April 2023 to March 2025"),
        ("projects/ashwater-bypass.html", "8.76 full-time years of work [r] revised"),
        ("projects/ashwater-bypass.html", "The contract was signed under edition 2024.1. The current one is 2025.1."),
        ("returns/ashwater-bypass/2023-q4.html", "At the current one, 2025.1, it would be"),
        ("projects/ashwater-bypass.html", "Due on the way: 180 weeks by 31 March 2024; 310 weeks by 31 December 2024."),
        ("projects/lantern-warm-homes.html", "of it by 31 December 2024"),
        ("projects/pinecone-kitchen.html", "Overdue: its day has passed"),
        ("projects/pinecone-kitchen.html", "We take off 3.5% for each year after the first, what comes in later years"),
        (
            "projects/pinecone-kitchen.html",
            "We take off 3.75% for each year after the first, what fades as time goes by (drop-off), because:",
        ),
        ("returns/juniper-bay-sea-wall/2023-q3.html", "We take off 50%, what others made happen too (attribution)"),
        (
            "returns/juniper-bay-sea-wall/2023-q3.html",
            "That is already net of deadweight, so it is not taken off again.",
        ),
        ("projects/ashwater-bypass.html", "In 2023-24 prices (GDP deflators, published invented): fiscal £"),
        ("measures/al1.html", "£248 to £261.50 by year or area"),
        ("measures/ws2.html", "£26,990 to £35,240 by year or area"),
        ("news.html", "It takes the place of an earlier return."),
    ],
)
def test_what_was_worked_out_is_shown(site: Mapping[str, bytes], path: str, said: str) -> None:
    """Corrections, editions, steps on the way and every deduction stand on a page in words."""
    text = re.sub(r"</?(a|b|abbr)\b[^>]*>", "", unescape(site[path].decode()))
    assert said in " ".join(re.sub(r"<[^>]+>", " ", text).split())


def test_no_file_tells_a_hidden_number(
    site: Mapping[str, bytes], valued: Valuation, demo: Path, tmp_path: Path
) -> None:
    """With other small counts, each with a note that tells it, every page, chart and download stays the same."""
    data = Path(shutil.copytree(demo, tmp_path / "data"))
    assert len(valued.suppressed) > 30
    for key in valued.suppressed["key"]:
        path, row = _line_of(data, key)
        people = 1 if int(row["headcount"] or row["quantity"]) > 1 else 2
        row |= {"quantity": str(people), "headcount": ""} if not row["headcount"] else {"headcount": str(people)}
        if row["headcount"]:
            row["quantity"] = f"0.{people}"
        row["public_note"] = f"It was {people} people, {row['quantity']} in all."
        _write_line(path, row)
    other_site = publish(run.valued(run.checked(data)))
    assert [path for path in sorted({*site, *other_site}) if site.get(path) != other_site.get(path)] == []


def _line_of(data: Path, key: str) -> tuple[Path, dict[str, str]]:
    """The file of a line and its cells."""
    owner, _, number = key.partition("#")
    path = next(data.glob(f"returns/*/{owner}/lines.csv"))
    rows = csv.DictReader(io.StringIO(path.read_text(encoding="utf-8")))
    return path, next(row for row in rows if row["line"] == number)


def _write_line(path: Path, row: Mapping[str, str]) -> None:
    """Put the cells of one line in the place of those with its number."""
    rows = list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8"))))
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(row if each["line"] == row["line"] else each for each in rows)


def test_what_is_wrong_is_wanted(valued: Valuation) -> None:
    """Only the return that is meant to have errors has some; of two like warnings one was accepted."""
    checked = valued.checked
    assert {finding.owner for finding in checked.errors} == {HELD_BACK.partition("/")[2]}
    doubled = [finding for finding in checked.findings if finding.rule == "duplicate-line"]
    assert [bool(finding.accepted) for finding in sorted(doubled, key=lambda f: f.owner)] == [False, True]
    warned = {(finding.rule, finding.owner) for finding in checked.findings if finding.severity is Severity.WARNING}
    wanted = {("duplicate-line", place) for place in DOUBLED} | {("order-of-magnitude", JUMPED)}
    wanted |= {("same-as-before", REPEATED[1])}
    assert warned == {(rule, place.partition("/")[2]) for rule, place in wanted}


def enum(valued: Valuation, table: str, column: str) -> set[str]:
    """The words that a column may hold."""
    fields = valued.checked.schemas[table]["fields"]
    return set(next(field["constraints"]["enum"] for field in fields if field["name"] == column))


def test_every_quarter_of_a_plan_is_there(demo: Path) -> None:
    """24 projects are in the register, and those that report do so over eight quarters or two years."""
    register = csv.DictReader(io.StringIO((demo / "register" / "projects.csv").read_text(encoding="utf-8")))
    assert len(list(register)) == 24
    quarters = {path.name for path in (demo / "returns").glob("*/*/*") if "-q" in path.name and path.name[-1].isdigit()}
    assert len(quarters) == 8


def test_it_is_said_who_reports_when(valued: Valuation, site: Mapping[str, bytes]) -> None:
    """On one day some returns are late, some are to be sent and some come next; the page and the calendar say so."""
    found = reminders(valued.checked, date(2025, 5, 1))
    assert {each.state for each in found} == {"late", "open", "next"}
    assert "Two quarters of 2024 were never sent" in site["data/reporting.csv"].decode()
    assert "When they report" in site["reported.html"].decode()
    assert b"BEGIN:VEVENT" in site["returns-due.ics"]


def test_a_long_project_shows_its_newest_return_and_leads_to_the_others(
    valued: Valuation, site: Mapping[str, bytes]
) -> None:
    """Each line stands on the page of its return; that of the project shows all of one return and names the rest."""
    lines = valued.lines.sort_values(["end", "start"])
    long = [own for _, own in lines.groupby("project", sort=False) if len(own) > MOST_LINES]
    assert long
    for own in long:
        *_, project = own["project"]
        page = site[f"projects/{project}.html"].decode("utf-8")
        shown = set(re.findall(r'id="(line-[^"]+)"', page))
        newest = own[own["return_id"] == own["return_id"].iloc[-1]]
        assert shown == {f"line-{key.rpartition('/')[2].replace('#', '-')}" for key in newest["key"]}
        for owner in own["return_id"].unique():
            assert f'href="../returns/{owner}.html"' in page
            assert site[f"returns/{owner}.html"].count(b'id="line-') == (own["return_id"] == owner).sum()
