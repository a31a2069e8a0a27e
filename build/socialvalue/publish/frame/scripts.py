"""Join the modules of a script, each in a scope of its own: one file, and one for what is loaded when it is needed."""

import re
from collections.abc import Iterator, Mapping, Set

IMPORT = re.compile(r'^import \{([^}]*)\} from "\./([a-z-]+)\.js";\n', re.MULTILINE)
LATER = re.compile(r'await import\("\./([a-z-]+)\.js"\)')
"""Where a module is loaded that the page does not begin with."""
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


def joined(modules: Mapping[str, str], name: str) -> dict[str, str]:
    """The files of the modules by their names: the script of this name, and one for each module that is loaded later,
    with those that it alone imports from. Each module stands after those that it imports from.

    Raises:
        ValueError: two of them import from each other.
    """
    later = {found[1] for text in modules.values() for found in LATER.finditer(text)}
    imported = {wanted for text in modules.values() for wanted in _wanted(text)}
    first = modules.keys() - (_reached(modules, later) - _reached(modules, modules.keys() - imported - later))
    shared = ", ".join(map(_variable, sorted(first)))
    files = {f"{name}.js": f'"use strict";\n(() => {{\n{_scopes(modules, first, f"{name}-", shared)}}})();\n'}
    for entry in sorted(later):
        own = _scopes(modules, _reached(modules, {entry}) - first, "", "")
        files[f"{name}-{entry}.js"] = f"export default ({{ {shared} }}) => {{\n{own}return {_variable(entry)};\n}};\n"
    return files


def _wanted(text: str) -> set[str]:
    return {found[2] for found in IMPORT.finditer(text)}


def _reached(modules: Mapping[str, str], names: Set[str]) -> set[str]:
    """Some modules, and all that they import from."""
    found: set[str] = set()
    while left := set(names) - found:
        found |= left
        names = {wanted for name in left for wanted in _wanted(modules[name])}
    return found


def _scopes(modules: Mapping[str, str], names: Set[str], begins: str, shared: str) -> str:
    """The modules of one file; what one of them loads later is given what is `shared` with it."""
    text = "".join(_scope(name, modules[name]) for name in _in_order({name: modules[name] for name in names}))
    return LATER.sub(lambda found: f'(await import("./{begins}{found[1]}.js")).default({{ {shared} }})', text)


def _in_order(modules: Mapping[str, str]) -> Iterator[str]:
    left = {name: _wanted(text) & modules.keys() for name, text in modules.items()}
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
