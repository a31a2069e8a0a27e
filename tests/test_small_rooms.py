"""A file reads in one sitting, a function stands on one screen, a line of a template on one line."""

import ast
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
LONGEST_FILE, LONGEST_FUNCTION, LONGEST_LINE = 300, 40, 160


def too_long(name: str, text: str) -> Iterator[str]:
    """What of a module is longer than it may be."""
    if (lines := text.count("\n")) > LONGEST_FILE:
        yield f"{name}: {lines} lines"
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            lines = (node.end_lineno or node.lineno) - node.lineno + 1
            if lines > LONGEST_FUNCTION:
                yield f"{name}:{node.lineno} {node.name}: {lines} lines"


def test_every_module_is_a_small_room() -> None:
    """Of the program, its tests and its benchmarks."""
    paths = sorted(path for folder in ("build", "tests", "benchmarks") for path in (ROOT / folder).rglob("*.py"))
    assert [
        each for path in paths for each in too_long(path.relative_to(ROOT).as_posix(), path.read_text("utf-8"))
    ] == []


def test_no_line_of_a_template_runs_off_the_page() -> None:
    """So that a change of one word is a change of one line that can be read."""
    publish = ROOT / "build/socialvalue/publish"
    found = [
        f"{path.relative_to(publish).as_posix()}:{number}"
        for kind in ("*.jinja", "*.html")
        for path in publish.rglob(kind)
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1)
        if len(line) > LONGEST_LINE
    ]
    assert found == []


def test_what_is_too_long_is_found() -> None:
    """One line above the limit, and not at it."""
    body = "    pass\n"
    assert list(too_long("a.py", f"def at():\n{body * 39}")) == []
    assert list(too_long("a.py", f"def over():\n{body * 40}")) == ["a.py:1 over: 41 lines"]
    assert list(too_long("a.py", "x = 1\n" * 300)) == []
    assert list(too_long("a.py", "x = 1\n" * 301)) == ["a.py: 301 lines"]
