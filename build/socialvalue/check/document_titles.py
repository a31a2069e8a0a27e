"""What stands in the place of a document's title and is none: that there is no document, or that there is one."""

import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path

NO_TITLES: Mapping[str, Sequence[str]] = tomllib.loads(
    Path(__file__).with_name("no_titles.toml").read_text(encoding="utf-8")
)
"""The words that are no title, in small letters, by what they say: `none` or `some`."""
NONE, SOME = (frozenset(NO_TITLES[kind]) for kind in ("none", "some"))


def says_none(text: str) -> bool:
    """Whether a text says that there is no document: No, tbc, n/a."""
    return _bare(text) in NONE


def says_some(text: str) -> bool:
    """Whether a text says that there is a document, and not which: Yes, attached."""
    return _bare(text) in SOME


def _bare(text: str) -> str:
    low = " ".join(text.casefold().split())
    return low.rstrip(".!") or low
