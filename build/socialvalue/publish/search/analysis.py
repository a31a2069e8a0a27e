"""What a text is found by: its words without their endings, and its numbers whole. search.js does the same."""

import re
import tomllib
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from importlib.resources import files

from socialvalue.publish.words.language import OWN, current

TOKEN = re.compile(r"[0-9]+(?:,[0-9]{3})*(?:\.[0-9]+)?|£(?![0-9])|[^\W\d_][^\W_]*")
"""A number with its commas and decimals, the sign of pounds by itself, or a word that may hold digits, as M55."""
_FOREIGN = re.compile(r"[^\x00-\x7f]")
SHORTEST = 3
"""Letters that stay before an ending."""
LONGEST = 40
"""Letters of a word. What is longer is a checksum or an address."""


@dataclass(frozen=True)
class Analysis:
    """How the words of one language are taken: `endings` are pairs of an ending and what stands for it."""

    small: frozenset[str] = frozenset()
    """Words that say nothing of what is looked for."""
    endings: Sequence[tuple[str, str]] = ()
    synonyms: dict[str, list[str]] = field(default_factory=dict)
    """Other words, or several together, that mean what somebody typed."""
    asked: dict[str, list[str]] = field(default_factory=dict)
    """Questions in other words than those of the page or section that answers them, by its address."""
    little: frozenset[str] = frozenset()
    """Words, of one, that say little of what is looked for where others do."""
    plurals: Sequence[tuple[str, str]] = ()
    """Endings of many, and of one: a synonym stands for a word as it is written, not for all that share its stem."""
    _stems: dict[str, str] = field(default_factory=dict, compare=False, repr=False)

    def terms(self, text: str) -> list[str]:
        """The terms of a text in their order: the stem of each word that isn't small, and each number."""
        return self.terms_of(tokens(text))

    def terms_of(self, found: Iterable[str]) -> list[str]:
        """The terms of the tokens of a text."""
        stems = self._stems
        terms = []
        for token in found:
            if token not in stems:
                stems[token] = "" if _says_nothing(token, self.small) else self.stem(token)
            if stems[token]:
                terms.append(stems[token])
        return terms

    def terms_asked(self, question: str) -> list[str]:
        """The terms of a question; where it has small words alone, of these."""
        found = tokens(question)
        return self.terms_of(found) or [self.stem(token) for token in found]

    def stem(self, token: str) -> str:
        """A word without its ending; a number, and a word with digits, as it is."""
        return _without(token, self.endings)

    def one(self, token: str) -> str:
        """A word as it is written of one."""
        return _without(token, self.plurals)


def tokens(text: str) -> list[str]:
    """The words and numbers of a text, without accents, capitals, apostrophes, and commas within a number."""
    if not text.isascii():
        text = _FOREIGN.sub(lambda found: _plain(found[0]), text)
    found = TOKEN.findall(text.lower().replace("'", "").replace("’", ""))
    return [number(token) if token[0].isdigit() else token for token in found]


@lru_cache(maxsize=4096)
def _plain(mark: str) -> str:
    """A mark as a reader types it, without its accents; nothing for an accent by itself."""
    return "".join(each for each in unicodedata.normalize("NFKD", mark) if not unicodedata.combining(each))


def number(written: str) -> str:
    """A number by its value: 5,864,644.00 is 5864644."""
    whole, point, decimals = written.replace(",", "").partition(".")
    decimals = decimals.rstrip("0")
    return f"{whole}.{decimals}" if point and decimals else whole


def _without(token: str, endings: Sequence[tuple[str, str]]) -> str:
    if not token.isalpha():
        return token
    for ending, instead in endings:
        if token.endswith(ending) and len(token) - len(ending) >= SHORTEST:
            return token[: -len(ending)] + instead
    return token


def _says_nothing(token: str, small: frozenset[str]) -> bool:
    return token in small or len(token) > LONGEST or (len(token) == 1 and token.isalpha())


def analysis() -> Analysis:
    """How the words of the language that is spoken are taken."""
    return _english() if current().locale.language == OWN else Analysis()


@cache
def _english() -> Analysis:
    parsed = tomllib.loads(files("socialvalue.publish.search").joinpath("english.toml").read_text(encoding="utf-8"))
    endings, plurals = ([(ending, instead) for ending, instead in parsed[name]] for name in ("endings", "plurals"))
    small, little = (frozenset(parsed[name].split()) for name in ("small", "little"))
    return Analysis(small, endings, parsed["synonyms"], parsed["asked"], little, plurals)
