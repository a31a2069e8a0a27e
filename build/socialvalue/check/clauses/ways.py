"""One thing in the words of each way in: a file's column, a form's field, a workbook's heading."""

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib import resources

FILES, FORM, WORKBOOK = "files", "form", "workbook"
QUOTED = re.compile(r'("[^"]*")')
"""What a sender wrote, as findings repeat it."""
SLOT = re.compile(r"\\\{[a-z_]+\\\}")
"""A slot in a text that was made a pattern."""
NAME = "[a-z0-9-]+"


@cache
def _table() -> Mapping[str, Mapping[str, str]]:
    text = resources.files("socialvalue.check.clauses").joinpath("ways.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def words_of(way: str) -> Mapping[str, str]:
    """What stands in each slot, by its name."""
    return _table()[way]


def in_words_of(way: str, text: str) -> str:
    """The text with its slots filled that a way in fills; those for a row's cells stay."""
    for name, word in words_of(way).items():
        text = text.replace(f"{{{name}}}", word)
    return text


def said_to(way: str, text: str) -> str:
    """A finding's text, which speaks of files, in the words of another way in.

    What stands in quotation marks is a sender's, and stays. Slots for headings are left to be filled.
    """
    pattern, words = _instead(way)
    parts = QUOTED.split(text)
    parts[::2] = [pattern.sub(lambda found: words[str(found.lastgroup)], part) for part in parts[::2]]
    return "".join(parts)


@cache
def _instead(way: str) -> tuple[re.Pattern[str], Mapping[str, str]]:
    """What finds the words of files, the longest first, and what is said instead, by the name of its group."""
    table: Mapping[str, Mapping[str, str]] = _table()["instead"]  # type: ignore[assignment]
    pairs = {**table[way], **{word: words_of(way)[name] for name, word in words_of(FILES).items()}}
    words, patterns = {}, []
    for number, said in enumerate(sorted(pairs, key=len, reverse=True)):
        words[f"at{number}"] = pairs[said]
        patterns.append(f"(?P<at{number}>{SLOT.sub(NAME, re.escape(said))})")
    return re.compile(rf"(?<![\w/-])(?:{'|'.join(patterns)})(?![\w/-])"), words
