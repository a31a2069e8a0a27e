"""A name in the code means one thing: those that once meant several stand only where the glossary says."""

import ast
import re
from collections.abc import Iterator, Mapping, Set
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PROGRAM = ROOT / "build/socialvalue"
GLOSSARY = ROOT / "docs/developing/README.md"
ROW = re.compile(r"^\| `(\w+)` \| .+ \| (`.+`) \|$", re.MULTILINE)


def glossary() -> dict[str, list[str]]:
    """The names that stand in certain places alone, each with its folders and files."""
    return {name: re.findall(r"`([^`]+)`", where) for name, where in ROW.findall(GLOSSARY.read_text("utf-8"))}


def names(source: str) -> Iterator[str]:
    """What a module calls things: variables, arguments, functions, classes. What it calls of others isn't its own."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Name):
            yield node.id.strip("_")
        elif isinstance(node, ast.arg):
            yield node.arg.strip("_")
        elif isinstance(node, ast.FunctionDef | ast.ClassDef):
            yield node.name.strip("_")


def strays(name: str, where: list[str], called: Mapping[str, Set[str]]) -> list[str]:
    """The modules outside its places that use a name."""
    elsewhere = (path for path in called if not any(path == place or path.startswith(place) for place in where))
    return [path for path in elsewhere if name in called[path]]


def test_a_name_stands_only_where_the_glossary_says() -> None:
    """Whoever needs the word for something else takes another one, or gives it a row of its own."""
    called = {
        path.relative_to(PROGRAM).as_posix(): frozenset(names(path.read_text("utf-8")))
        for path in PROGRAM.rglob("*.py")
    }
    assert set(glossary()) >= {"told", "settled", "Trouble", "BadCell", "Hit"}
    for name, where in glossary().items():
        assert strays(name, where, called) == [], name
        assert all(strays(name, [each for each in where if each != place], called) for place in where), name


def test_another_meaning_is_found() -> None:
    """As a variable, an argument or a function; and not what is only asked of another module."""
    for source in ("told = 1", "def _told(): ...", "def say(told): ...", "class told: ..."):
        assert strays("told", ["domain/"], {"publish/a.py": set(names(source))}) == ["publish/a.py"], source
        assert strays("told", ["domain/"], {"domain/a.py": set(names(source))}) == [], source
    assert strays("told", ["domain/"], {"publish/a.py": set(names("each.told.rows"))}) == []
