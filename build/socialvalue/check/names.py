"""Find the key that was probably meant: the code of a name, of another framework's reference, of a slip."""

import difflib
import re
import unicodedata
from collections import defaultdict
from collections.abc import Mapping
from functools import cache, cached_property

import pandas as pd

from socialvalue.records import NAMED
from socialvalue.records import plain as plain_text

CLOSE = 0.8
"""How alike two names must be, from 0 to 1."""
COMPARISONS = 500_000
"""How often two names are compared. It takes some seconds, and nobody reads so many findings."""


class Names:
    """The names and codes of the register, the reference tables and the frameworks."""

    def __init__(self, frames: Mapping[str, pd.DataFrame]) -> None:
        self._frames = frames
        self._known = cache(self._find)
        self._called = cache(self._names)
        self._meant: dict[tuple[str, str, str], str] = {}
        self._compared = 0

    def meant(self, kind: str, text: str, framework: str = "") -> str:
        """The key of `kind` (area, organisation, measure ...) that `text` probably means, or empty.

        Of a measure or a unit it is known of which framework it is; of evidence, of which return.
        """
        asked = (kind, text, framework)
        if asked not in self._meant:
            self._meant[asked] = self._look_up(*asked)
        return self._meant[asked]

    def _look_up(self, kind: str, text: str, framework: str) -> str:
        if exact := self.exact(kind, text, framework):
            return exact
        known, wanted = self._known(kind, framework), plain(text)
        self._compared += len(known)
        if self._compared > COMPARISONS:
            return ""
        close = difflib.get_close_matches(wanted, known, n=2, cutoff=CLOSE)
        keys = {known[name] for name in close}
        return keys.pop() if len(keys) == 1 else ""

    def exact(self, kind: str, text: str, framework: str = "") -> str:
        """The key of `kind` that is called `text`, whatever its capitals, spaces and hyphens; or empty."""
        return self._known(kind, framework).get(plain(text), "")

    def write(self, kind: str, key: str) -> str:
        """What to do where `key` was meant: Write E07000178 (Oxford)."""
        name = key if kind == "evidence" else self.name(kind, key)
        return f"Write {key}." if name == key else f"Write {key} ({name})."

    def name(self, kind: str, key: str) -> str:
        """What people call `key`; the key itself where it has no name."""
        return self._called(kind).get(key, key)

    def _names(self, kind: str) -> dict[str, str]:
        table, column, called, _ = NAMED[kind]
        found = self._frames[table]
        return dict(reversed(list(zip(found[column], found[called[0]], strict=True))))  # the first of two counts

    @cached_property
    def _evidence(self) -> Mapping[str, list[int]]:
        """The places of each return's evidence."""
        found: defaultdict[str, list[int]] = defaultdict(list)
        for at, owner in enumerate(self._frames["evidence"]["owner"]):
            found[owner].append(at)
        return found

    def _find(self, kind: str, framework: str) -> dict[str, str]:
        table, key, called, _ = NAMED[kind]
        found = self._frames[table]
        if kind in ("measure", "unit"):
            found = found[found["owner"] == framework]
        elif kind == "evidence":
            found = plain_text(found.take(self._evidence.get(framework, [])))
        known: dict[str, str] = {}
        if kind == "measure":
            crosswalk = self._frames["crosswalk"]
            crosswalk = crosswalk[(crosswalk["owner"] == framework) & (crosswalk["match"] == "close")]
            once = crosswalk.drop_duplicates("reference", keep=False)
            known.update(_pairs(once["reference"], once["measure"]))
        for column in (*reversed(called), key):
            known.update(_pairs(found[column], found[key]))
        known.pop("", None)
        return known


def _pairs(names: "pd.Series[str]", keys: "pd.Series[str]") -> dict[str, str]:
    return {plain(name): key for name, key in zip(names, keys, strict=True)}


def plain(text: str) -> str:
    """`text` without what people leave out or add: capitals, accents, space, hyphens and leading noughts."""
    letters = unicodedata.normalize("NFKD", text).casefold()
    letters = "".join(c for c in letters if c.isalnum())
    return re.sub(r"(?<![0-9])0+(?=[0-9])", "", letters)
