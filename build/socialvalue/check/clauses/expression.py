"""Read what a rule asks of a row, as `status == "verified" and given(evidence)`, into a tree that JSON can hold.

It is a small part of Python's own grammar: names of columns, texts, numbers, comparisons, sums and a few functions. A
number is held in whole millionths. In a tree a list begins with what it is: ["==", ["column", "unit"], ["text", "m"]].
"""

import ast
from collections.abc import Callable
from decimal import Decimal
from functools import cache
from typing import Any

from socialvalue.records import MILLION

Tree = list[Any]
COMPARED: dict[type[ast.cmpop], str] = {
    ast.Eq: "==", ast.NotEq: "!=", ast.Lt: "<", ast.LtE: "<=", ast.Gt: ">", ast.GtE: ">=",
}  # fmt: skip
WORKED_OUT: dict[type[ast.operator], str] = {ast.Add: "+", ast.Sub: "-", ast.Mult: "*", ast.Div: "/", ast.Mod: "%"}
OF_GROUP: dict[str, tuple[int, ...]] = {
    "nth": (0,), "many": (0,), "total": (1, 2), "before": (1, 2), "some": (1,), "last": (1,), "earlier": (1,),
    "of_first": (1, 2),
}  # fmt: skip
"""The functions of the rows beside a row, and how much each is given. What they do is said in groups.py."""
FUNCTIONS: dict[str, tuple[int, ...]] = {
    "given": (1,), "empty": (1,), "whole": (1,), "rounded": (2,), "most": (2,), "first": (2,), "finer": (2,),
    "matches": (2,), **OF_GROUP,
}  # fmt: skip
"""All functions. What the others do is said in evaluating.py."""


@cache
def parsed(text: str) -> Tree:
    """The tree of an expression.

    Raises:
        ValueError: it is none of this grammar.
    """
    return _tree(ast.parse(text, mode="eval").body, text)


def _tree(node: ast.expr, text: str) -> Tree:
    for kind, read in READERS.items():
        if isinstance(node, kind):
            return read(node, text)
    raise _stranger(node, text)


def _stranger(node: ast.AST, text: str) -> ValueError:
    return ValueError(f"{ast.unparse(node)} cannot stand in a rule: {text}")


def _logic(node: Any, text: str) -> Tree:
    return ["and" if isinstance(node.op, ast.And) else "or", *(_tree(value, text) for value in node.values)]


def _unary(node: Any, text: str) -> Tree:
    if not isinstance(node.op, ast.Not):
        raise _stranger(node, text)
    return ["not", _tree(node.operand, text)]


def _comparison(node: Any, text: str) -> Tree:
    """One comparison, or several in a row: 0 < days < 366."""
    sides = [node.left, *node.comparators]
    found = [
        _compared(operator, left, right, text)
        for left, operator, right in zip(sides, node.ops, node.comparators, strict=False)
    ]
    return found[0] if len(found) == 1 else ["and", *found]


def _compared(operator: ast.cmpop, left: ast.expr, right: ast.expr, text: str) -> Tree:
    if isinstance(operator, (ast.In, ast.NotIn)):
        inside = ["in", _tree(left, text), _list(right, text)]
        return inside if isinstance(operator, ast.In) else ["not", inside]
    if type(operator) not in COMPARED:
        raise _stranger(right, text)
    return [COMPARED[type(operator)], _tree(left, text), _tree(right, text)]


def _list(node: ast.expr, text: str) -> Tree:
    """What a text may be among: texts that are written here, or a list by its name."""
    if isinstance(node, ast.Name):
        return ["list", node.id]
    if isinstance(node, ast.Tuple):
        return ["texts", *(_tree(each, text)[1] for each in node.elts)]
    raise _stranger(node, text)


def _operation(node: Any, text: str) -> Tree:
    if type(node.op) not in WORKED_OUT:
        raise _stranger(node, text)
    return [WORKED_OUT[type(node.op)], _tree(node.left, text), _tree(node.right, text)]


def _call(node: Any, text: str) -> Tree:
    name = getattr(node.func, "id", "")
    if len(node.args) not in FUNCTIONS.get(name, ()) or node.keywords:
        raise _stranger(node, text)
    return [name, *(_tree(each, text) for each in node.args)]


def _pair(node: Any, text: str) -> Tree:
    return ["pair", *(_tree(each, text) for each in node.elts)]


def _constant(node: Any, text: str) -> Tree:
    if isinstance(node.value, str):
        return ["text", node.value]
    if isinstance(node.value, (int, float)) and not isinstance(node.value, bool):
        written = ast.get_source_segment(text, node) or ""
        return ["number", int(Decimal(written) * MILLION)]
    raise _stranger(node, text)


def _name(node: Any, text: str) -> Tree:
    return ["column", node.id]


READERS: dict[type[ast.expr], Callable[[Any, str], Tree]] = {
    ast.BoolOp: _logic, ast.UnaryOp: _unary, ast.Compare: _comparison, ast.BinOp: _operation, ast.Call: _call,
    ast.Tuple: _pair, ast.Constant: _constant, ast.Name: _name,
}  # fmt: skip
