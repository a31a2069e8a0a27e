"""What a rule is: one file in rules/, which looks at whole tables and yields a hit for each thing found."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from socialvalue.check.tables import Tables
from socialvalue.records import RuleEntry
from socialvalue.records.findings import Hit

__all__ = ["PLACE", "Hit", "Rule", "about", "at"]


PLACE = ["file", "row", "owner"]
"""The columns of a typed table that `at` needs."""


def at(row: Any, column: str, message: str, mend: str = "", suggestion: str = "", value: object = "") -> Hit:
    """A hit in one cell of a typed table: `row` has file, row and owner."""
    return Hit(message, mend, row.owner, row.file, int(row.row), column, str(value), suggestion)


def about(returned: Any, column: str, message: str, mend: str = "", suggestion: str = "", value: object = "") -> Hit:
    """A hit in the descriptor of a return: `returned` is its row of the table of returns."""
    return Hit(message, mend, returned.owner, returned.file, None, column, str(value), suggestion)


@dataclass(frozen=True)
class Rule(RuleEntry):
    """A rule: its id is its file's name with hyphens, and the folder of its bad example in tests/bad/.

    Its group is one of the headings of the page of rules; its example the part of its bad example that is wrong.
    """

    find: Callable[[Tables], Iterator[Hit]]
    looks_at_wrong_cells: bool = False
    """Whether it looks at cells that are not what their column asks for. To other rules these seem empty."""
    looks_up: bool = False
    """Whether it says that a row of another table is not there. It is not asked about tables that nobody could read."""
    of_what_stands: bool = False
    """Whether it compares returns that stand: one that is held back counts for nothing beside them, and where it is a
    correction the return before it stands."""
    comes_last: bool = False
    """Whether it has nothing to say of what another rule holds back."""
