"""Two invented authorities: the small one, and one that is like it in all that decides a figure but its numbers."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from gathering.packages import write
from socialvalue.gathering.gather import gathered
from socialvalue.gathering.sites import read_sites
from socialvalue.records.gathered import Gathered
from socialvalue.web_request import Rules

ANYBODY = Rules(lambda address: "", lambda number: True)
"""So that a server on this machine can be asked."""


@pytest.fixture
def north(files: Mapping[str, bytes], tmp_path: Path) -> Path:
    return write(files, tmp_path / "north")


@pytest.fixture
def south(files: Mapping[str, bytes], tmp_path: Path) -> Path:
    return write(files, tmp_path / "south")


@pytest.fixture
def gather() -> Callable[[Path], Gathered]:
    """What is gathered of a list; its Parquet files are gone by then."""

    def read(path: Path) -> Gathered:
        with gathered(read_sites(path), lambda words: None, ANYBODY) as found:
            return found

    return read
