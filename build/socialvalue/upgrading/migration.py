"""What a migration is: the columns that a version of a schema added, and what they say in rows from before."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

Row = Mapping[str, str]


@dataclass(frozen=True)
class Migration:
    """Brings the rows of `table` to version `to` of its schema. No cell that is there already is changed by one."""

    table: str
    to: int
    added: Mapping[str, Callable[[Row], str]]
    """For each new column what a row from before says in it, as text."""
    why: str
    """What an authority should know of it, in a sentence."""


def empty(row: Row) -> str:
    """A row from before says nothing in a new column."""
    return ""
