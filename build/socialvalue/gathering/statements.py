"""The statements that make every sum. They are plain SQL, and say the same on DuckDB and on Spark."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

SQL = Path(__file__).parent / "sql"
ORDER = ("members", "sums", "joint")
"""The folders of the statements, in the order in which they build on each other."""


class Statement(NamedTuple):
    """A query, and the name that its rows go by in the statements after it."""

    name: str
    text: str
    published: bool
    """Whether its rows are a table of sums; the others only say which lines go into which sum."""


def statements() -> Iterator[Statement]:
    """Every statement, in order."""
    for folder in ORDER:
        for path in sorted((SQL / folder).glob("*.sql")):
            yield Statement(path.stem, path.read_text(encoding="utf-8"), folder != "members")
