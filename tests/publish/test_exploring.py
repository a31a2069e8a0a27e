"""The lines for the explore page: the same cells as the download, and facets that name just what there is."""

import csv
import io
import json
from collections.abc import Mapping
from typing import Any

import pytest

from socialvalue.publish.downloads import explore_data
from socialvalue.publish.downloads.csv_file import safe
from socialvalue.publish.site import Site
from socialvalue.records import Valuation


@pytest.fixture(scope="module")
def site(valuation: Valuation) -> Site:
    return Site(valuation)


@pytest.fixture(scope="module")
def data(site: Site) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(explore_data.lines_json(site))
    return found


def test_holds_every_cell_of_the_download(files: Mapping[str, bytes], data: dict[str, Any]) -> None:
    """Put together again, the columns are data/lines.csv, row for row."""
    header, *rows = csv.reader(io.StringIO(files["data/lines.csv"].decode(), newline=""))
    columns = data["columns"]
    assert [column["name"] for column in columns] == header
    written = zip(*([safe(column["cells"][place]) for place in column["rows"]] for column in columns), strict=True)
    assert [list(row) for row in written] == rows


def test_each_cell_is_written_once(data: dict[str, Any]) -> None:
    """A column lists no cell twice, so that the file stays small."""
    for column in [*data["columns"], *data["words"].values()]:
        cells = [json.dumps(cell) for cell in column["cells"]]
        assert len(cells) == len(set(cells))


def test_newest_lines_come_first(site: Site, data: dict[str, Any]) -> None:
    """The table's order has every line once, and no line before one of a later period."""
    ends = next(column for column in data["columns"] if column["name"] == "end")
    ordered = [ends["cells"][ends["rows"][row]] for row in data["newest"]]
    assert sorted(data["newest"]) == list(range(len(site.rows("lines"))))
    assert ordered == sorted(ordered, reverse=True)


def test_facets_offer_what_lines_have(site: Site, data: dict[str, Any]) -> None:
    """Each option is in some line, each line's code is an option, and each has a name."""
    for facet in data["facets"]:
        offered = [code for code, _ in facet["options"]]
        if facet["column"] in ("kind", "model"):
            present = {code for codes in data["words"][facet["column"]]["cells"] for code in codes}
        else:
            present = {str(line[facet["column"]]) for line in site.rows("lines")} - {""}
        assert set(offered) == present
        assert all(name for _, name in facet["options"])


def test_counts_in_words() -> None:
    """The count says how many there are, and that not all are shown only where that is so."""
    assert explore_data.counted(11, 11, 11) == "11 lines."
    assert explore_data.counted(1, 1, 1) == "1 line."
    assert explore_data.counted(0, 0, 0) == "No lines."
    assert explore_data.counted(1200, 3400, 100) == "1,200 of 3,400 lines. The newest 100 are shown."
