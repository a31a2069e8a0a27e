"""The changes that mutants.py tries: one place of a module each, as a programmer might get it wrong.

cosmic-ray makes those of Python. It would put each of some ten operators in the place of another, most of which fail at
once: here each has the one or two that are nearest to it. In a rule that is written as data the comparisons, the words
between them and the numbers of its clauses are changed too.
"""

import ast
import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from cosmic_ray.ast import ast_nodes, get_ast
from cosmic_ray.mutating import mutate_code
from cosmic_ray.operators.operator import Operator
from cosmic_ray.plugins import get_operator

NEAREST = {
    "ReplaceComparisonOperator": (
        *("Eq_NotEq", "NotEq_Eq", "Lt_LtE", "Lt_GtE", "LtE_Lt", "LtE_Gt", "Gt_GtE", "Gt_LtE", "GtE_Gt", "GtE_Lt"),
        *("Is_IsNot", "IsNot_Is"),
    ),
    "ReplaceBinaryOperator": (
        *("Add_Sub", "Sub_Add", "Mul_FloorDiv", "FloorDiv_Mul", "Div_Mul", "Mod_FloorDiv"),
        *("BitAnd_BitOr", "BitOr_BitAnd"),
    ),
    "ReplaceUnaryOperator": ("Delete_Not", "Delete_Invert", "Delete_USub"),
}
NAMES = (
    *(f"{kind}_{each}" for kind, of in NEAREST.items() for each in of),
    *("AddNot", "NumberReplacer", "ReplaceAndWithOr", "ReplaceOrWithAnd", "ReplaceTrueWithFalse"),
    *("ReplaceFalseWithTrue", "ZeroIterationForLoop", "ReplaceBreakWithContinue", "ReplaceContinueWithBreak"),
)
OTHERS = {"<": "<=", "<=": "<", ">": ">=", ">=": ">", "==": "!=", "!=": "==", "and": "or", "or": "and"}
GUARDS = ("strict=True", "frozen=True")
"""What only says that two lists are of one length, or that nothing is changed: without it, everything is as before."""
TOKEN = re.compile(r"(?<= )(?:[<>]=?|[!=]=|and|or)(?= )|(?<![\w.\"'])\d+(?![\w.\"'])")
"""A comparison, a word between two of them, or a number of a clause."""


class Change(NamedTuple):
    """One change of a module: where, what by, and the whole text with it."""

    line: int
    lines: range
    """Those of the statement that it is in."""
    inside: bool
    """Whether it is in the body of a function, and no constant."""
    how: str
    before: str
    after: str
    text: str

    def __str__(self) -> str:
        return f"{self.line} {self.how}: {self.before} -> {self.after}"


class InClause(Operator):
    """Changes one token of a condition that a rule holds as text."""

    def mutation_positions(self, node: Any) -> Iterator[Any]:
        if node.type in ("string", "fstring_string") and _is_condition(node):
            for _ in self._ways(node.value):
                yield node.start_pos, node.end_pos

    def mutate(self, node: Any, index: int) -> Any:
        node.value = list(self._ways(node.value))[index]
        return node

    @staticmethod
    def _ways(text: str) -> Iterator[str]:
        for found in TOKEN.finditer(text):
            token = found.group()
            for other in [OTHERS[token]] if token in OTHERS else [str(int(token) + 1), str(int(token) - 1)]:
                yield text[: found.start()] + other + text[found.end() :]

    @classmethod
    def examples(cls) -> tuple[()]:
        return ()


def _is_condition(leaf: Any) -> bool:
    """Whether a text is what a clause asks: its `when`, or a constant with which one begins."""
    node = leaf
    while node.parent is not None:
        if node.type == "argument" and node.children[0].type == "name":
            return bool(node.children[0].value == "when")
        if node.type == "expr_stmt":
            name = node.children[0]
            return name.type == "name" and name.value.isupper() and bool(re.search(r" [<>=!]=? |\(", leaf.value))
        node = node.parent
    return False


def changes(source: str) -> Iterator[Change]:
    """Every change of a module that is tried, but those of annotations, which say nothing when it runs."""
    tree, plain = get_ast(source), _meant(source)
    statements = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.stmt)]
    bodies = [line for node in statements if isinstance(node, ast.FunctionDef) for line in node.body]
    for name in (*NAMES, *(["InClause"] if "Clause" in source else [])):
        operator = InClause() if name == "InClause" else get_operator(f"core/{name}")()
        places = [place for node in ast_nodes(tree) for place in operator.mutation_positions(node)]
        for occurrence, (start, _) in enumerate(places):
            text = mutate_code(source, operator, occurrence)
            if text is None or ("BitOr" in name and _meant(text) == plain):
                continue
            before, after = source.splitlines()[start[0] - 1], text.splitlines()[start[0] - 1]
            if any(before.count(guard) > after.count(guard) for guard in GUARDS):
                continue
            inside = any(line.lineno <= start[0] <= (line.end_lineno or 0) for line in bodies)
            yield Change(start[0], _around(start[0], statements), inside, name, before.strip(), after.strip(), text)


def _around(line: int, statements: list[ast.stmt]) -> range:
    """The lines of the innermost statement that a line is in; of one with others inside, those of its head."""
    around = [node for node in statements if node.lineno <= line <= (node.end_lineno or node.lineno)]
    if not around:  # above a decorated function
        return range(line, line + 1)
    inner = max(around, key=lambda node: node.lineno)
    body = getattr(inner, "body", None)
    return range(inner.lineno, body[0].lineno if body else (inner.end_lineno or inner.lineno) + 1)


def _meant(source: str) -> str:
    """What a module does, without its annotations."""
    tree = ast.parse(source)
    for node in ast.walk(tree):
        if isinstance(node, ast.arg | ast.AnnAssign):
            node.annotation = ast.Constant(None)  # type: ignore[assignment]
        elif isinstance(node, ast.FunctionDef):
            node.returns = None
    return ast.dump(tree)
