"""Judge the descriptor of a return by our own profile, a JSON Schema, in an officer's words."""

import difflib
import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from socialvalue.check.cells.day import days_meant, which
from socialvalue.check.columns import quoted
from socialvalue.check.rule import Hit

NAMES: Mapping[type, str] = {
    str: "text in quotation marks",
    dict: "an object in curly brackets",
    list: "a list in square brackets",
    bool: "true or false, without quotation marks",
}
DAY = "^(19|2[01])[0-9]{2}-[0-9]{2}-[0-9]{2}$"
"""The form of a day, as the profile has it."""
TYPES: Mapping[str, type] = {"string": str, "object": dict, "array": list, "boolean": bool}
KNOWN = {
    *("$ref", "type", "description", "title", "const", "enum", "pattern", "minLength", "maxLength"),
    *("required", "properties", "additionalProperties", "items", "minItems", "maxItems", "$schema", "$defs"),
}


def resolved(profile: Mapping[str, Any]) -> dict[str, Any]:
    """The profile with what each $ref refers to in its place.

    Raises:
        ValueError: it uses a keyword that is not known here, so that none is ever passed over.
    """
    return _resolved(profile, profile.get("$defs", {}))


def _resolved(part: Mapping[str, Any], shared: Mapping[str, Any]) -> dict[str, Any]:
    if not KNOWN.issuperset(part):
        raise ValueError(f"The profile uses what nothing checks: {', '.join(sorted(set(part) - KNOWN))}")
    if "$ref" in part:
        part = {**shared[part["$ref"].rpartition("/")[2]], **part}
    whole = {key: value for key, value in part.items() if key not in ("$ref", "$defs")}
    if "properties" in part:
        whole["properties"] = {key: _resolved(inner, shared) for key, inner in part["properties"].items()}
    if "items" in part:
        whole["items"] = _resolved(part["items"], shared)
    return whole


def misfits(descriptor: Any, profile: Mapping[str, Any]) -> Iterator[Hit]:
    """A hit, without its place, for everything in the descriptor that the profile, resolved, does not allow."""
    yield from _judge(descriptor, profile, "")


def _judge(value: Any, wanted: Mapping[str, Any], path: str) -> Iterator[Hit]:
    if "const" in wanted and value != wanted["const"]:
        yield _hit(
            path,
            value,
            "is not what must stand here.",
            f"Write {_written(wanted['const'])}.",
            wanted["const"],
        )
    elif "enum" in wanted and value not in wanted["enum"]:
        close = difflib.get_close_matches(value, wanted["enum"], 1, 0.7) if isinstance(value, str) else []
        choose = f"Write {' or '.join(quoted(word) for word in wanted['enum'])}."
        yield _hit(path, value, "is not what may stand here.", choose, close[0] if close else "")
    elif "type" in wanted and type(value) is not TYPES[wanted["type"]]:
        means = NAMES[TYPES[wanted["type"]]]
        yield _hit(path, value, f"must be {means}.", wanted.get("description", ""))
    elif isinstance(value, str):
        yield from _text(value, wanted, path)
    elif isinstance(value, dict):
        yield from _object(value, wanted, path)
    elif isinstance(value, list):
        yield from _list(value, wanted, path)


def _text(value: str, wanted: Mapping[str, Any], path: str) -> Iterator[Hit]:
    longest = wanted.get("maxLength", len(value))
    if len(value) < wanted.get("minLength", 0) or (not value and "pattern" in wanted):
        yield _hit(path, value, "is empty.", wanted.get("description", ""))
    elif "pattern" in wanted and not _compiled(wanted["pattern"])(value):
        days = days_meant(value) if wanted["pattern"] == DAY else []
        meant = days[0] if len(days) == 1 else ""
        mend = f"Write {meant}." if meant else which(days) or wanted.get("description", "")
        yield _hit(path, value, "does not have the form that is needed here.", mend, meant)
    elif len(value) > longest:
        yield _hit(path, value, f"has {len(value):,} characters; at most {longest:,} fit.", "Make it shorter.")


def _object(value: Mapping[str, Any], wanted: Mapping[str, Any], path: str) -> Iterator[Hit]:
    inner = wanted.get("properties", {})
    missing = [key for key in wanted.get("required", ()) if key not in value]
    for key in value:
        if key in inner:
            yield from _judge(value[key], inner[key], _below(path, key))
        elif wanted.get("additionalProperties") is False:
            meant = next(iter(difflib.get_close_matches(key, missing, 1, 0.8)), "")
            mend = f"Write {quoted(meant)}." if meant else "Take it away."
            yield Hit(f"{quoted(key)} is not known here.", mend, column=_below(path, key), suggestion=meant)
            missing = [name for name in missing if name != meant]
    for key in missing:
        said = inner[key].get("description", "")
        yield Hit(f"{quoted(key)} is missing.", f"Add it. {said}".strip(), column=_below(path, key))


def _list(value: list[Any], wanted: Mapping[str, Any], path: str) -> Iterator[Hit]:
    least, most = wanted.get("minItems", 0), wanted.get("maxItems", len(value))
    if not least <= len(value) <= most:
        yield Hit(f"There are {len(value):,} entries; there must be {least} to {most}.", "", column=path)
        return
    for entry in value:
        yield from _judge(entry, wanted.get("items", {}), path)


def _hit(path: str, value: Any, message: str, mend: str, suggestion: object = "") -> Hit:
    text = _written(value)
    meant = suggestion if isinstance(suggestion, str) else ""
    said = f"{text} {message}" if len(text) <= 80 else f"The value {message}"
    return Hit(said, mend, column=path, value=text.strip('"'), suggestion=meant)


def _written(value: Any) -> str:
    if isinstance(value, str):
        return quoted(value)
    if isinstance(value, bool) or value is None:
        return {True: "true", False: "false", None: "null"}[value]
    return "This" if isinstance(value, dict | list) else str(value)[:60]


def _below(path: str, key: str) -> str:
    return f"{path}.{key}" if path else key


@cache
def _compiled(pattern: str) -> Any:
    return re.compile(pattern).fullmatch
