"""A row of a list as it may become a row of the register."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from socialvalue.intake.questions import Answers, Question
from socialvalue.intake.registering.cells import Cell, Value, value_of
from socialvalue.intake.registering.known import KEYS, Known, Row
from socialvalue.intake.workbook import Place

NEW = "new"
"""The answer that makes a row of its own."""


class Waits(Exception):
    """A question about a row stands open: its key."""


@dataclass
class Proposal:
    """A row of a list as a row of the register."""

    table: str
    cells: Row
    at: tuple[str, int]
    """Its sheet and row."""
    columns: frozenset[str] = frozenset()
    """The columns that its list has."""
    places: dict[str, Place] = field(default_factory=dict)
    """The cell that each column came from."""
    linked: dict[str, list[str]] = field(default_factory=dict)
    """What it is linked with: `area` and `contractor`, as keys."""
    numbers: Sequence[str] = ()
    """The public numbers of its contractors, in their order."""
    number_at: Place = (0, 0)
    """The cell that they came from."""


def named_by_key(found: Proposal, known: Known) -> None:
    """Take for a key, a number or a short name what a column of names says of a row that is called otherwise."""
    table, name = found.table, found.cells.get("name", "")
    if table == "areas" or not name or found.cells.get(KEYS[table]):
        return
    row = known.rows.get(table, {}).get(key := known.find(table, name), {})
    if row and not set(known.forms(table, name)) & set(known.forms(table, row["name"])):
        found.cells |= {KEYS[table]: key, "name": row["name"]}


def answered(answers: Answers, question: Question) -> str:
    """The answer to a question. Raises Waits where it stands open."""
    said = answers.to(question)
    if not said:
        raise Waits(question.key)
    return said


def value_said(cell: Cell, column: str, field: Mapping[str, Any], order: str, answers: Answers, table: str) -> Value:
    """The value of a cell. Raises Waits where a question about it stands open."""
    value = value_of(cell, column, field, order, answers, table)
    if value.waits:
        raise Waits(value.waits)
    return value
