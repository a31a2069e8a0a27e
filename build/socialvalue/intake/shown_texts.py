"""What a cell of an .ods shows beside its number: the file holds both, the number and the text that its format makes.

What is read is what the cell shows, with every digit that it holds, as of an .xlsx (number_formats.py).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from socialvalue.check.cells.number import POWER
from socialvalue.intake.number_formats import DASHES, NOTHING, NUMBER, PLAIN, SCALES

DIGITS = re.compile(r"[0-9](?:[0-9.,'\s]*[0-9])?", re.ASCII)
GROUPS = re.compile(r"[\s']")
FRACTION = re.compile(r"-?(?:([0-9]+)\s+)?([0-9]+)/([1-9][0-9]{0,5})", re.ASCII)
AS_TYPED = frozenset("-−()") | PLAIN
"""What stands beside a plain number, one below 0 too."""
POWERS = (0, 3, 6)


@dataclass(frozen=True)
class ShownText:
    """The text that a cell shows; None where the file has none, and the cell is a percentage or of a currency."""

    text: str | None
    per_cent: bool = False
    currency: str = ""

    def shown(self, number: str) -> str:
        """What the cell shows that holds this number; "" where that is no more than the number."""
        if not NUMBER.fullmatch(number):
            return ""
        value = Decimal(number)
        if self.text is None:
            return f"{_plain(value.scaleb(2))}%" if self.per_cent else f"{number} {self.currency}".strip()
        text = " ".join(self.text.split())
        if _is_fraction(text, abs(value)) or POWER.fullmatch(text.casefold()):
            return ""
        digits = DIGITS.search(text)
        if not digits:
            return "" if not value and text.strip(" £") in DASHES else f"{number} [shows {text or NOTHING}]"
        before, after = text[: digits.start()], text[digits.end() :]
        power = self._power(value, digits[0], after)
        if power is None:
            return f"{number} [shows {text}]"
        if not power and AS_TYPED.issuperset(before + after):
            return ""
        whole = digits[0] if digits[0].startswith("0") and digits[0].isdigit() else _plain(abs(value).scaleb(power))
        return f"{before}{whole}{SCALES.get((-power, after.strip().casefold()), after)}"

    def _power(self, value: Decimal, digits: str, after: str) -> int | None:
        """By which power of ten the digits differ from the number: 2 for 50% of 0.5, -3 for £62k of 62,000."""
        powers = [2] if self.per_cent else [-power for power in POWERS]
        for power in powers:
            exact = abs(value).scaleb(power)
            if any(abs(read - exact) <= half for read, half in _readings(digits)):
                return power
        return None


def _is_fraction(text: str, value: Decimal) -> bool:
    """Whether the text is the number as a fraction, to the nearest: 1/2 of 0.5, not 3/5 of 3."""
    found = FRACTION.fullmatch(text)
    if not found:
        return False
    parts = Decimal(found[2]) / Decimal(found[3])
    return abs(Decimal(found[1] or 0) + parts - value) * Decimal(found[3]) < 1


def _readings(digits: str) -> Iterator[tuple[Decimal, Decimal]]:
    """The numbers that digits may be, with a point or a comma for decimals, each with half of its last place."""
    for point, group in (".", ","), (",", "."):
        whole, _, part = GROUPS.sub("", digits).replace(group, "").partition(point)
        if whole.isdigit() and (not part or part.isdigit()):
            yield Decimal(f"{whole}.{part or 0}"), Decimal(5).scaleb(-len(part) - 1)


def _plain(value: Decimal) -> str:
    found = f"{value:f}"
    return found.rstrip("0").rstrip(".") if "." in found else found
