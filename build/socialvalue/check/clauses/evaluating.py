"""Say in which rows of a table an expression holds, column by column and exactly.

A number is whole millionths: sums of them are exact, and what is multiplied or divided is cut to whole millionths, as
in the form on the site. What is empty is equal to no number, neither above nor below one. An `and` looks only at the
rows for which its first parts hold: the cheapest part comes first.
"""

import re
from collections.abc import Callable, Collection
from typing import Any, NamedTuple, Protocol

import numpy as np
import pandas as pd

from socialvalue.check.clauses.expression import OF_GROUP, Tree
from socialvalue.domain.rounding import quotient
from socialvalue.records import MILLION, Flags, Ints


class Texts(NamedTuple):
    """A column of text: each different text once, and the place of each row's text among them."""

    codes: Ints
    different: list[str]

    def spread(self, flags: list[bool]) -> Flags:
        """What is known of each different text, for each row."""
        found: Flags = np.array(flags, dtype=np.bool_)[self.codes] if flags else np.zeros(len(self.codes), np.bool_)
        return found

    def each(self) -> list[str]:
        return [self.different[code] for code in self.codes]


class Numbers(NamedTuple):
    """A column of numbers in millionths: int64, or Python's integers where more digits may be needed."""

    values: Any
    missing: Flags

    def unlimited(self) -> Any:
        return self.values.astype(object)


Value = Texts | Numbers | Flags | str | int


class Columns(Protocol):
    """What an expression can name."""

    def column(self, name: str, at: Ints) -> Value:
        """The column at these places of its table."""

    def list(self, name: str) -> Collection[Any]:
        """What is known under this name: areas, organisations ..."""

    def group(self, tree: Tree, at: Ints) -> Value:
        """What a function of the rows beside each of these comes to."""


def holds(tree: Tree, columns: Columns, at: Ints) -> Flags:
    """Whether the expression holds in each of the rows at these places."""
    kind = tree[0]
    if kind in ("and", "or"):
        found: Flags = np.full(len(at), kind == "and", dtype=np.bool_)
        for part in tree[1:]:
            open_still = np.flatnonzero(found == (kind == "and"))
            if not len(open_still):
                break
            found[open_still] = holds(part, columns, at[open_still])
        return found
    if kind == "not":
        return ~holds(tree[1], columns, at)
    if kind in ASKED:
        return ASKED[kind](tree, columns, at)
    if kind in COMPARISONS:
        return _compared(kind, value(tree[1], columns, at), value(tree[2], columns, at), len(at))
    flags = value(tree, columns, at)
    assert isinstance(flags, np.ndarray), f"{tree} says neither yes nor no"
    return flags


def value(tree: Tree, columns: Columns, at: Ints) -> Value:
    """What the expression comes to in each of the rows at these places; a text or number that is written stays one."""
    kind = tree[0]
    if kind in ("text", "number"):
        written: str | int = tree[1]
        return written
    if kind == "column":
        return columns.column(tree[1], at)
    if kind in OF_GROUP:
        return columns.group(tree, at)
    parts = [_numbers(value(part, columns, at), len(at)) for part in tree[1:]]
    if kind == "first":
        one, other = parts
        return Numbers(np.where(one.missing, other.unlimited(), one.unlimited()), one.missing & other.missing)
    missing = np.logical_or.reduce([part.missing for part in parts])
    operation = OPERATIONS[kind]
    cells = zip(*(part.unlimited() for part in parts), strict=True)
    worked_out = [0 if no else operation(*each) for each, no in zip(cells, missing, strict=True)]
    return Numbers(np.array(worked_out, dtype=object), missing)


def _rounded(number: int, places: int) -> int:
    """To so many decimals; a half goes up."""
    step: int = 10 ** (6 - places // MILLION)
    return quotient(number, step) * step


OPERATIONS: dict[str, Callable[..., int]] = {
    "+": lambda a, b: a + b,
    "-": lambda a, b: a - b,
    "*": lambda a, b: a * b // MILLION,
    "/": lambda a, b: a * MILLION // b if b else 0,
    "%": lambda a, b: a % b if b else 0,
    "most": max,
    "whole": lambda a: -(-a // MILLION) * MILLION,
    "rounded": _rounded,
}
"""`most` is the larger of two, `whole` the next whole number, `first` the first of two that is given."""
COMPARISONS: dict[str, Callable[[Any, Any], Any]] = {
    "==": lambda a, b: a == b,
    "!=": lambda a, b: a != b,
    "<": lambda a, b: a < b,
    "<=": lambda a, b: a <= b,
    ">": lambda a, b: a > b,
    ">=": lambda a, b: a >= b,
}


def _numbers(given: Value, many: int) -> Numbers:
    if isinstance(given, Numbers):
        return given
    assert isinstance(given, int), f"{given!r} is no number"
    return Numbers(np.full(many, given, dtype=object), np.zeros(many, dtype=np.bool_))


def _compared(kind: str, left: Value, right: Value, many: int) -> Flags:
    compare = COMPARISONS[kind]
    if isinstance(left, Texts):
        return _compared_texts(kind, left, right)
    if isinstance(left, Numbers) and isinstance(right, int):
        return _flags(compare(left.values, right)) & ~left.missing
    ours, theirs = _numbers(left, many), _numbers(right, many)
    return _flags(compare(ours.values, theirs.values)) & ~ours.missing & ~theirs.missing


def _compared_texts(kind: str, left: Texts, right: Value) -> Flags:
    compare = COMPARISONS[kind]
    if isinstance(right, str):
        return left.spread([compare(text, right) for text in left.different])
    assert isinstance(right, Texts)
    if kind in ("==", "!="):
        there = pd.Index(left.different, dtype=object).get_indexer(pd.Index(right.different, dtype=object))
        return _flags(compare(left.codes, there[right.codes]))
    return _flags([compare(*pair) for pair in zip(left.each(), right.each(), strict=True)])


def _flags(found: Any) -> Flags:
    return np.asarray(found).astype(np.bool_)


def _empty(tree: Tree, columns: Columns, at: Ints) -> Flags:
    given = value(tree[1], columns, at)
    if isinstance(given, Texts):
        return given.spread([text == "" for text in given.different])
    assert isinstance(given, Numbers)
    return given.missing


def _given(tree: Tree, columns: Columns, at: Ints) -> Flags:
    return ~_empty(tree, columns, at)


def _inside(tree: Tree, columns: Columns, at: Ints) -> Flags:
    """Whether a text, or a pair of them, is among others."""
    _, what, (kind, *written) = tree
    known = set(written) if kind == "texts" else columns.list(written[0])
    if what[0] == "pair":
        sides = [value(part, columns, at) for part in what[1:]]
        pairs = zip(*(side.each() for side in sides if isinstance(side, Texts)), strict=True)
        return np.array([pair in known for pair in pairs], dtype=np.bool_)
    given = value(what, columns, at)
    assert isinstance(given, Texts)
    return given.spread([text in known for text in given.different])


def _matches(tree: Tree, columns: Columns, at: Ints) -> Flags:
    """Whether a pattern is found in a text, whatever its capitals. JavaScript must read the pattern alike."""
    given, pattern = value(tree[1], columns, at), re.compile(tree[2][1], re.IGNORECASE | re.ASCII)
    assert isinstance(given, Texts)
    return given.spread([pattern.search(text) is not None for text in given.different])


def _finer(tree: Tree, columns: Columns, at: Ints) -> Flags:
    """Whether a number has more decimals than a whole number says."""
    number, places = (_numbers(value(part, columns, at), len(at)) for part in tree[1:])
    found: Flags = ~number.missing & ~places.missing
    step = 10 ** (6 - places.values[found].astype(np.int64) // MILLION)
    found[found] = number.values[found].astype(np.int64) % step > 0
    return found


ASKED: dict[str, Callable[[Tree, Columns, Ints], Flags]] = {
    "empty": _empty,
    "given": _given,
    "in": _inside,
    "matches": _matches,
    "finer": _finer,
}
"""What is asked of a row by a name."""
