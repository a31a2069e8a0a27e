"""The version of the data changes with the data and with nothing else, and stands wherever people cite from."""

import json
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from socialvalue.publish.downloads.version import version
from socialvalue.publish.site import Site
from socialvalue.records import Valuation
from socialvalue.value import value


def changed(valuation: Valuation, table: str = "", column: str = "", cell: Any = "", **settings: str) -> Valuation:
    """The valuation with another cell in the first row of a checked table, or with other settings."""
    tables = dict(valuation.checked.tables)
    if table:
        frame = tables[table].copy()
        frame[column] = frame[column].astype(object)
        frame.loc[frame.index[0], column] = cell
        tables[table] = frame.infer_objects()
    checked = replace(valuation.checked, tables=tables, settings=replace(valuation.checked.settings, **settings))
    return value(checked)


def test_it_is_the_day_of_the_newest_data_and_a_checksum(valuation: Valuation) -> None:
    """A site that names no month of compiling has the day on which the newest return came."""
    known = version(Site(valuation))
    assert known.startswith("2026-11.")
    bare = changed(valuation, compiled_on="")
    newest = max(row["received_on"] or row["compiled_on"] for row in Site(bare).rows("returns"))
    assert newest
    assert version(Site(bare)).startswith(f"{newest}.")


def test_it_changes_with_a_cell_and_not_with_an_address(valuation: Valuation) -> None:
    """Another cell of any download makes another version; where the site stands does not."""
    known = version(Site(valuation))
    assert version(Site(valuation, "https://example.org/")) == known
    assert version(Site(changed(valuation))) == known
    assert version(Site(changed(valuation, "sources", "title", "Another title"))) != known


def test_it_stands_on_every_page_and_in_every_package(files: Mapping[str, bytes], valuation: Valuation) -> None:
    """At the foot of each page, in each citation, and in each data package."""
    known = version(Site(valuation))
    pages = {path: content.decode() for path, content in files.items() if path.endswith(".html")}
    assert len(pages) > 30
    missing = [path for path, page in pages.items() if f"Data, version {known}." not in page]
    assert missing == []
    cited = [path for path, page in pages.items() if "Cite:" in page]
    assert [path for path in cited if f"Version {known}" not in pages[path]] == []
    packages = [json.loads(content) for path, content in files.items() if path.endswith("datapackage.json")]
    assert {package["version"] for package in packages} == {known}
