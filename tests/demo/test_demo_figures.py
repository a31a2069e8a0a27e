"""Every figure of the demonstration can be worked out again from its downloads alone."""

import csv
import io
import re
from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

from frictionless import Package

from demo.recomputing import Recomputed, pounds


def test_its_data_package_is_valid_for_frictionless(site: Mapping[str, bytes], tmp_path: Path) -> None:
    """Every table of the whole passes from outside, with each link from one table to another."""
    for path, content in site.items():
        if path == "datapackage.json" or re.fullmatch(r"data/[^/]+\.csv", path):
            (tmp_path / path).parent.mkdir(exist_ok=True)
            (tmp_path / path).write_bytes(content)
    package = Package("datapackage.json", basepath=str(tmp_path))
    assert {"resource": "targets", "fields": ["key"]} in [
        link["reference"] for link in package.get_resource("target-profiles").schema.foreign_keys
    ]
    report = package.validate()
    assert report.valid, report.flatten(["title", "rowNumber", "message"])


def test_every_pound_can_be_worked_out_again_from_the_downloads_alone(site: Mapping[str, bytes]) -> None:
    """A reader with the files and the rules of the method page comes to the same figures, to the penny."""
    names = ("lines", "returns", "projects", "targets", "measures", "unit-values", "adjustments", "deflators", "values")
    tables = {name: list(csv.DictReader(io.StringIO(site[f"data/{name}.csv"].decode()))) for name in names}
    amounts = ("gross", "deducted", "net", "real", "low", "high")
    published = {
        (row["key"], row["unit_value"]): {name: row[f"{name}_gbp"] for name in amounts} for row in tables["values"]
    }
    assert len(published) > 900
    assert Recomputed(tables).values() == published


def test_the_ends_of_each_range_on_a_page_are_the_sums_of_its_lines(site: Mapping[str, bytes]) -> None:
    """Low and high of what was delivered, as drawn, are summed from values.csv, and stand on their sides of the net.

    Where a line has one end alone, nobody knows the other end of its sum.
    """
    values = [row for row in table(site, "values") if row["counted"] == "yes" and row["counts_in"] == "total"]
    ranged = 0
    for path in site:
        if drawn := re.fullmatch(r"charts/value-by-kind/(\w+)/([\w-]+)\.csv", path):
            dimension, member = drawn.groups()
            for row in csv.DictReader(io.StringIO(site[path].decode())):
                mine = [
                    value
                    for value in values
                    if value["kind"] == row["kind"]
                    and value["status"] != "committed"
                    and (dimension == "all" or value[dimension.replace("return_id", "return")] == member)
                ]
                low, high = end_of(mine, "low", "high"), end_of(mine, "high", "low")
                assert (row["low"], row["high"]) == (low, high), path
                assert Decimal(low or row["net"]) <= Decimal(row["net"]) <= Decimal(high or row["net"])
                ranged += bool(low and high)
    assert ranged > 50


def end_of(values: list[dict[str, str]], end: str, other: str) -> str:
    """The sum of one end, as it is written."""
    given = [value[f"{end}_gbp"] for value in values]
    if not any(given) or any(value[f"{other}_gbp"] and not value[f"{end}_gbp"] for value in values):
        return ""
    return f"{sum(Decimal(value[f'{end}_gbp'] or value['net_gbp']) for value in values):.2f}"


def table(site: Mapping[str, bytes], name: str) -> list[dict[str, str]]:
    """A download as rows of text."""
    return list(csv.DictReader(io.StringIO(site[f"data/{name}.csv"].decode())))


def test_each_working_can_be_multiplied_through(site: Mapping[str, bytes]) -> None:
    """Gross times what each step leaves is net, rounded once: by the share of the step, also over several years."""
    left = {(row["key"], row["unit_value"]): Fraction(row["gross_gbp"]) for row in table(site, "values")}
    exact = {
        (row["key"], row["unit_value"]): Fraction(row["quantity"])
        * Fraction(row["value_gbp"])
        * Fraction(row["uprating"])
        for row in table(site, "values")
    }
    yearly = 0
    for step in table(site, "steps"):
        name = step["key"], step["unit_value"]
        exact[name] *= 1 - Fraction(step["share"])
        left[name] -= Fraction(step["taken_gbp"])
        yearly += Fraction(step["share"]) != Fraction(step["rate"])
    assert yearly > 50
    for row in table(site, "values"):
        name = row["key"], row["unit_value"]
        assert pounds(100 * exact[name]) == row["net_gbp"] == f"{float(left[name]):.2f}"


def test_every_sum_carries_its_bound(site: Mapping[str, bytes]) -> None:
    """What pages say with “at least”, the downloads say with a bound: of each £, and of each total."""
    bounds = {row["key"]: row["bound"] for name in ("lines", "targets") for row in table(site, name)}
    values = table(site, "values")
    assert [row["key"] for row in values if row["bound"] != bounds[row["key"]]] == []
    assert {row["bound"] for row in values} > {"", "at least"}
    for total in table(site, "totals"):
        mine = {
            row["bound"]
            for row in values
            if row["counted"] == "yes" and row["counts_in"] == "total"
            and (row["kind"], row["status"]) == (total["kind"], total["status"])
            and (total["dimension"] == "all" or row[total["dimension"]] == total["member"])
        } - {""}  # fmt: skip
        assert total["bound"] == (mine.pop() if len(mine) == 1 else "more or less" if mine else "")
