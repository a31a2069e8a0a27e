"""What a migration is: columns that a version of a schema added, with what they say in older rows, or left."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

Row = Mapping[str, str]


@dataclass(frozen=True)
class Migration:
    """Brings the rows of `table` to version `to` of its schema. No cell that stays is changed by one."""

    table: str
    to: int
    added: Mapping[str, Callable[[Row], str]]
    """For each new column what a row from before says in it, as text."""
    why: str
    """What an authority should know of it, in a sentence."""
    gone: Sequence[str] = ()
    """The columns that the table has no more."""


def empty(row: Row) -> str:
    """A row from before says nothing in a new column."""
    return ""
