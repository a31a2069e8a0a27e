"""Read a datapackage.json strictly: no key twice, not nested too deep, nothing but JSON."""

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from socialvalue.load import characters, limits
from socialvalue.load.files import hidden_characters, read_text
from socialvalue.load.json_slips import slip
from socialvalue.records import Trouble

COMMENT = re.compile(r"^\s*(//|/\*|#)", re.MULTILINE)


class _KeyTwice(ValueError):
    """A key stands twice in one object."""


def read_descriptor(path: Path | str, name: str, owner: str) -> dict[str, Any] | Trouble:
    """The descriptor as a dictionary, or the trouble that it is."""
    text = read_text(path, name, limits.DESCRIPTOR_BYTES, owner)
    if isinstance(text, Trouble):
        return replace(text, kind="descriptor-too-large") if text.kind == "too-large" else text
    for trouble in hidden_characters(text, name, owner):
        return replace(trouble, column=_key_with_hidden(text), text=text)
    try:
        found = json.loads(text, object_pairs_hook=_once, parse_constant=_refuse)
    except _KeyTwice as error:
        key = str(error)
        return Trouble("key-twice", name, owner, _last_line(text, key), value=key, text=text)
    except (json.JSONDecodeError, RecursionError, ValueError) as error:
        return replace(_no_json(text, error, name, owner), text=text)
    wrong = _no_descriptor(found, text, name, owner)
    return replace(wrong, text=text) if wrong else dict(found)


def _no_descriptor(found: Any, text: str, name: str, owner: str) -> Trouble | None:
    if text.count("{") + text.count("[") > limits.NESTING and _depth(found) > limits.NESTING:
        return Trouble("too-deep", name, owner, detail=str(limits.NESTING))
    if not isinstance(found, dict):
        return Trouble("not-json", name, owner, row=1, detail="it does not begin with {")
    if "\\" in text:  # what is not escaped was looked at with the text itself
        for key, hidden in _hidden(found):
            line = _line_of(hidden, text)
            return Trouble("hidden-character", name, owner, line, column=key, detail=characters.code_point(hidden))
    return None


def _key_with_hidden(text: str) -> str:
    """The key whose text holds a hidden character; empty where this is no JSON."""
    try:
        found = json.loads(text, strict=False)
    except (RecursionError, ValueError):
        return ""
    return next((key for key, _ in _hidden(found)), "") if _depth(found) <= limits.NESTING else ""


def _line_of(hidden: str, text: str) -> int | None:
    """The line in which a character stands as JSON writes it for those who can't see it."""
    written = json.dumps(hidden)[1:-1]
    at = text.casefold().find(written.casefold())
    return text.count("\n", 0, at) + 1 if at >= 0 else None


def _no_json(text: str, error: Exception, name: str, owner: str) -> Trouble:
    if isinstance(error, RecursionError):
        return Trouble("too-deep", name, owner, detail=str(limits.NESTING))
    if not isinstance(error, json.JSONDecodeError):
        return Trouble("not-json", name, owner, detail="it holds a number that is none")
    if not text.strip():
        return Trouble("empty-file", name, owner)
    if comment := COMMENT.search(text):
        line = text.count("\n", 0, comment.start(1)) + 1
        return Trouble("not-json", name, owner, line, detail="it holds a comment")
    if error.pos >= len(text.rstrip()):
        return Trouble("not-json", name, owner, error.lineno, detail="it ends too early")
    line, said = slip(text, error)
    return Trouble("not-json", name, owner, line, detail=said)


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [key for key, _ in pairs]
        raise _KeyTwice(next(key for key in names if names.count(key) > 1))
    return found


def _refuse(constant: str) -> None:
    raise ValueError(constant)


def _last_line(text: str, key: str) -> int:
    """The line on which `key` stands for the last time."""
    return text.count("\n", 0, max(text.rfind(json.dumps(key)), 0)) + 1


def _inner(value: Any) -> Iterator[Any]:
    if isinstance(value, dict):
        yield from value.values()
    elif isinstance(value, list):
        yield from value


def _depth(value: Any) -> int:
    level, depth = [value], 0
    while level and depth <= limits.NESTING:
        depth += 1
        level = [inner for outer in level for inner in _inner(outer)]
    return depth


def _hidden(value: Any, key: str = "") -> Iterator[tuple[str, str]]:
    """Every hidden character in the texts and keys of a descriptor, with the key where it stands: period.words."""
    if isinstance(value, str):
        yield from ((key, hidden) for hidden in _unprintable(value))
    elif isinstance(value, list):
        for inner in value:
            yield from _hidden(inner, key)
    elif isinstance(value, dict):
        for name, inner in value.items():
            path = f"{key}.{name}" if key else name
            yield from ((path, hidden) for hidden in _unprintable(name))
            yield from _hidden(inner, path)


def _unprintable(text: str) -> Iterator[str]:
    yield from (found.group() for found in characters.hidden(text) if found.group() not in "\t\r\n")
    yield from (character for character in text if "\ud800" <= character <= "\udfff")
