"""Where a module or a template adds up figures: by a function, by a method of a frame, by a plus onto itself."""

import ast
from collections.abc import Iterator

import jinja2
from jinja2 import nodes

from socialvalue.records.fields import FIELDS, MILLIONTHS, PENCE, POUNDS

AMOUNTS = {name for name, field in FIELDS.items() if field.kind in (PENCE, POUNDS, MILLIONTHS)} | {
    *("homes", "headcount", "value", "pounds", "left"),
    *("contract_gbp", "amount_gbp", "total_cost_gbp", "value_gbp"),
}
"""Columns that hold money or a quantity."""
COUNTED = ("count", "length", "lines")
"""What may be added: how many things there are, and lengths of bars that lie end to end."""
SUMS = {
    *(
        "sum",
        "fsum",
        "nansum",
        "cumsum",
        "sumprod",
        "accumulate",
        "reduce",
        "add",
        "iadd",
        "radd",
        "sub",
        "isub",
        "rsub",
    ),
    *("subtract", "diff", "dot", "total", "mean", "fmean", "average"),
}
"""Functions and methods that add up, of Python, pandas and numpy: called, handed on, or named in a text."""
GROUPED = {
    "groupby",
    "agg",
    "aggregate",
    "transform",
    "pivot_table",
    "crosstab",
    "resample",
    "rolling",
    "expanding",
    "eval",
}
"""Methods of frames that do so where they are told to."""
LIBRARIES = {"math", "operator", "functools", "itertools", "statistics", "numpy", "pandas"}
GROWING = {"drawn", "at", "place", "start", "filled", "lines", "ordered", "pages"}
"""What grows by a piece of a drawing, a page or a list at a time, and is no figure of anybody."""


def additions(source: str) -> Iterator[int]:
    """The lines of a module where something is added up that is no count of things."""
    tree = ast.parse(source)
    alone = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            found = _adds(node, id(node) in alone)
        elif isinstance(node, ast.ImportFrom):
            found = node.module in LIBRARIES and any(each.name in SUMS for each in node.names)
        elif isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add | ast.Sub):
            found = _amount(node.left) or _amount(node.right)
        elif isinstance(node, ast.AugAssign) and isinstance(node.op, ast.Add | ast.Sub):
            found = _amount(node.target) or _amount(node.value) or not _grows(node.target, node.value)
        elif isinstance(node, ast.Assign) and isinstance(node.value, ast.BinOp):
            found = _onto_itself(node.targets[0], node.value)
        else:
            continue
        if found:
            yield node.lineno


def _adds(node: ast.Call, alone: bool) -> bool:
    """Whether a call adds up, or hands on or names what does so. One that stands `alone` gives nothing back."""
    called = _called(node)
    given = [*node.args, *(each.value for each in node.keywords)]
    given += [each for mapping in given if isinstance(mapping, ast.Dict) for each in mapping.values]
    given += [each for some in given if isinstance(some, ast.List | ast.Tuple) for each in some.elts]
    handed = any(_named(each) in SUMS - {"total"} and not isinstance(each, ast.Constant) for each in given)
    worded = any(isinstance(each, ast.Constant) and each.value in SUMS - {"total"} for each in given)
    if called in GROUPED:
        return not (called == "groupby" and isinstance(node.func, ast.Name))  # of itertools: sorts into groups
    return handed or (worded and isinstance(node.func, ast.Attribute)) or (called in SUMS and not _counts(node, alone))


def _called(node: ast.Call) -> str:
    return _named(node.func)


def _named(node: ast.expr) -> str:
    return node.attr if isinstance(node, ast.Attribute) else str(getattr(node, "id", ""))


def _counts(node: ast.Call, alone: bool) -> bool:
    """Whether it counts: a sum of ones, or of yes and no, or of numbers of things."""
    if _called(node) == "add":  # to a set, which gives nothing back, or a property by its name
        named = bool(node.args) and isinstance(node.args[0], ast.Constant) and isinstance(node.args[0].value, str)
        if isinstance(node.func, ast.Attribute) and node.args and _amount(node.args[0]):
            return False
        return isinstance(node.func, ast.Attribute) and (named or (alone and len(node.args) == 1))
    if _called(node) == "sub":  # of an expression that is looked for, in a text
        return isinstance(node.func, ast.Attribute) and len(node.args) >= 2
    if _called(node) != "sum" or not isinstance(node.func, ast.Name) or len(node.args) != 1:
        return False
    each = node.args[0].elt if isinstance(node.args[0], ast.GeneratorExp | ast.ListComp) else node.args[0]
    last = each.values[-1] if isinstance(each, ast.BoolOp) else each
    return (
        (isinstance(last, ast.Constant) and each is last and last.value == 1)
        or isinstance(last, ast.Compare)
        or (isinstance(last, ast.UnaryOp) and isinstance(last.op, ast.Not))
        or (isinstance(last, ast.Call) and _called(last) == "bool")
        or (isinstance(last, ast.Attribute) and last.attr in COUNTED)
        or _lengths(each)
    )


def _lengths(each: ast.expr) -> bool:
    """Whether it is how long something is, as the bytes of a file, and no cell."""
    inside = list(ast.walk(each))
    measured = any(isinstance(node, ast.Call) and _called(node) == "len" for node in inside)
    return measured and not any(isinstance(node, ast.Subscript) or _amount(node) for node in inside)


def _amount(node: ast.AST) -> bool:
    """Whether it is a cell, or a local name, of a column that holds money or a quantity."""
    if isinstance(node, ast.Subscript):
        return isinstance(node.slice, ast.Constant) and node.slice.value in AMOUNTS
    return (node.attr if isinstance(node, ast.Attribute) else getattr(node, "id", "")) in AMOUNTS


def _grows(onto: ast.expr, by: ast.expr) -> bool:
    """Whether it is a count, or a text, a list or a place that grows by a piece."""
    if isinstance(by, ast.IfExp):
        return _grows(onto, by.body) and _grows(onto, by.orelse)
    return (
        _named(onto) in GROWING
        or isinstance(by, ast.Constant | ast.List | ast.ListComp | ast.Set | ast.SetComp | ast.JoinedStr)
        or (isinstance(by, ast.Call) and _called(by) == "len")
        or (isinstance(by, ast.Attribute) and by.attr in COUNTED)
        or (isinstance(by, ast.Subscript) and isinstance(by.slice, ast.Constant) and by.slice.value in COUNTED)
    )


def _onto_itself(target: ast.expr, made: ast.BinOp) -> bool:
    """Whether a name is given what it was with more added: `total = total + x`."""
    sides = {ast.dump(made.left): made.right, ast.dump(made.right): made.left}
    onto = ast.dump(target).replace("Store()", "Load()")
    return isinstance(made.op, ast.Add | ast.Sub) and onto in sides and not _grows(target, sides[onto])


ENVIRONMENT = jinja2.Environment(
    extensions=["jinja2.ext.do", "jinja2.ext.i18n"], trim_blocks=True, lstrip_blocks=True, autoescape=True
)


def added_in_template(source: str) -> Iterator[int]:
    """The lines of a template where something is added up: by the filter for sums, or by a plus."""
    tree = ENVIRONMENT.parse(source)
    for found in tree.find_all(nodes.Filter):
        if found.name == "sum" or any(isinstance(each, nodes.Const) and each.value in SUMS for each in found.args):
            yield found.lineno
    for pair in tree.find_all((nodes.Add, nodes.Sub)):
        if not any(_joins(side) for side in (pair.left, pair.right)):
            yield pair.lineno


def _joins(side: nodes.Expr) -> bool:
    """Whether a side of a plus is a list, a word or a number that stands there, or how many things there are."""
    if isinstance(side, nodes.CondExpr):
        return _joins(side.expr1) or (side.expr2 is not None and _joins(side.expr2))
    if isinstance(side, nodes.Add):
        return _joins(side.left) or _joins(side.right)
    if isinstance(side, nodes.Filter):
        return side.name == "length"
    return isinstance(side, nodes.List | nodes.Tuple | nodes.Const)
