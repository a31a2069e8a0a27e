"""Read a datapackage.json strictly: no key twice, not nested too deep, nothing but JSON."""

import json
from pathlib import Path
from typing import Any

from socialvalue.load import limits
from socialvalue.load.files import read_text
from socialvalue.records import Trouble


class _KeyTwice(ValueError):
    """A key stands twice in one object."""


def read_descriptor(path: Path, name: str) -> dict[str, Any] | Trouble:
    """The descriptor as a dictionary, or the trouble that it is."""
    text = read_text(path, name, limits.DESCRIPTOR_BYTES)
    if isinstance(text, Trouble):
        return text
    try:
        found = json.loads(text, object_pairs_hook=_once, parse_constant=_refuse)
    except _KeyTwice as error:
        return Trouble("key-twice", name, value=str(error))
    except json.JSONDecodeError as error:
        return Trouble("not-json", name, row=error.lineno, detail=error.msg)
    except (RecursionError, ValueError):
        return Trouble("not-json", name, detail="it is nested too deep or holds a number that is none")
    if _depth(found) > limits.NESTING:
        return Trouble("too-deep", name, detail=str(limits.NESTING))
    if not isinstance(found, dict):
        return Trouble("not-json", name, detail="it is not an object")
    return found


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [key for key, _ in pairs]
        raise _KeyTwice(next(key for key in names if names.count(key) > 1))
    return found


def _refuse(constant: str) -> None:
    raise ValueError(constant)


def _depth(value: Any) -> int:
    level, depth = [value], 0
    while level:
        depth += 1
        level = [
            inner
            for outer in level
            if isinstance(outer, dict | list)
            for inner in (outer.values() if isinstance(outer, dict) else outer)
        ]
    return depth
