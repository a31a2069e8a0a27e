"""Join the modules of a script into one file, each in a scope of its own: one request in place of twenty."""

import re
from collections.abc import Iterator, Mapping

IMPORT = re.compile(r'^import \{([^}]*)\} from "\./([a-z-]+)\.js";\n', re.MULTILINE)
EXPORT = re.compile(r"^export ((?:async )?(?:const|function|class) (\w+))", re.MULTILINE)
COMMENT = re.compile(r"^\s*(?:/\*.*?\*/|//[^\n]*)\n", re.MULTILINE | re.DOTALL)
"""A comment that stands on lines of its own."""
BESIDE = re.compile(r"(?<=[;{},)]) // .*$", re.MULTILINE)
"""A comment behind the code of its line."""
INDENT = re.compile(r"^\s+", re.MULTILINE)
"""Spaces before a line, and lines without a word."""
ARROW = re.compile(r" => ?")
"""The arrow of a function with its spaces. No text of ours has one inside it."""
GOES_ON = re.compile(r"(?<=[;{,(\[])\n")
"""The end of a line behind a sign that needs none. No text of ours has one inside it."""


def joined(modules: Mapping[str, str]) -> str:
    """One script of the modules by their names, each after those that it imports from.

    Raises:
        ValueError: two of them import from each other.
    """
    return '"use strict";\n(() => {\n' + "".join(_scope(name, modules[name]) for name in _in_order(modules)) + "})();\n"


def _in_order(modules: Mapping[str, str]) -> Iterator[str]:
    left = {name: {found[2] for found in IMPORT.finditer(text)} for name, text in modules.items()}
    while left:
        ready = sorted(name for name, wanted in left.items() if not wanted & left.keys())
        if not ready:
            raise ValueError(f"modules import from each other: {', '.join(sorted(left))}")
        yield from ready
        left = {name: wanted for name, wanted in left.items() if name not in ready}


def _scope(name: str, text: str) -> str:
    names = [found[2] for found in EXPORT.finditer(text)]
    bare = INDENT.sub("", BESIDE.sub("", COMMENT.sub("", text)))
    body = IMPORT.sub(lambda found: f"const {{{found[1]}}} = {_variable(found[2])};\n", bare)
    body = ARROW.sub("=>", GOES_ON.sub("", EXPORT.sub(r"\1", body)))
    return f"const {_variable(name)} = (() => {{\n{body}return {{ {', '.join(names)} }};\n}})();\n"


def _variable(name: str) -> str:
    return "of_" + name.replace("-", "_")
