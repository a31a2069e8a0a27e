"""A code means what its own framework says, and nothing that another framework says of the same code."""

import csv
import io
import json
import shutil
from collections.abc import Callable, Mapping
from html import unescape
from pathlib import Path

import pytest

from socialvalue import run
from socialvalue.publish import publish
from socialvalue.publish.site import OF_FRAMEWORKS, Site
from socialvalue.publish.story.promises import by_measure
from socialvalue.records import Valuation

Change = Callable[[list[dict[str, str]]], None]


def beside(small: Path, folder: Path, **changes: Change) -> Path:
    """The small repository with a second framework, first by its name, that differs in some tables."""
    data = Path(shutil.copytree(small, folder / "data"))
    other = data / "frameworks" / "aaa-open"
    shutil.copytree(data / "frameworks" / "example-open", other)
    for table, change in changes.items():
        path = other / f"{table.replace('_', '-')}.csv"
        rows = list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8"))))
        change(rows)
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, list(rows[0]), lineterminator="\n")
            writer.writeheader()
            writer.writerows(rows)
    return data


def setting(key: str, code: str, **cells: str) -> Change:
    """Put other cells into the rows that have such a code."""

    def change(rows: list[dict[str, str]]) -> None:
        assert any(row[key] == code for row in rows)
        for row in rows:
            row.update(cells if row[key] == code else {})

    return change


def everywhere(**cells: str) -> Change:
    """Put other cells into every row."""

    def change(rows: list[dict[str, str]]) -> None:
        for row in rows:
            row.update(cells)

    return change


def valued(data: Path) -> Valuation:
    checked = run.checked(data)
    assert not checked.errors
    return run.valued(checked)


def without_version(site: Mapping[str, bytes]) -> dict[str, bytes]:
    """The site without the checksum of its data, which another framework changes."""
    checksum = json.loads(site["datapackage.json"])["version"].rpartition(".")[2].encode()
    return {path: content.replace(checksum, b"") for path, content in site.items()}


def pages(site: Mapping[str, bytes]) -> dict[str, str]:
    """The pages that are about what was delivered: all but those where each framework has its say."""
    return {
        path: unescape(content.decode())
        for path, content in site.items()
        if path.endswith((".html", ".json")) and not path.startswith(("measures/", "themes/", "search/", "prepare/"))
    }


@pytest.mark.parametrize(
    ("table", "change", "said"),
    [
        ("units", setting("unit", "weeks", one="fortnight", many="fortnights"), "fortnight"),
        (
            "themes",
            setting("theme", "future-workforce", name="Learning of the other kind"),
            "Learning of the other kind",
        ),
        ("unit_values", setting("measure", "fw2", caution="A caution of the other kind."), "caution of the other kind"),
        ("measures", setting("measure", "fw1", adds_up="stock"), "newest of several counts on one day"),
    ],
)
def test_the_words_of_another_framework_are_not_said(
    table: str, change: Change, said: str, small: Path, tmp_path: Path
) -> None:
    """What another framework calls a unit or a theme, cautions or adds up changes no word about a line."""
    data = beside(small, tmp_path, **{table: change})
    found = publish(valued(data))
    assert [path for path, text in pages(found).items() if said in text] == []


def test_a_line_keeps_its_framework_whatever_stands_beside_it(small: Path, tmp_path: Path) -> None:
    """With a second framework that differs everywhere, the pages of projects and returns stay the same."""
    data = beside(
        small,
        tmp_path,
        units=everywhere(one="other one", many="other ones"),
        themes=everywhere(name="Another theme"),
        unit_values=everywhere(caution="Other.", value_gbp="1", low_gbp="", high_gbp=""),
    )
    before, after = (without_version(publish(valued(folder))) for folder in (small, data))
    about = [path for path in before if path.startswith(("projects/", "returns/", "areas/", "organisations/"))]
    assert len(about) > 10
    assert [path for path in about if before[path] != after[path]] == []


def test_no_function_looks_a_code_up_without_its_framework(valuation: Valuation) -> None:
    """A table of the frameworks gives no row for a code alone."""
    site = Site(valuation)
    folders = {name: schema["folder"] for name, schema in valuation.checked.schemas.items()}
    assert sorted(OF_FRAMEWORKS) == sorted(name for name, folder in folders.items() if folder == "framework")
    for table in OF_FRAMEWORKS:
        column = str(site.frame(table).columns[3])
        with pytest.raises(KeyError, match="framework"):
            site.rows(table, column, "weeks")
        with pytest.raises(KeyError):
            site.one(table, "weeks")


def test_a_project_under_two_frameworks_keeps_its_rows_apart(small: Path, tmp_path: Path) -> None:
    """What a project counts by one code under two frameworks stands in two rows, each with its own lines."""
    data = beside(small, tmp_path)
    projects = data / "register/projects.csv"
    projects.write_text(projects.read_text(encoding="utf-8").replace("example-open,2024.1", ","), encoding="utf-8")
    later = data / "returns/road-fund/north-road/2024-q2/datapackage.json"
    descriptor = json.loads(later.read_text(encoding="utf-8"))
    later.write_text(json.dumps({**descriptor, "framework": "aaa-open"}), encoding="utf-8")
    asked = [finding for finding in run.checked(data).errors if "signed under no framework" in finding.message]
    assert {finding.rule for finding in asked} == {"target-measure-known"}
    targets = data / "register/targets.csv"
    kept = [row for row in targets.read_text(encoding="utf-8").splitlines() if ",north-road," not in row]
    targets.write_text("\n".join(kept) + "\n", encoding="utf-8")
    found = valued(data)
    lines = found.lines[(found.lines["project"] == "north-road") & found.lines["counted"]]
    twice = lines.groupby("measure")["framework"].nunique()
    assert (twice > 1).any()
    site = Site(found)
    rows = by_measure(site, "north-road")
    assert len({(row["framework"], row["measure"]) for row in rows}) == len(rows)
    assert sum(row["lines"] for row in rows) == len(lines)


def test_values_lead_to_the_unit_value_of_their_framework(valuation: Valuation, files: Mapping[str, bytes]) -> None:
    """In the data package a link from a £ names framework and unit value, as the key of unit-values does."""
    package = json.loads(files["datapackage.json"])
    schemas = {resource["name"]: resource["schema"] for resource in package["resources"]}
    links = [
        (name, link["reference"])
        for name, schema in schemas.items()
        for link in schema.get("foreignKeys", ())
        if link["reference"]["resource"] in OF_FRAMEWORKS
    ]
    assert len(links) > 3
    assert [name for name, reference in links if reference["fields"] != ["measure"] or name != "measures"]
    within = [reference["fields"][0] == "framework" for name, reference in links if name != "measures"]
    assert len(within) > 2
    assert all(within)
