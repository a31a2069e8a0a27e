"""Read the cell of a quantity: the number, the unit that stands with it, how exact it is, or that there is none."""

import re
from dataclasses import dataclass
from decimal import Decimal

from socialvalue.check.cells.number import (
    ABOUT,
    LEAST,
    MORE,
    MOST,
    NOTHING,
    NUMBER,
    TIMES,
    number_meant,
    times,
    what_it_is,
)
from socialvalue.intake.not_known import says_not_known

NOT_SENT = NOTHING - {"nil", "none"} | {"not reported", "#n/a"}
"""What people write where there is no number."""
NONE = {"nil", "none", "no", "zero", "0 [shows nothing]"}
"""What may mean 0, and may mean that nothing is known."""
SHOWS_OTHER = re.compile(r"-?[0-9.]+ \[shows .*\]", re.ASCII | re.DOTALL)
"""A number whose cell shows something else, by its format."""
HIDDEN = re.compile(r"[<≤]\s*[0-9]{1,2}|\*+|c|\[c\]|suppressed", re.IGNORECASE)
"""How a count is marked that is too small to be told."""
MARKER = re.compile(r"-9{1,4}(?:\.0+)?")
MINUS_BEHIND = re.compile(r"[£(]?\s*[0-9][0-9,. ]*\s*[-−–]\)?")
"""How accounts write what is less than nothing."""
PARTS = re.compile(
    r"(?P<before>[£€$~<>≥≤+]?\s*(?:[a-z][a-z ]{0,20}?\s*)?)"
    r"(?P<number>[-−(]?\s*£?\s*[0-9][0-9,. ]*(?:e[+-]?[0-9]+)?\)?)\s*(?P<after>.*)",
    re.IGNORECASE | re.DOTALL,
)
BOUNDS = {"about": ABOUT, "at least": LEAST, "up to": MOST}
SCALED = re.compile(rf"({TIMES})(?![a-z])")
STERLING = re.compile(r"\b(?:pounds?(?: sterling)?|sterling|gbp)\b")
"""What says no more than the sign."""


@dataclass(frozen=True)
class Amount:
    """What a cell says: a plain number and the word beside it; or why there is no number."""

    number: str = ""
    word: str = ""
    """The unit as it stands: wks, £, FTE."""
    bound: str = ""
    absent: str = ""
    """One of: not-sent, none, hidden, wrong; empty for a number."""
    said: str = ""
    """What is wrong with it, or why it is another than the cell's."""
    whole: bool = False
    """Whether the cell itself said thousands or millions, so that nothing beside it says them again."""


def amount(text: str) -> Amount:
    """Read the text of a quantity."""
    low = text.strip().casefold()
    if HIDDEN.fullmatch(low):
        return Amount(absent="hidden", said="is how a count is marked that is too small to be told")
    if not low or low in NOT_SENT or says_not_known(low, number=True) or MARKER.fullmatch(low):
        return Amount(absent="not-sent")
    if low in NONE:
        return Amount(absent="none")
    if NUMBER.fullmatch(low):
        return Amount(low)
    if SHOWS_OTHER.fullmatch(low):
        return Amount(absent="wrong", said="holds one number and shows something else")
    if MINUS_BEHIND.fullmatch(low):
        return Amount(absent="wrong", said="has a minus sign behind it")
    if text.startswith(("=", "#")):
        return Amount(absent="wrong", said=_trouble(text))
    return _with_words(low, text)


def _with_words(low: str, text: str) -> Amount:
    bound = ""
    for word, pattern in BOUNDS.items():
        rest = pattern.sub("", low, count=1).strip()
        if rest != low:
            low, bound = rest, word
            break
    found = PARTS.fullmatch(low)
    if not found:
        return Amount(absent="wrong", said=what_it_is(text).rstrip("."))
    pound = bool(re.search("£|gbp|pounds|sterling", low))
    after, before = found["after"].strip(), found["before"].replace("£", "").strip()
    scaled = SCALED.match(after)
    scaled = scaled if scaled and (pound or scaled[1] != "m") else None
    figure = found["number"].replace("£", "").strip()
    number = number_meant(f"£{figure}" if pound and not scaled else figure, rounded=True)
    if scaled and number:
        number, after = plain_number(Decimal(number) * times(scaled[1])), after[scaled.end() :].strip()
    if not number or any(c.isdigit() for c in after) or MORE.search(after):
        return Amount(absent="wrong", said=what_it_is(text).rstrip("."))
    more = f"{STERLING.sub('', after).strip(' .')} {STERLING.sub('', before).strip()}".strip()
    return Amount(number, f"£ {more}".strip() if pound else (after or before), bound, whole=bool(scaled))


def plain_number(value: Decimal) -> str:
    """A number written out, in at most six decimals; "" where it is too large."""
    return number_meant(f"{value:f}", rounded=True)


def typed_plain(text: str) -> str:
    """A number that somebody types as it is kept; "" for none, or for less than nothing."""
    found = number_meant(text)
    return found if not found.startswith("-") else ""


def typed_whole(text: str) -> str:
    """A whole number that somebody types; "" for another."""
    found = typed_plain(text)
    return found if found.isdigit() else ""


def _trouble(text: str) -> str:
    if text.startswith("="):
        return "is a formula whose result was not saved. Open the file and save it"
    return "is an error that a spreadsheet left behind"
