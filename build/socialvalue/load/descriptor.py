"""Read a datapackage.json strictly: no key twice, not nested too deep, nothing but JSON."""

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple

from socialvalue.load import characters, limits
from socialvalue.load.files import read_text
from socialvalue.load.json_slips import slip
from socialvalue.records import Trouble

NO_OBJECT = "it does not begin with {"
UNPAIRED = re.compile("[\ud800-\udfff]")
"""Halves of a character that JSON can write and no text can hold."""
COMMENT = re.compile(r"^\s*(//|/\*|#)", re.MULTILINE)


class _KeyTwice(ValueError):
    """A key stands twice in one object."""


class Descriptor(NamedTuple):
    """What a descriptor says, None where it can't be read, and everything that is wrong with its text."""

    says: dict[str, Any] | None
    troubles: tuple[Trouble, ...] = ()


def read_descriptor(path: Path | str, name: str, owner: str) -> Descriptor:
    """Read a descriptor. Hidden characters are told of, and the rest is read as if they were not there."""
    text = read_text(path, name, limits.DESCRIPTOR_BYTES, owner)
    if isinstance(text, Trouble):
        kind = "descriptor-too-large" if text.kind == "too-large" else text.kind
        return Descriptor(None, (replace(text, kind=kind),))
    hidden = tuple(replace(trouble, text=text) for trouble in _hidden_in(text, name, owner))
    found = _read(characters.seen(text), name, owner)
    if isinstance(found, Trouble):
        return Descriptor(None, (*hidden, replace(found, text=text)))
    if "\\" in text:  # what is not escaped was looked at with the text itself
        escaped = tuple(_escaped(found, text, name, owner))
        hidden, found = (*hidden, *escaped), _seen(found) if escaped else found
    return Descriptor(found, hidden)


def _read(text: str, name: str, owner: str) -> dict[str, Any] | Trouble:
    """The descriptor as a dictionary, or the trouble that keeps it from being one."""
    try:
        found = json.loads(text, object_pairs_hook=_once, parse_constant=_refuse)
    except _KeyTwice as error:
        key = str(error)
        return Trouble("key-twice", name, owner, _last_line(text, key), value=key)
    except (json.JSONDecodeError, RecursionError, ValueError) as error:
        return _no_json(text, error, name, owner)
    if text.count("{") + text.count("[") > limits.NESTING and _depth(found) > limits.NESTING:
        return Trouble("too-deep", name, owner, detail=str(limits.NESTING))
    return dict(found) if isinstance(found, dict) else Trouble("not-json", name, owner, 1, detail=NO_OBJECT)


def _hidden_in(text: str, name: str, owner: str) -> Iterator[Trouble]:
    """A trouble for each place of the text with a hidden character: its line, and its key where that can be told."""
    found = list(characters.hidden(text))
    keys = _keys_with_hidden(text) if found else []
    seen = set()
    for number, character in enumerate(found):
        row, key = text.count("\n", 0, character.start()) + 1, keys[number] if len(keys) == len(found) else ""
        if (row, key, character.group()) not in seen:
            seen.add((row, key, character.group()))
            point = characters.code_point(character.group())
            yield Trouble("hidden-character", name, owner, row, column=key, detail=point)


def _keys_with_hidden(text: str) -> list[str]:
    """The key of each hidden character, in their order; nothing where this is no JSON."""
    try:
        found = json.loads(text.replace("\\u", "\\\\u"), strict=False)  # what is escaped is told of by itself
    except (RecursionError, ValueError):
        return []
    plain = list(_hidden(found)) if _depth(found) <= limits.NESTING else []
    return [key for key, character in plain if characters.HIDDEN.fullmatch(character)]


def _escaped(found: dict[str, Any], text: str, name: str, owner: str) -> Iterator[Trouble]:
    """A trouble for each key with a hidden character that is written as JSON writes it for those who can't see it."""
    for key, hidden in dict.fromkeys(_hidden(found)):
        line = _line_of(hidden, text)
        yield Trouble("hidden-character", name, owner, line, column=key, detail=characters.code_point(hidden))


def _seen(value: Any) -> Any:
    """The same without hidden characters in its texts and keys."""
    if isinstance(value, str):
        return UNPAIRED.sub("", characters.seen(value))
    if isinstance(value, list):
        return [_seen(inner) for inner in value]
    return {_seen(key): _seen(inner) for key, inner in value.items()} if isinstance(value, dict) else value


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
