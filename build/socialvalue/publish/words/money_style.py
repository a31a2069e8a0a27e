"""How a language writes money, as four signs: most money of a site is put together from them, sooner than by Babel."""

import re
from collections.abc import Callable
from functools import cache
from typing import NamedTuple

from socialvalue.publish.words.language import Language

_PARTS = re.compile(r"(\D*)1(\D*)234(\D*)567(?:(\D*)89)?(\D*)")
"""What stands round the digits of 1234567.89."""
PROBES = (0, 1, 10, 99, 100, 999, 1_000, 9_999, 10_000, 99_999, 100_000, 999_999, 1_000_000, 1_234_567_890_123)


class MoneyStyle(NamedTuple):
    """What stands before, between thousands, before the decimals, and behind."""

    before: str
    group: str
    point: str
    behind: str

    def written(self, amount: int, places: int) -> str:
        """An amount of the smallest part, with so many decimals: 123456 with two is £1,234.56."""
        whole, part = divmod(amount, 10**places)
        decimals = f"{self.point}{part:0{places}}" if places else ""
        return f"{self.before}{f'{whole:,}'.replace(',', self.group)}{decimals}{self.behind}"


@cache
def money_style(places: int, language: Language, said: Callable[[int, int, Language], str]) -> MoneyStyle | None:
    """The style of a language with 0 or 2 decimals; None where it needs more than that, as other groups of digits.

    It is read off one amount as `said` by Babel, and held to others.
    """
    found = _PARTS.fullmatch(said(123_456_789 if places else 1_234_567, places, language))
    if found is None or found[2] != found[3]:
        return None
    style = MoneyStyle(found[1], found[2], found[4] or "", found[5])
    return style if all(style.written(each, places) == said(each, places, language) for each in PROBES) else None
