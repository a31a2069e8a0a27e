"""No two pages have one address: names that the site keeps for itself are refused, and what slips through is told."""

import dataclasses
from pathlib import Path

import pytest

from socialvalue import run
from socialvalue.check.rules.reserved_name import NAMES, RESERVED
from socialvalue.errors import BrokenRepository
from socialvalue.publish import publish
from socialvalue.records import Checked


@pytest.mark.parametrize(("table", "column"), NAMES)
def test_a_name_kept_for_the_list_of_a_folder_is_refused(
    table: str, column: str, checked: Checked, small: Path, tmp_path: Path
) -> None:
    """For every kind of page that is called by a name of the data, `index` is an error of its table."""
    import csv
    import shutil

    data = tmp_path / "data"
    shutil.copytree(small, data)
    path = next(data.rglob(f"{table}.csv"))
    with path.open(newline="") as file:
        rows = list(csv.DictReader(file))
    rows[0][column] = "index"
    with path.open("w", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
    found = [finding for finding in run.checked(data).findings if finding.rule == "reserved-name"]
    assert [(finding.column, finding.row) for finding in found] == [(column, 2)]


def test_every_folder_of_pages_has_its_column_among_the_names(files: dict[str, bytes]) -> None:
    """A new kind of page cannot be forgotten: each folder with a list and pages beside it is one that is looked at."""
    folders = {path.split("/")[0] for path in files if path.endswith("/index.html") and path.count("/") == 1}
    pages = {path.split("/")[0] for path in files if path.endswith(".html") and not path.endswith("index.html")}
    looked_at = {table for table, _ in NAMES}
    assert (folders & pages) - looked_at == {"returns", "years"}, "whose names are periods and years"
    assert {"index", "con", "com1"} <= RESERVED


def test_two_pages_of_one_address_are_told_by_name(checked: Checked, small: Path) -> None:
    """Were the check to miss it, the page of an area would not silently take the place of the list."""
    areas = checked.tables["areas"].copy()
    areas["slug"] = areas["slug"].astype(object)
    areas.loc[areas.index[0], "slug"] = "index"
    given = dataclasses.replace(checked, tables={**checked.tables, "areas": areas})
    with pytest.raises(BrokenRepository, match="Two pages have the address areas/index"):
        publish(run.valued(given))
