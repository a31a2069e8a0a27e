"""JSON put together from parts that are text already: what many files share is written once."""

import json
from collections.abc import Iterable, Mapping
from typing import Any

said = json.JSONEncoder(ensure_ascii=False).encode
"""A value on one line."""


def indented(value: Any) -> str:
    """A value over many lines, each level one space further in."""
    return json.dumps(value, indent=1, ensure_ascii=False)


def an_object(members: Mapping[str, str]) -> str:
    """An object over many lines, of members whose values are such text. It reads as `indented` would write it."""
    return "{\n" + ",\n".join(f" {said(name)}: {_further_in(text)}" for name, text in members.items()) + "\n}"


def a_list(items: Iterable[str]) -> str:
    """A list over many lines, of one or more items that are such text."""
    return "[\n" + ",\n".join(f" {_further_in(text)}" for text in items) + "\n]"


def _further_in(text: str) -> str:
    return text.replace("\n", "\n ")
