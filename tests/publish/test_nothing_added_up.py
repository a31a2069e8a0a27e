"""The publishing room shows what valuing added up, and adds up nothing itself: no £ and no quantity."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from socialvalue.records.fields import FIELDS, MILLIONTHS, PENCE, POUNDS

PUBLISH = Path(__file__).resolve().parents[2] / "build" / "socialvalue" / "publish"
AMOUNTS = {name for name, field in FIELDS.items() if field.kind in (PENCE, POUNDS, MILLIONTHS)} | {
    *("homes", "headcount", "value", "pounds", "left"),
    *("contract_gbp", "amount_gbp", "total_cost_gbp", "value_gbp"),
}
"""Columns that hold money or a quantity."""
COUNTED = ("count", "length", "lines")
"""What may be added: how many things there are, and lengths of bars that lie end to end."""
PIXELS = {PUBLISH / "frame/embed_height.py"}
"""What adds up heights of texts on a page, and knows of no figure but as a text."""
MODULES = sorted({*PUBLISH.rglob("*.py")} - PIXELS)
ADDERS = ("sum", "fsum", "cumsum", "accumulate", "reduce", "groupby", "add", "subtract")


def additions(source: str) -> Iterator[int]:
    """The lines of a module where something is added up that is no count of things."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and _called(node) in ADDERS and not _counts(node):
            yield node.lineno
        if isinstance(node, ast.BinOp | ast.AugAssign) and isinstance(node.op, ast.Add | ast.Sub):
            sides = (node.left, node.right) if isinstance(node, ast.BinOp) else (node.target, node.value)
            if any(map(_amount, sides)):
                yield node.lineno


def _called(node: ast.Call) -> str:
    function = node.func
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


def _counts(node: ast.Call) -> bool:
    """Whether it counts: a sum of ones, or of yes and no, or of numbers of things."""
    if _called(node) == "add":  # to a set, or a property by its name
        named = bool(node.args) and isinstance(node.args[0], ast.Constant) and isinstance(node.args[0].value, str)
        return isinstance(node.func, ast.Attribute) and (named or len(node.args) == 1)
    if _called(node) == "groupby":  # of itertools
        return isinstance(node.func, ast.Name)
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
    nodes = list(ast.walk(each))
    measured = any(isinstance(node, ast.Call) and _called(node) == "len" for node in nodes)
    return measured and not any(isinstance(node, ast.Subscript) for node in nodes)


def _amount(node: ast.expr) -> bool:
    """Whether it is a cell, or a local name, of a column that holds money or a quantity."""
    if isinstance(node, ast.Subscript):
        return isinstance(node.slice, ast.Constant) and node.slice.value in AMOUNTS
    return (node.attr if isinstance(node, ast.Attribute) else getattr(node, "id", "")) in AMOUNTS


@pytest.mark.parametrize(
    "path", sorted({*PUBLISH.rglob("*.py")} - PIXELS), ids=lambda path: path.relative_to(PUBLISH).as_posix()
)
def test_no_money_and_no_quantity_is_added_up_in_the_publishing_room(path: Path) -> None:
    """What a page shows is a number that valuing handed on; so no page can differ from another or from a download."""
    assert list(additions(path.read_text(encoding="utf-8"))) == []


def test_no_template_adds_up() -> None:
    """Templates have a filter for sums, and plus signs."""
    for path in PUBLISH.rglob("*.jinja"):
        found = re.findall(r"\|\s*sum\b|\b(?:net|gross|quantity|delivered|promised)\s*[+-]\s", path.read_text("utf-8"))
        assert not found, path


@pytest.mark.parametrize(
    "adding",
    [
        "sum(row['net'] for row in rows)",
        "sum(int(row['net']) for row in rows)",
        "sum(found.values())",
        "sum(zone.homes or 0 for zone in found)",
        "frame['net'].sum()",
        "frame.groupby('kind')",
        "total += row['taken']",
        "left -= taken",
        "row['gross'] - row['net']",
        "itertools.accumulate(nets)",
        "math.fsum(nets)",
        "np.add(a, b)",
    ],
)
def test_the_test_knows_what_adding_up_looks_like(adding: str) -> None:
    """Each of these stood in a page or a chart, or might."""
    assert list(additions(adding)) == [1]


@pytest.mark.parametrize(
    "counting",
    [
        "sum(1 for row in rows)",
        "sum(row['status'] == 'verified' for row in rows)",
        "sum(not row for row in rows)",
        "sum(row['delivered'] is None and not row['suppressed'] for row in rows)",
        "sum(len(content) for content in files.values())",
        "sum(bool(row['overdue']) for row in rows)",
        "sum(part.length for part in parts)",
        "seen.add(line)",
        "place + 1",
    ],
)
def test_counting_things_is_not_adding_up_figures(counting: str) -> None:
    """How many projects, lines and promises there are is said where they are shown."""
    assert not list(additions(counting))
