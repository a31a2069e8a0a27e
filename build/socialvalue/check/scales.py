"""Thousands, millions, pence as people write them in a heading, a measure or a unit: £k, (£000), Spend (thousands)."""

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from socialvalue.check.cells.number import FOREIGN

SIGN = r"(?:£|\bgbp\b|\bgbp(?=k|m)|\bpounds?\b|\bsterling\b)"
TIMES = {
    100: r"(?:'?0{2}'?s?|hundreds?)",
    1_000: r"(?:k|'?0{3}'?s?|1,?000'?s|thousands?|thou)",
    1_000_000: r"(?:mn?|millions?|mill?|'?0{3}[,']?0{3}'?s?)",
    1_000_000_000: r"(?:bn|billions?)",
}
ALONE = {
    100: r"(?:[x×]\s?100|hundreds)",
    1_000: r"(?:'0{3}'?s?|0{3}'?s|1,?000'?s|[x×]\s?1,?000|thousands?)",
    1_000_000: r"(?:'0{3}[,']0{3}'?s?|[x×]\s?1,?000,?000|millions?|mn)",
    1_000_000_000: r"(?:bn|billions?)",
}
"""What says that it is a scale where nothing beside it does."""
BEFORE, AFTER = r"(?<![0-9a-z,.'])", r"(?![0-9a-z&']|[.,][0-9])"
PENCE = r"[(\[]?\s*(?:\bin\s+)?(?<!and )(?<!& )(?<![&/])\bpence\b(?!\s+(?:per|an?|each)\b|\s*/)\s*[)\]]*"
"""Pence alone: neither pounds and pence nor pence per mile."""
SHORT = {100: " hundreds", 1_000: "k", 1_000_000: "m", 1_000_000_000: "bn"}
LONG = {100: "hundreds", 1_000: "thousands", 1_000_000: "millions", 1_000_000_000: "thousand millions"}


@dataclass(frozen=True)
class Scale:
    """What a text says of the size of the figures below or beside it."""

    times: int
    """How many of the unit one of them is; 1 for pence."""
    pounds: bool
    """Whether it says that they are pounds; otherwise it doesn't say thousands of what."""
    rest: str
    """The text without it."""
    over: int = 1
    """How many of them are one of the unit: 100 for pence."""

    @property
    def word(self) -> str:
        """What it says, in one spelling: £k, £m, thousands, pence."""
        return f"£{SHORT[self.times]}" if self.pounds and self.over == 1 else self.words

    @property
    def words(self) -> str:
        """What it says in full: thousands."""
        return LONG[self.times] if self.over == 1 else "pence"

    @property
    def factor(self) -> Decimal:
        """What a figure is multiplied by."""
        return Decimal(self.times) / self.over

    @property
    def how(self) -> str:
        """What is done with a figure: times 1,000."""
        return f"times {self.times:,}" if self.over == 1 else f"divided by {self.over}"

    def order(self, what: str) -> str:
        """What somebody is to do: Multiply each by 1,000."""
        return f"Multiply {what} by {self.times:,}" if self.over == 1 else f"Divide {what} by {self.over}"


def _patterns() -> list[tuple[int, int, bool, re.Pattern[str]]]:
    found = []
    for times, word in reversed(TIMES.items()):
        after = rf"{SIGN}\s*(?:in\s+)?[(\[]?\s*{word}{AFTER}"
        found.append((times, 1, True, rf"[(\[]?\s*(?:{after}|{BEFORE}{word}\s*(?:of\s+)?(?:{SIGN}|gbp\b))\s*[)\]]*"))
    found.append((1, 100, True, PENCE))
    for times, word in reversed(ALONE.items()):
        bracketed = rf"[(\[]\s*(?:in\s+)?{TIMES[times]}\s*[)\]]"
        found.append((times, 1, False, rf"{bracketed}|(?:\bin\s+)?{BEFORE}{word}{AFTER}"))
    return [(times, over, pounds, re.compile(pattern)) for times, over, pounds, pattern in found]


PATTERNS = _patterns()


@lru_cache(4096)
def scale_in(text: str) -> Scale | None:
    """What a text says of thousands, millions or pence; None where it says nothing of them, or thousands of euros."""
    low = re.sub("[’‘`´]", "'", text).casefold()
    for times, over, pounds, pattern in PATTERNS if len(low) == len(text) and not FOREIGN.search(low) else ():
        if found := pattern.search(low):
            rest = f"{text[: found.start()]} {text[found.end() :]}"
            return Scale(times, pounds, " ".join(rest.split()).strip(" ,-:"), over)
    return None
