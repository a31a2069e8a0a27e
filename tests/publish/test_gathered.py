"""Pages that gather lines: rows that open, families that stay apart, order only where it means something; the doors."""

import csv
import io
import json
import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest

from socialvalue import run
from socialvalue.publish import publish
from socialvalue.publish.site import Site
from socialvalue.publish.story.gathered_answers import measure_answers
from socialvalue.publish.story.member_folders import FOLDERS, folder_of
from socialvalue.publish.story.ranking import most_of
from socialvalue.records import Valuation


@pytest.fixture
def site(valuation: Valuation) -> Site:
    return Site(valuation)


def test_the_largest_is_said_by_sums_and_never_by_what_is_at_most_so(site: Site) -> None:
    """Sums of a project stand in the valuation; "up to" comes after what was counted."""
    for row in site.each("measures"):
        most = most_of(site, "measure", row["measure"], row)
        sums = most.sums if most else []
        assert sums == sorted(sums, key=lambda each: (each["bound"] == "up to", -each["quantity"]))


@pytest.mark.parametrize("measure", ["fw2", "le1"])
def test_a_measure_says_what_it_is_worth_or_why_not(site: Site, measure: str) -> None:
    """One question each, none twice."""
    found = [each["question"] for each in measure_answers(site, site.leading("measures", measure))]
    assert len(found) == len(set(found))
    assert "Worth" in found


def test_a_measure_that_nobody_counted_is_not_said_to_have_no_value(small: Path, tmp_path: Path) -> None:
    """What one of it would be worth stands on the page; only what was delivered has no £ yet."""
    data = tmp_path / "data"
    shutil.copytree(small, data)
    values = data / "frameworks" / "example-open" / "unit-values.csv"
    values.write_text(values.read_text("utf-8").replace("claimant-fiscal,fw2,", "claimant-fiscal,po2,"), "utf-8")
    measures = data / "frameworks" / "example-open" / "measures.csv"
    text = measures.read_text("utf-8")
    row = next(row for row in text.splitlines() if row.startswith("fw2,"))
    measures.write_text(text + row.replace("fw2,People off benefit into work", "po2,Lives saved") + "\n", "utf-8")
    site = Site(run.valued(run.checked(data)))
    worth = {each["question"]: each["answer"] for each in measure_answers(site, site.leading("measures", "po2"))}
    assert worth["Worth"] == "Nothing yet"


def test_every_member_with_a_line_has_doors_to_plain_files(files: Mapping[str, bytes], site: Site) -> None:
    """The CSV and the JSON of a member hold just its lines, and its page links to both without a script."""
    whole = list(csv.DictReader(io.StringIO(files["data/lines.csv"].decode())))
    for dimension in FOLDERS:
        column = "place" if dimension == "area" else dimension
        for member in {line[column] for line in site.rows("lines") if line.get(column)}:
            folder = folder_of(site, dimension, member)
            rows = list(csv.DictReader(io.StringIO(files[f"{folder}lines.csv"].decode())))
            mine = {line["key"] for line in site.lines_of(dimension, member)}
            assert rows == [row for row in whole if row["key"] in mine]
            told = json.loads(files[f"{folder}lines.json"])
            assert [row["key"] for row in told] == [row["key"] for row in rows]
            page = files[folder.removeprefix("data/").removesuffix("/") + ".html"].decode()
            for path in (f"{folder}lines.csv", f"{folder}lines.json"):
                assert f'href="../{path}"' in page


def test_json_keeps_every_digit_and_every_type(files: Mapping[str, bytes]) -> None:
    """A number is a number with the digits of the CSV, yes is true, and an empty cell is left out."""
    text = files["data/projects/north-road/lines.json"].decode()
    told = json.loads(text, parse_float=str, parse_int=str)
    rows = list(csv.DictReader(io.StringIO(files["data/projects/north-road/lines.csv"].decode())))
    for line, row in zip(told, rows, strict=True):
        assert line["quantity"] == row["quantity"]
        assert line["counted"] is (row["counted"] == "yes")
        assert line.keys() == {name for name, cell in row.items() if cell}


def test_a_line_that_could_run_as_a_formula_is_guarded_in_every_file(small: Path, tmp_path: Path) -> None:
    """The files of a place are as safe in a spreadsheet as the whole table."""
    data = tmp_path / "data"
    shutil.copytree(small, data)
    lines = next((data / "returns").rglob("2023-q4/lines.csv"))
    rows = list(csv.DictReader(io.StringIO(lines.read_text(encoding="utf-8"))))
    rows[0]["public_note"] = "=1+1"
    with lines.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, rows[0], lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    files = publish(run.valued(run.checked(data)))
    found = [path for path, content in files.items() if path.endswith("lines.csv") and b"=1+1" in content]
    assert len(found) > 3
    assert all(b"'=1+1" in files[path] for path in found)
