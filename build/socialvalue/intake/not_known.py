"""What a cell says where nothing is known: N/K, tbc, various, a dash."""

import re
import tomllib
from pathlib import Path

SAID = tomllib.loads(Path(__file__).with_name("not_known.toml").read_text(encoding="utf-8"))
ANYWHERE, IN_TEXTS = frozenset(SAID["anywhere"]), frozenset(SAID["texts"])
MARKS = re.compile(r"[^\w*£€$%#=]+")
"""Marks alone; a star hides a count, and a # is an error that a spreadsheet left behind."""


def says_not_known(text: str, number: bool = False) -> bool:
    """Whether a cell says that nothing is known. `number` is for columns of numbers, in which 0 is one."""
    low = text.strip().casefold()
    if MARKS.fullmatch(low):
        return True
    bare = re.sub(r"\s*[/\\]\s*", "/", " ".join(re.sub(r"[.()\[\]!…]", "", low).split()))
    return bare in ANYWHERE or (not number and bare in IN_TEXTS)
