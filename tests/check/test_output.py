"""What is published is held to its own schemas before it is written."""

from collections.abc import Mapping

import pytest

from socialvalue.check import confirm
from socialvalue.errors import BrokenRepository
from socialvalue.records import Checked


def test_what_is_published_fits_its_schemas(files: Mapping[str, bytes], checked: Checked) -> None:
    """Every table that is worked out has a schema and keeps to it."""
    assert len(checked.published) >= 10
    confirm(files, checked.published)


@pytest.mark.parametrize(
    ("table", "old", "new", "words"),
    [
        ("lines", b"road-fund", b"Road Fund", "row 2"),
        ("totals", b"gross_gbp", b"gross", "row 1"),
        ("values", b"fiscal", b"social", "social"),
    ],
)
def test_a_table_that_does_not_fit_stops_the_build(
    table: str, old: bytes, new: bytes, words: str, files: Mapping[str, bytes], checked: Checked
) -> None:
    """A wrong word, column or code is named with its file and row, as a fault of the program."""
    path = f"data/{table}.csv"
    assert old in files[path]
    with pytest.raises(BrokenRepository, match=words) as stopped:
        confirm({**files, path: files[path].replace(old, new)}, checked.published)
    assert path in str(stopped.value)


def test_a_row_that_stands_twice_stops_the_build(files: Mapping[str, bytes], checked: Checked) -> None:
    """A key is published once."""
    path = "data/lines.csv"
    twice = files[path] + files[path].splitlines(keepends=True)[1]
    with pytest.raises(BrokenRepository, match="already in row 2"):
        confirm({**files, path: twice}, checked.published)
