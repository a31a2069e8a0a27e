"""One thing in the words of each way in: a file's column, a form's field."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib import resources

FILES, FORM = "files", "form"


@cache
def words_of(way: str) -> Mapping[str, str]:
    """What stands in each slot, by its name."""
    text = resources.files("socialvalue.check.clauses").joinpath("ways.toml").read_text(encoding="utf-8")
    found: Mapping[str, str] = tomllib.loads(text)[way]
    return found


def in_words_of(way: str, text: str) -> str:
    """The text with its slots filled that a way in fills; those for a row's cells stay."""
    for name, word in words_of(way).items():
        text = text.replace(f"{{{name}}}", word)
    return text
