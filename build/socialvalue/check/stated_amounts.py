"""Amounts of pounds, and ranges of two, in the words of a document: £1.2 million, a million pounds, £1 to £2m."""

import re
from decimal import Decimal
from typing import NamedTuple

from socialvalue.check.cells.number import BOUNDS, MORE, SPACED, number_meant
from socialvalue.check.cells.number_words import in_digits
from socialvalue.records import MILLION

UNIT = re.compile(r"gbp|pounds|£")
NUMBER = r"[0-9](?:[0-9,.]*[0-9])?"
SCALE = r"(?:k|m|mn|bn|thousand|million|billion)\b"
POUNDS = r"(?:GBP|pounds)\b"
FRACTION = r"\s?[½¼¾⅓⅔%]|\s+[0-9]+/[0-9]|\s+and\s+a\s+(?:half|quarter)"
SLIPS = r"(?:m\.|ml?n|mi[lo]\w*|mll?\w*|bi?l?l?n|bi[lo]\w*|tr(?:i?l?l?n|il\w*))\b"
"""Other ways to write a scale, of which nobody knows for sure what they mean: mln, mio, milion."""
CLEAR = rf"(?![0-9]|[.,][0-9]|{FRACTION}|[\s-]?(?:{MORE.pattern}|m\b|{SLIPS}))"
"""What must not stand behind an amount, for it would be another one: £2½ million, £2 hundred thousand."""
THOUSANDS = re.compile(rf"(?<=£){SPACED.pattern}")
"""Thousands of pounds with spaces between them: £1 400 000."""
SCALED = rf"{NUMBER}[\s-]?{SCALE}"
MONEY = (
    rf"(?:£|\bGBP)\s?(?:{SCALED}|{NUMBER}){CLEAR}(?:\s?{POUNDS})?|"
    rf"(?<![0-9£$€.,])(?:{SCALED}(?:\s?{POUNDS})?|{NUMBER}\s?{POUNDS}){CLEAR}"
)
AMOUNT = re.compile(MONEY, re.IGNORECASE)
"""An amount of pounds in words: £1.2 million, GBP 1.2m, 1.2 million pounds, 1.2M."""
RANGE = re.compile(
    rf"(?P<low>{MONEY}|(?<![0-9£$€.,]){NUMBER})\s?(?P<by>-|–|—|\bto\b|\bor\b|\band\b)\s?"
    rf"(?P<high>{MONEY}|{NUMBER}{CLEAR})",
    re.IGNORECASE,
)
"""Two numbers that are the ends of one figure."""
FRONT = re.compile(r"\b(between|from)\s+(?:[a-z]+\.?\s+)?$")
BARE = re.compile(rf"{NUMBER}|(?:between )?{NUMBER} ?(?:-|–|—|to|or|and) ?{NUMBER}")
"""A cell of numbers alone: they are pounds, as the column is of these."""
Span = tuple[int, int]
"""Where something stands in a text: from, and up to."""


class Stated(NamedTuple):
    """What some words say, in millionths of a pound: amounts, and the two ends of each range."""

    amounts: list[int]
    ranges: list[tuple[int, int]]
    bound: str
    """The bound that stands at one of them: about, at least, up to; else empty."""
    changes: bool
    """Whether a range may as well be what an amount was and became: from £1m to £2m."""


def stated(words: str) -> Stated:
    """What the words say, as far as they can be read."""
    text = THOUSANDS.sub(
        lambda found: re.sub(r"[\s'_]", "", found[0]), _pounds(in_digits(" ".join(words.split())).casefold())
    )
    ranges, changes, masked = list[Span](), False, list[Span]()
    for found in RANGE.finditer(text):
        front = FRONT.search(text[: found.start()])
        word = front[1] if front else ""
        ends = _ends(found["low"], found["high"], sure=word == "between" or found["by"] in "-–—")
        if ends and (found["by"] != "and" or word == "between"):
            ranges.append(ends)
            changes = changes or word == "from"
            masked.append(found.span())
    single = [*AMOUNT.finditer(_without(text, masked, "."))]
    amounts = [amount for found in single if (amount := _amount(found[0])) is not None]
    return Stated(amounts, ranges, _bound(text, [*masked, *(found.span() for found in single)]), changes)


def _pounds(text: str) -> str:
    """The text, with the sign of pounds where it is nothing but numbers and a bound."""
    bare = text
    for pattern in BOUNDS.values():
        bare = pattern.sub("", bare).strip()
    return re.sub(rf"(?<![0-9.,])(?={NUMBER})", "£", text) if BARE.fullmatch(bare) else text


def _ends(low: str, high: str, sure: bool) -> tuple[int, int] | None:
    """The ends of a range, whose scale may stand at its high one alone; None where they are none of pounds.

    `sure` says that the words leave no doubt of a range: 150-200 pounds; else its low end is to look like pounds.
    """
    if not AMOUNT.fullmatch(high) and not (sure and low.startswith("£")):
        return None
    scale = re.search(SCALE, high)
    alike = _plain(low) is not None and _plain(high) is not None
    if scale and not re.search(SCALE, low) and alike and (_plain(low) or 0) < (_plain(high) or 0):
        low = f"{low} {scale[0]}"
    elif not sure and not AMOUNT.fullmatch(low):
        return None
    first, last = _amount(low), _amount(high)
    return (first, last) if first is not None and last is not None and first < last else None


def _plain(text: str) -> Decimal | None:
    """The number alone of an amount, whatever its scale."""
    found = number_meant("".join(re.findall(NUMBER, text)[:1]))
    return Decimal(found) if found else None


def _amount(text: str) -> int | None:
    """The millionths of a pound that some words say; none where they are not clear."""
    plain = re.sub(r"(?<=[0-9])-", " ", UNIT.sub("", text.casefold())).strip()
    found = number_meant(re.sub(r"mn\b", "m", f"£{plain}").rstrip(".,"))
    return int(Decimal(found) * MILLION) if found else None


def _bound(text: str, amounts: list[Span]) -> str:
    """The bound that stands at an amount; "over three years" is none, so other numbers are taken away first."""
    starts, ends = zip(*sorted(amounts), strict=True) if amounts else ((), ())
    kept = _without(text, [*zip((0, *ends), (*starts, len(text)), strict=True)], "[0-9£]")
    return next((bound for bound, pattern in BOUNDS.items() if pattern.search(kept)), "") if amounts else ""


def _without(text: str, spans: list[Span], what: str) -> str:
    """The text, as long as it was, with a stroke for each of these characters within the spans."""
    for start, end in spans:
        text = text[:start] + re.sub(what, "_", text[start:end]) + text[end:]
    return text
