"""What is published can be taken, read and worked out again by anyone."""

import csv
import io
import json
from collections import defaultdict
from collections.abc import Mapping
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from pathlib import Path

import pytest
from frictionless import Package

from socialvalue.publish.formats.csv_file import csv_file, safe

PENNY = Decimal("0.01")


def rows(files: Mapping[str, bytes], path: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(files[path].decode("utf-8"), newline="")))


def rounded(exact: Fraction) -> Decimal:
    return (Decimal(exact.numerator) / Decimal(exact.denominator)).quantize(PENNY, ROUND_HALF_UP)


@pytest.fixture(scope="session")
def written(files: Mapping[str, bytes], tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("published")
    for path, content in files.items():
        if path.endswith((".csv", "datapackage.json", ".schema.json")):
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_bytes(content)
    return folder


def test_every_data_package_is_valid_for_frictionless(written: Path) -> None:
    """The package at the root, those of a project or programme, and those cut up by member pass frictionless."""
    packages = sorted(written.rglob("datapackage.json"))
    assert len(packages) == 10
    for path in packages:
        report = Package(str(path.relative_to(written)), basepath=str(written)).validate()
        assert report.valid, report.flatten(["title", "rowNumber", "message"])


def test_each_value_can_be_worked_out_again_to_the_penny(files: Mapping[str, bytes]) -> None:
    """Quantity x unit value x uprating, less each step's rate, is the published gross and net."""
    rates: dict[tuple[str, str], list[Fraction]] = defaultdict(list)
    for step in rows(files, "data/steps.csv"):
        rates[step["key"], step["unit_value"]].append(Fraction(step["rate"]))
    values = rows(files, "data/values.csv")
    assert values
    for value in values:
        gross = Fraction(value["quantity"]) * Fraction(value["value_gbp"]) * Fraction(value["uprating"])
        net = gross
        for rate in rates[value["key"], value["unit_value"]]:
            net *= 1 - rate
        assert Decimal(value["gross_gbp"]) == rounded(gross), value
        assert Decimal(value["net_gbp"]) == rounded(net), value


def test_each_total_is_the_sum_of_its_published_values(files: Mapping[str, bytes]) -> None:
    """Every row of totals.csv is the sum of the rows of values.csv that it names."""
    values = [v for v in rows(files, "data/values.csv") if v["counts_in"] == "total" and v["counted"] == "yes"]
    totals = rows(files, "data/totals.csv")
    assert {total["dimension"] for total in totals} >= {"all", "programme", "project", "measure", "area", "year"}
    for total in totals:
        behind = [
            value
            for value in values
            if (value["kind"], value["status"]) == (total["kind"], total["status"])
            and (total["dimension"] == "all" or value[total["dimension"]] == total["member"])
        ]
        for column in ("gross_gbp", "net_gbp", "real_gbp", "deducted_gbp"):
            assert Decimal(total[column]) == sum(Decimal(value[column]) for value in behind), total
        assert int(total["lines"]) == len({value["key"] for value in behind})
        for end, other in (("low_gbp", "high_gbp"), ("high_gbp", "low_gbp")):
            known = any(value[end] for value in behind) and all(value[end] or not value[other] for value in behind)
            assert total[end] == (str(sum(Decimal(v[end] or v["net_gbp"]) for v in behind)) if known else ""), total


def test_no_total_crosses_kinds(files: Mapping[str, bytes]) -> None:
    """Each total names one kind, and there is none that stands for all kinds."""
    kinds = {total["kind"] for total in rows(files, "data/totals.csv")}
    assert kinds <= {"fiscal", "economic", "wellbeing", "environmental", "community", "local"}


def test_a_project_has_its_own_rows_and_no_others(files: Mapping[str, bytes]) -> None:
    """The files of a project are the rows of the whole that name it."""
    whole = [row for row in rows(files, "data/lines.csv") if row["project"] == "north-road"]
    assert rows(files, "data/projects/north-road/lines.csv") == whole


def test_descriptors_name_the_checksum_of_each_file(files: Mapping[str, bytes]) -> None:
    """A reader can tell whether a download arrived whole."""
    import hashlib

    package = json.loads(files["datapackage.json"])
    for resource in package["resources"]:
        assert resource["hash"] == f"sha256:{hashlib.sha256(files[resource['path']]).hexdigest()}"


@pytest.mark.parametrize(
    "cell",
    [
        *("=1+1", "+44", "@SUM(A1)", "-x", "\t1", "\r1", "＝1", "-1-1", "\ufeff=1", "\u200b=1", " =1", "-1\n"),
        *("%1", "; a", "|cmd", "％1", "；a", " ;a", "\x00", "\u202e=1", "\x85=1", "\U000e0041=1"),
    ],
)
def test_no_cell_runs_in_a_spreadsheet(cell: str) -> None:
    """A cell that a spreadsheet would run is shown as text instead."""
    assert safe(cell) == "'" + cell


@pytest.mark.parametrize(
    ("cell", "guarded"),
    [
        ("paid; =1+1", "paid;' =1+1"),
        ("a;=1;-2;b;@c", "a;'=1;'-2;b;'@c"),
        ("a|=1", "a|'=1"),
        ("a\t=1", "a\t'=1"),
        ("two\n=1", "two\n'=1"),
        ("a；＝1", "a；'＝1"),
        (";=1", "';'=1"),
        ("\t=1", "'\t'=1"),
        ("=1;=2", "'=1;'=2"),
        ('a;"=1+1;b', "a;'\"=1+1;b"),
        (';"=1+1;', "';'\"=1+1;"),
        ('x";"=1;', 'x";\'"=1;'),
        ('a; "" \u200b"=1', 'a;\' "" \u200b"=1'),
        ('a\n"-1', "a\n'\"-1"),
    ],
)
def test_nothing_runs_where_a_spreadsheet_cuts_a_row_elsewhere(cell: str, guarded: str) -> None:
    """Where a list is parted by semicolons, a spreadsheet cuts our cells there: no part may begin a formula."""
    assert safe(cell) == guarded
    for mark in ";|\t\n；":
        for part in guarded.split(mark):
            assert not part.lstrip(' "\u200b').startswith(tuple("=+-@%＝"))


@pytest.mark.parametrize("before", ["", "Weeks", 'say "so"'])
@pytest.mark.parametrize(
    "cell", ['a;"=1+1;b', ';"=1+1;', 'x";"=1;', "a;=1", 'a;" "=1', 'a\t"@x', 'a|""+1', 'a\n"=1', '"=1']
)
def test_whoever_cuts_our_rows_with_another_sign_finds_no_formula(before: str, cell: str) -> None:
    """Python's own reader with the signs of other countries: no cell begins a formula; with commas all is there."""
    content = csv_file(["a", "b", "c"], [[before, cell, "end"], [cell, before, cell]]).decode()
    for mark in ";|\t":
        for row in csv.reader(io.StringIO(content, newline=""), delimiter=mark):
            assert not [part for part in row if part.lstrip().startswith(tuple("=+-@%"))], mark
    read = list(csv.reader(io.StringIO(content, newline="")))
    assert read[1:] == [[before, safe(cell), "end"], [safe(cell), before, safe(cell)]]


@pytest.mark.parametrize(
    "cell",
    [
        "-12.50",
        "-3",
        "text - with a dash",
        "12",
        "",
        "a; b",
        "1; 2",
        "5%",
        "a = b",
        "north-road/2024-q2#4",
        'a; "b"',
        '"a";"b"',
    ],
)
def test_numbers_and_plain_words_stay_as_they_are(cell: str) -> None:
    """A real negative number stays a number."""
    assert safe(cell) == cell


def test_csv_is_rfc_4180(files: Mapping[str, bytes]) -> None:
    """Rows end in CRLF, quotes are doubled, text is UTF-8 without a mark."""
    assert csv_file(["a", "b"], [['say "yes"', "é, ü"]]) == 'a,b\r\n"say ""yes""","é, ü"\r\n'.encode()
