"""The lines for the explore page: the same cells as the download, and facets that name just what there is."""

import csv
import io
import json
from collections.abc import Mapping
from typing import Any

import pytest

from socialvalue.publish.downloads import explore_data, explore_facets
from socialvalue.publish.formats.csv_file import safe
from socialvalue.publish.site import Site
from socialvalue.records import Valuation


@pytest.fixture(scope="module")
def site(valuation: Valuation) -> Site:
    return Site(valuation)


@pytest.fixture(params=[explore_data.PART, 3], ids=["one part", "parts of three"])
def parts(request: pytest.FixtureRequest, site: Site, monkeypatch: pytest.MonkeyPatch) -> list[dict[str, Any]]:
    """The index of the lines, then each part of them."""
    monkeypatch.setattr(explore_data, "PART", request.param)
    files = explore_data.explore_files(site)
    told = json.loads(files["explore/lines.json"])
    return [told, *(json.loads(files[f"explore/lines-{number}.json"]) for number in range(told["parts"]))]


def cells(part: dict[str, Any], kind: str, name: str) -> list[Any]:
    return [part[kind][name]["cells"][place] for place in part[kind][name]["rows"]]


def test_holds_every_cell_of_the_download(files: Mapping[str, bytes], parts: list[dict[str, Any]]) -> None:
    """Put together again, the columns are data/lines.csv, row for row, with the type of each."""
    header, *rows = csv.reader(io.StringIO(files["data/lines.csv"].decode(), newline=""))
    told, *lines = parts
    assert [column["name"] for column in told["columns"]] == header
    assert {column["type"] for column in told["columns"]} >= {"string", "number", "integer"}
    found = {}
    for part in lines:
        written = zip(*(map(safe, cells(part, "columns", name)) for name in header), strict=True)
        found |= dict(zip(part["place"], map(list, written), strict=True))
    assert [found[place] for place in range(len(rows))] == rows
    assert told["lines"] == len(rows)


def test_each_cell_is_written_once(parts: list[dict[str, Any]]) -> None:
    """A column of a part lists no cell twice, so that the file stays small."""
    for part in parts[1:]:
        for column in [*part["columns"].values(), *part["words"].values()]:
            each = [json.dumps(cell) for cell in column["cells"]]
            assert len(each) == len(set(each))


def test_newest_lines_come_first(parts: list[dict[str, Any]]) -> None:
    """No line comes before one of a later period, in whatever part it is."""
    ends = [end for part in parts[1:] for end in cells(part, "columns", "end")]
    assert ends == sorted(ends, reverse=True)


def test_facets_offer_what_lines_have(parts: list[dict[str, Any]]) -> None:
    """Each option is in as many lines as it says, each line's code is an option, and its names tell options apart."""
    told, *lines = parts
    for facet in told["facets"]:
        column = facet["column"]
        kind = "words" if f"_{column}" in lines[0]["words"] else "columns"
        name = f"_{column}" if kind == "words" else column
        present = [code for part in lines for cell in cells(part, kind, name) for code in _codes(cell)]
        assert {code: present.count(code) for code in present} == {
            code: count for code, _label, _name, count in facet["options"]
        }
        names = [name for _code, _label, name, _count in facet["options"]]
        assert len(set(names)) == len(names)
        assert all(label for _code, label, _name, _count in facet["options"])


@pytest.mark.parametrize("size", [4, 100])
def test_choices_of_many_lines_are_those_of_their_parts(site: Site, monkeypatch: pytest.MonkeyPatch, size: int) -> None:
    """Where lines come in parts, what they can be narrowed by is told for all of them, in files of its own."""
    monkeypatch.setattr(explore_data, "PART", 3)
    monkeypatch.setattr(explore_data, "CHOICES", size)
    files = explore_data.explore_files(site)
    told = json.loads(files["explore/lines.json"])
    lines = [json.loads(files[f"explore/lines-{number}.json"]) for number in range(told["parts"])]
    choices = [json.loads(files[f"explore/choices-{number}.json"]) for number in range(told["choices"])]
    assert len(choices) == -(-told["lines"] // size)
    for column in (facet["column"] for facet in told["facets"]):
        kind, name = ("words", f"_{column}") if f"_{column}" in lines[0]["words"] else ("columns", column)
        chosen = [each[column]["cells"][place] for each in choices for place in each[column]["rows"]]
        assert chosen == [cell for part in lines for cell in cells(part, kind, name)]


def test_few_lines_need_no_file_of_choices(site: Site) -> None:
    """They come in one part, which tells what they can be narrowed by."""
    files = explore_data.explore_files(site)
    assert set(files) == {"explore/lines.json", "explore/lines-0.json"}


def _codes(cell: Any) -> list[str]:
    return cell if isinstance(cell, list) else [cell] if cell else []


def test_a_choice_that_tells_nothing_is_not_offered(site: Site) -> None:
    """A facet whose only option every line has stays for addresses that name it."""
    every = len(site.rows("lines"))
    for facet in explore_facets.facets(site):
        tells = any(option.lines < every for option in facet.options)
        assert facet.asked or tells, facet.name


def test_addresses_say_names(site: Site) -> None:
    """A place goes by the name of its page, a measure by what it is called."""
    facets = {facet.name: facet.options for facet in explore_facets.facets(site)}
    assert "northtown" in {option.name for option in facets["place"]}
    assert {option.code: option.name for option in facets["measure"]}["fw2"] != "fw2"
    assert not {option.name for option in facets["measure"]} & {row["measure"] for row in site.rows("measures")}


def test_a_line_without_an_area_is_where_its_project_is(site: Site) -> None:
    """A line stands where it says; else in the places of its project, or in all that this covers."""
    lines, places = site.rows("lines"), explore_facets.places_of(site)
    for line, found in zip(lines, places, strict=True):
        rows = site.rows("places", "project", line["project"])
        if line["area"]:
            assert found == [line["area"]]
        elif any(row["whole"] for row in rows):
            assert found == [explore_facets.WHOLE]
        else:
            assert found == [row["area"] for row in rows]


@pytest.mark.parametrize(
    ("year", "span"), [(2015, "2011-2015"), (2016, "2016-2020"), (2020, "2016-2020"), (2021, "2021-2025")]
)
def test_many_years_are_taken_five_by_five(year: int, span: str) -> None:
    """A span ends in a year that ends in 0 or 5."""
    assert explore_facets._five(year) == span


def test_counts_in_words() -> None:
    """The count says how many there are, and how many of them are shown where that is fewer."""
    assert explore_data.counted(11, 11) == "11 lines"
    assert explore_data.counted(1, 1) == "1 line"
    assert explore_data.counted(0, 0) == "No lines"
    assert explore_data.counted(1200, 3400) == "1,200 of 3,400 lines"
