"""Plain numbers, held as whole millionths or whole units, and what people write instead of them."""

import re
import unicodedata
from collections.abc import Callable
from decimal import ROUND_HALF_UP, Decimal

from socialvalue.check.cells.bad_cell import BadCell
from socialvalue.records import DIGITS, LARGEST, MILLION

NUMBER = re.compile(rf"(-?)(0|[1-9][0-9]{{0,{DIGITS - 1}}})(?:\.([0-9]{{1,6}}))?", re.ASCII)
INTEGER = re.compile(rf"-?(?:0|[1-9][0-9]{{0,{DIGITS - 1}}})", re.ASCII)
GROUPED = re.compile(r"[1-9][0-9]{0,2}(,[0-9]{3})+(\.[0-9]+)?", re.ASCII)
CONTINENTAL = re.compile(r"[0-9]{1,3}(\.[0-9]{3})+,[0-9]+|[0-9]+,[0-9]{1,2}", re.ASCII)
THOUSAND = re.compile(r"-?[1-9][0-9]{0,2}\.[0-9]{3}", re.ASCII)
"""Pounds with three decimals: more likely thousands, as other countries write them."""
SPACED = re.compile(r"(?<![0-9.,])[1-9][0-9]{0,2}(?:[\s'_][0-9]{3})+(?![0-9])", re.ASCII)
"""Thousands with a space, an apostrophe or an underscore between them."""
APART = re.compile(r"[0-9][\s'_]+[0-9]|[0-9]\s*'$", re.ASCII)
"""Digits that are apart in any other way: nobody knows whether they are one number; or feet."""
ANY = re.compile(r"-?(?:[0-9]{1,12}(?:\.[0-9]{0,15})?|\.[0-9]{1,15})", re.ASCII)
FOREIGN = re.compile(r"[€$¥]|\b(?:eur|usd|euros?|dollars?)\b", re.IGNORECASE)
"""Other money, which is not so many pounds."""
POWER = re.compile(r"-?[0-9]{1,12}(?:\.[0-9]{1,12})?e[+-]?[0-9]{1,3}", re.ASCII)
TIMES = r"k|thousand|m|mn|million|bn|billion"
"""How people write thousands and millions behind a number."""
SCALED = re.compile(rf"(?P<number>.*[0-9])\s*(?P<times>{TIMES})(?![a-z])\s*(?P<words>[a-z .-]*)", re.ASCII)
METRES = re.compile(r"[^£]*[0-9]\s*m(?![A-Za-z]).*", re.ASCII)
"""What may as well be metres: only pounds say for sure that they are millions."""
MORE = re.compile(
    r"\b(?:k|thousands?|mn|millions?|bn|billions?|tn|trillions?|hundreds?|dozens?|score|half|quarters?)\b"
)
"""Words that make another number of the one before: nobody works that out here."""
WITH_WORDS = re.compile(r"(-?\s*[0-9][0-9,.]*)\s*[a-z][a-z .-]*", re.ASCII)
RANGE = re.compile(r"[^0-9]{0,3}[0-9][0-9.,]*\s*[-–—]\s*[^0-9]{0,2}[0-9][0-9.,]*(?:\s*[a-z%][a-z ]*)?", re.ASCII)
"""Two numbers, of which nobody here takes one: 5 to 10 is not 5."""
DATE = re.compile(r"[0-9]{1,4}[-/][0-9]{1,2}[-/][0-9]{1,4}", re.ASCII)
BEHIND = r"(?:(?<=[0-9%])\s*|\s+)"
"""What stands between a number, or its unit, and the words after it."""
ABOUT = re.compile(
    r"(?:about|around|approx(?:imately)?|circa|ca?)\.?\s*(?=[£0-9])|[~≈]\s*"
    rf"|{BEHIND}(?:approx(?:imately)?|or so|about|circa)\.?$"
)
LEAST = re.compile(
    r"(?:at least|more than|over|min(?:imum)?)\.?\s*(?=[£0-9])|(?:>=?|≥)\s*|\s*\+$"
    rf"|{BEHIND}(?:(?:or|and) (?:more|over|above)|min(?:imum)?|at least|plus)\.?$"
)
MOST = re.compile(
    r"(?:up to|at most|less than|under|max(?:imum)?)\.?\s*(?=[£0-9])|(?:<=?|≤)\s*"
    rf"|{BEHIND}(?:(?:or|and) (?:fewer|less|under|below)|max(?:imum)?|at most)\.?$"
)
FEWER = re.compile(
    r"(?:<|fewer than|less than|under)\s*([0-9]{1,2})|([0-9]{1,2}) or (?:fewer|less)|[01]\s*[-–—]\s*([0-9])"
)
FINE = re.compile(r"-?[0-9]+\.[0-9]{7,}", re.ASCII)
LONG = "Write it with 6 decimals at most, as its source rounds it."
"""What to do about more decimals than we hold: nobody here may round a figure of others."""
DOT = "has a dot that may part thousands or be a decimal point."
SMALL = 10
"""Up to this, "fewer than" is how a small count is hidden."""
BOUNDS = {"about": ABOUT, "at least": LEAST, "up to": MOST}
"""The words of the column bound, and what people write at a number instead."""
COUNTED = "This column holds an exact number. Give the one that was counted; if nobody knows it, leave the cell empty."
SCALES = {"k": 1_000, "m": MILLION, "b": 1_000 * MILLION}
NO_NUMBER = {"nan", "inf", "-inf", "+inf", "infinity", "-infinity", "+infinity"}
NOTHING = {
    "n/a",
    "na",
    "n.a.",
    "not applicable",
    "-",
    "--",
    "–",
    "—",
    "nil",
    "none",
    "null",
    "tbc",
    "tbd",
    "unknown",
    "?",
    "*",
    "**",
    "..",
    "...",
    ":",
    "[c]",
    "[x]",
    "[z]",
    "[low]",
    "c",
    "x",
}
MISSING = frozenset({"-1", "-8", "-9", "-88", "-99", "-888", "-999", "-9999"})
"""Numbers that stand for one that is missing, in the files of some programs."""
MINUSES = str.maketrans("−–—‐‑﹣－", "-------")


def number(text: str) -> int:
    """A plain decimal number with at most 6 decimals, in millionths: 12.5 -> 12_500_000."""
    found = NUMBER.fullmatch(text)
    if not found:
        _not_hidden(text)
        _not_exact(text)
        meant = number_meant(text)
        raise BadCell("plain-number", what_it_is(text), LONG if FINE.fullmatch(text) and not meant else "", meant)
    sign, whole, part = found.groups()
    amount = int(whole) * MILLION + int((part or "").ljust(6, "0"))
    return -amount if sign else amount


def quantity(text: str) -> int:
    """A plain number of which nobody can take the dot for one between thousands: 1.200 may be 1.2 or 1,200."""
    found = number(text)
    if THOUSAND.fullmatch(text) and text.endswith("0"):
        mend = f"Write {text.rstrip('0').rstrip('.')} or {text.replace('.', '')}, whichever was counted."
        raise BadCell("plain-number", DOT, mend)
    return found


def integer(text: str) -> int:
    """A plain whole number."""
    if INTEGER.fullmatch(text):
        return int(text)
    if NUMBER.fullmatch(text):
        whole = text.rstrip("0").rstrip(".") if "." in text else ""
        meant = whole if INTEGER.fullmatch(whole) else ""
        raise BadCell("whole-number", "is not a whole number.", suggestion=meant)
    _not_hidden(text)
    _not_exact(text, COUNTED)
    meant = number_meant(text)
    raise BadCell("whole-number", what_it_is(text), suggestion=meant if INTEGER.fullmatch(meant) else "")


def _not_hidden(text: str) -> None:
    """Raise where a count is hidden behind a limit: the limit is not the count."""
    if (found := FEWER.fullmatch(text.strip().casefold())) and int(next(filter(None, found.groups()))) <= SMALL:
        mend = "Ask whoever counted for the number. If it may not be told, leave the line out; never write the limit."
        raise BadCell("plain-number", "is how a small count is hidden.", mend)


def _not_exact(text: str, mend: str = "") -> None:
    """Raise where a number says that it is none exactly: a quantity has a column for that; `mend` is for the others."""
    low = text.strip().casefold()
    for bound, pattern in BOUNDS.items():
        rest = pattern.sub("", low, count=1)
        meant = number_meant(rest) if rest != low else ""
        if meant:
            said = f"is not an exact number: it says {bound}."
            if mend:
                raise BadCell("whole-number", said, mend)
            raise BadCell("plain-number", said, f"Write {meant}, and {bound} in the column bound.", meant)


def what_it_is(text: str) -> str:
    """What is wrong with the text of a number, as a sentence."""
    low = text.strip().casefold()
    return next((said for wrong, said in NAMED if wrong(text, low)), "is not a plain number.")


def number_meant(text: str, rounded: bool = False) -> str:
    """The plain number that was probably meant; empty where it is not clear.

    Where it has more decimals than we hold it is empty too, unless it is to be `rounded`: a computer has worked it out.
    """
    if len(text) > 60 or text.strip().casefold() in NO_NUMBER or FOREIGN.search(text) or any(map(_no_digit, text)):
        return ""
    low = _ascii_digits(text).translate(MINUSES).casefold().strip()
    low = SPACED.sub(lambda found: re.sub(r"\D", "", found[0], flags=re.ASCII), low)
    if APART.search(low):
        return ""
    negative = low.startswith("(") and low.endswith(")")
    pounds = bool(re.search("£|gbp|pounds|sterling", low))
    low = re.sub(r"[£€$%_'()]|gbp", " ", low).strip().lstrip("+")
    low, scale = _scaled(low, millions=pounds or not METRES.fullmatch(text))
    if pounds and scale == 1 and THOUSAND.fullmatch(low):
        return ""
    if GROUPED.fullmatch(low.lstrip("-")):
        low = low.replace(",", "")
    elif CONTINENTAL.fullmatch(low.lstrip("-")) and ("." in low or scale > 1):
        low = low.replace(".", "").replace(",", ".")
    if not ANY.fullmatch(low) and not POWER.fullmatch(low):
        return ""
    return _written((-1 if negative else 1) * scale * Decimal(low), rounded)


def _scaled(low: str, millions: bool) -> tuple[str, int]:
    """A number without the words after it, and what it is to be multiplied by; empty where these are not clear.

    `millions` says that m stands for these.
    """
    scaled, worded = SCALED.fullmatch(low), WITH_WORDS.fullmatch(low)
    number, words, scale = low, "", 1
    if scaled and (millions or scaled["times"] != "m"):
        number, words = scaled["number"], scaled["words"]
        scale = times(scaled["times"])
    elif worded and not POWER.fullmatch(low):
        number, words = worded[1], low[worded.end(1) :]
    return ("", 1) if MORE.search(words) else (re.sub(r"\s", "", number), scale)


def times(word: str) -> int:
    """What a number is multiplied by, by a word of TIMES: k, thousand, m, mn, million, bn, billion."""
    return SCALES["k" if word == "thousand" else word[0]]


NAMED: tuple[tuple[Callable[[str, str], object], str], ...] = (
    (lambda text, low: low in NO_NUMBER, "is not a number that can be counted."),
    (lambda text, low: low.startswith("="), "is a formula."),
    (lambda text, low: low.startswith("#"), "is an error that a spreadsheet left behind."),
    (lambda text, low: DATE.fullmatch(low), "looks like a date. A spreadsheet may have made it one."),
    (lambda text, low: low in NOTHING, "is a mark for a number that is missing or hidden."),
    (lambda text, low: text != text.strip(), "has space around it."),
    (lambda text, low: RANGE.fullmatch(low), "is a range, not one number."),
    (lambda text, low: text.translate(MINUSES) != text, "has a minus sign that programs do not know."),
    (lambda text, low: any(c.isdecimal() and not c.isascii() for c in text),
     "is written in digits of another script."),
    (lambda text, low: "£" in text and THOUSAND.fullmatch(low.replace("£", "").strip()),
     DOT),
    (lambda text, low: "£" in text, "has a pound sign."),
    (lambda text, low: "€" in text or "$" in text, "has a currency sign."),
    (lambda text, low: "%" in text, "has a percent sign."),
    (lambda text, low: "," in text, "has a comma."),
    (lambda text, low: "_" in text, "has an underscore."),
    (lambda text, low: "'" in text, "has an apostrophe."),
    (lambda text, low: "(" in text, "is in brackets."),
    (lambda text, low: POWER.fullmatch(low), "is written as a power of ten."),
    (lambda text, low: any(c.isalpha() for c in text), "has words in it."),
    (lambda text, low: any(c.isspace() for c in text), "has a space in it."),
    (lambda text, low: FINE.fullmatch(text), "has more than 6 decimals."),
    (lambda text, low: re.fullmatch(rf"-?[0-9]{{{DIGITS + 1},}}(\.[0-9]*)?", text),
     f"has more than {DIGITS} digits before the point; so large a number is not held."),
)  # fmt: skip
"""What may be wrong with a number, from the surest sign."""


def _ascii_digits(text: str) -> str:
    return "".join(
        str(unicodedata.digit(c)) if c.isdecimal() and not c.isascii() else c
        for c in unicodedata.normalize("NFKC", text)
    )


def _no_digit(character: str) -> bool:
    """Whether it is a number that is no digit: the ² of a footnote, ½."""
    return unicodedata.category(character) == "No"


def _written(amount: Decimal, rounded: bool) -> str:
    """A number as we want it written; empty where it does not fit, or only if it is rounded."""
    if abs(amount) >= LARGEST + 1:
        return ""
    held = amount.quantize(Decimal("0.000001"), rounding=ROUND_HALF_UP)
    if held != amount and not rounded:
        return ""
    plain = f"{held:f}".rstrip("0").rstrip(".")
    return plain if NUMBER.fullmatch(plain) and plain != "-0" else ""
