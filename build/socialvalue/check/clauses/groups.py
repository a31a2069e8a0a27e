"""Say of each row what the rows beside it come to: those of its return that are alike in some columns.

A rule names which rows take part (`among`) and in what they are alike. Then `nth()` is how many rows of its group a row
has before it, `many()` how many there are, `total(x)` and `before(x)` the sum of all and of those before it, `some(…)`
whether it is so of any, `last(…)` whether a row is the last of which it is so, `earlier(column)` whether one before it
says the same, and `of_first(column, …)` the cell of the first of which it is so. Sums are exact.
"""

from collections.abc import Callable, Collection, Sequence
from typing import Any

import numpy as np
import pandas as pd

from socialvalue.check.clauses.evaluating import Numbers, Texts, Value, holds, value
from socialvalue.check.clauses.expression import Tree
from socialvalue.check.clauses.vocabulary import RowColumns
from socialvalue.domain.look_up import coded
from socialvalue.records import MILLION, Flags, Ints

SAFE = 9e18
"""Sums up to this are added in 64 bits."""


class GroupedColumns:
    """The columns of a table, and what the rows of each group come to: for evaluating.py."""

    def __init__(self, columns: RowColumns, among: Tree | None, alike: Sequence[str]) -> None:
        self.columns = columns
        every = np.arange(len(columns.frame))
        self.members: Ints = every[holds(among, columns, every)] if among else every
        self.codes, self.first = coded(columns.frame.iloc[self.members], ["owner", *alike])
        self.place: Ints = np.full(len(every), -1, dtype=np.int64)
        self.place[self.members] = np.arange(len(self.members))

    def column(self, name: str, at: Ints) -> Value:
        return self.columns.column(name, at)

    def list(self, name: str) -> Collection[Any]:
        return self.columns.list(name)

    def group(self, tree: Tree, at: Ints) -> Value:
        """What a function of the group comes to in each of the rows at these places, all of them members."""
        return FUNCTIONS[tree[0]](self, tree[1:], self.place[at])

    def flags(self, condition: Sequence[Tree]) -> Flags:
        """Of which members a condition holds; of all where there is none."""
        return holds(condition[0], self, self.members) if condition else np.ones(len(self.members), dtype=np.bool_)

    def numbers(self, tree: Tree, condition: Sequence[Tree]) -> Any:
        """A number of each member: nothing where there is none, or where a condition does not hold."""
        found = value(tree, self, self.members)
        assert isinstance(found, Numbers), f"{tree} is no number"
        shown = np.where(found.missing | ~self.flags(condition), 0, found.values)
        return shown if np.abs(shown.astype(np.float64)).sum() < SAFE else shown.astype(object)


def _known(numbers: Any) -> Numbers:
    return Numbers(numbers, np.zeros(len(numbers), dtype=np.bool_))


def _nth(rows: GroupedColumns, parts: Sequence[Tree], at: Ints) -> Numbers:
    return _known(pd.Series(rows.codes).groupby(rows.codes).cumcount().to_numpy()[at] * MILLION)


def _many(rows: GroupedColumns, parts: Sequence[Tree], at: Ints) -> Numbers:
    return _known(np.bincount(rows.codes)[rows.codes][at] * MILLION)


def _total(rows: GroupedColumns, parts: Sequence[Tree], at: Ints) -> Numbers:
    numbers = rows.numbers(parts[0], parts[1:])
    sums = np.zeros(len(rows.first), dtype=numbers.dtype)
    np.add.at(sums, rows.codes, numbers)
    return _known(sums[rows.codes][at])


def _before(rows: GroupedColumns, parts: Sequence[Tree], at: Ints) -> Numbers:
    numbers = rows.numbers(parts[0], parts[1:])
    order = np.argsort(rows.codes, kind="stable")
    sums = np.cumsum(numbers[order]) - numbers[order]  # of all that stand before a row, in the order of the groups
    found = np.empty_like(sums)
    found[order] = sums
    return _known((found - found[rows.first][rows.codes])[at])


def _some(rows: GroupedColumns, parts: Sequence[Tree], at: Ints) -> Flags:
    found: Flags = (np.bincount(rows.codes, rows.flags(parts), len(rows.first)) > 0)[rows.codes][at]
    return found


def _last(rows: GroupedColumns, parts: Sequence[Tree], at: Ints) -> Flags:
    where = np.flatnonzero(rows.flags(parts))
    last = np.full(len(rows.first), -1, dtype=np.int64)
    last[rows.codes[where]] = where
    found: Flags = last[rows.codes][at] == at
    return found


def _earlier(rows: GroupedColumns, parts: Sequence[Tree], at: Ints) -> Flags:
    cells = value(parts[0], rows, rows.members)
    assert isinstance(cells, Texts)
    pairs = rows.codes * max(len(cells.different), 1) + cells.codes
    found: Flags = pd.Series(pairs).duplicated().to_numpy(dtype=np.bool_)[at]
    return found


def _of_first(rows: GroupedColumns, parts: Sequence[Tree], at: Ints) -> Value:
    where = np.flatnonzero(rows.flags(parts[1:]))[::-1]
    first = np.full(len(rows.first), -1, dtype=np.int64)
    first[rows.codes[where]] = where
    places = first[rows.codes][at]
    cells = value(parts[0], rows, rows.members)
    if isinstance(cells, Numbers):
        return Numbers(cells.values[places], cells.missing[places] | (places < 0))
    assert isinstance(cells, Texts)
    none = len(cells.different)
    return Texts(np.where(places < 0, none, cells.codes[places]), [*cells.different, ""])


FUNCTIONS: dict[str, Callable[[GroupedColumns, Sequence[Tree], Ints], Value]] = {
    "nth": _nth, "many": _many, "total": _total, "before": _before, "some": _some, "last": _last, "earlier": _earlier,
    "of_first": _of_first,
}  # fmt: skip
