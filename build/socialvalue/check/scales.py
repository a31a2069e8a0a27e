"""Thousands and millions, as people write them in a heading, a measure or a unit: £k, (£000), £m, Spend (thousands)."""

import re
from dataclasses import dataclass
from functools import lru_cache

SIGN = r"(?:£|\bgbp\b|\bgbp(?=k|m)|\bpounds?\b|\bsterling\b)"
TIMES = {
    1_000: r"(?:k|'?0{3}'?s?|1,?000'?s|thousands?|thou)",
    1_000_000: r"(?:mn?|millions?|mill?|'?0{3}[,']?0{3}'?s?)",
    1_000_000_000: r"(?:bn|billions?)",
}
ALONE = {
    1_000: r"(?:'0{3}'?s?|0{3}'?s|1,?000'?s|[x×]\s?1,?000|thousands?)",
    1_000_000: r"(?:'0{3}[,']0{3}'?s?|[x×]\s?1,?000,?000|millions?|mn)",
    1_000_000_000: r"(?:bn|billions?)",
}
"""What says that it is a scale where nothing beside it does."""
BEFORE, AFTER = r"(?<![0-9a-z,.'])", r"(?![0-9a-z&'])"
SHORT = {1_000: "k", 1_000_000: "m", 1_000_000_000: "bn"}
LONG = {1_000: "thousands", 1_000_000: "millions", 1_000_000_000: "thousand millions"}


@dataclass(frozen=True)
class Scale:
    """What a text says of the size of the figures below or beside it."""

    times: int
    """How many of the unit one of them is."""
    pounds: bool
    """Whether it says that they are pounds; otherwise it doesn't say thousands of what."""
    rest: str
    """The text without it."""

    @property
    def word(self) -> str:
        """What it says, in one spelling: £k, £m, thousands."""
        return f"£{SHORT[self.times]}" if self.pounds else self.words

    @property
    def words(self) -> str:
        """What it says in full: thousands."""
        return LONG[self.times]


def _patterns() -> list[tuple[int, bool, re.Pattern[str]]]:
    found = []
    for times, word in reversed(TIMES.items()):
        after = rf"{SIGN}\s*(?:in\s+)?[(\[]?\s*{word}{AFTER}"
        found.append((times, True, rf"[(\[]?\s*(?:{after}|{BEFORE}{word}\s*(?:of\s+)?(?:{SIGN}|gbp\b))\s*[)\]]*"))
    for times, word in reversed(ALONE.items()):
        bracketed = rf"[(\[]\s*(?:in\s+)?{TIMES[times]}\s*[)\]]"
        found.append((times, False, rf"{bracketed}|(?:\bin\s+)?{BEFORE}{word}{AFTER}"))
    return [(times, pounds, re.compile(pattern)) for times, pounds, pattern in found]


PATTERNS = _patterns()


@lru_cache(4096)
def scale_in(text: str) -> Scale | None:
    """What a text says of thousands or millions; None where it says nothing of them."""
    low = re.sub("[’‘`´]", "'", text).casefold()
    for times, pounds, pattern in PATTERNS if len(low) == len(text) else ():
        if found := pattern.search(low):
            rest = f"{text[: found.start()]} {text[found.end() :]}"
            return Scale(times, pounds, " ".join(rest.split()).strip(" ,-:"))
    return None
