"""Words, names and codes, and what people write instead of them."""

import difflib
import re
import unicodedata
from collections.abc import Sequence

from socialvalue.check.cells.bad_cell import BadCell
from socialvalue.check.cells.day import DATED, days_meant, part_meant, which
from socialvalue.records.naming import name_meant

ADDRESS = re.compile(r"(?:http://)?((?:[a-z0-9-]+\.)+[a-z]{2,}(?:/\S*)?)", re.IGNORECASE | re.ASCII)
"""A web address without its https."""
ERRORS = {
    *("#N/A", "#REF!", "#NAME?", "#VALUE!", "#DIV/0!", "#NUM!", "#NULL!", "#SPILL!", "#CALC!", "#GETTING_DATA"),
    *("#FIELD!", "#BLOCKED!", "#UNKNOWN!", "#CONNECT!", "#ERROR!"),
}
"""What spreadsheets show in the place of a result that they could not work out."""
NAME = "^[a-z0-9]+(-[a-z0-9]+)*$"

CODE = re.compile(r"[A-Za-z0-9_-]+")
"""A name or a code, which can be told as it is to be written; a sentence is long, and has a full stop of its own."""


def words(text: str) -> str:
    """Text as it stands, without space around it."""
    if text.strip().upper() in ERRORS:
        raise BadCell("spreadsheet-error", "is an error that a spreadsheet left behind.")
    if text != text.strip():
        meant = text.strip()
        mend = "" if CODE.fullmatch(meant) else "Take the space away."
        raise BadCell("space-around", "has space before or after it.", mend, meant)
    return text


def yes_or_no(text: str) -> bool:
    """yes or no."""
    if text in ("yes", "no"):
        return text == "yes"
    meant = {"y": "yes", "true": "yes", "1": "yes", "n": "no", "false": "no", "0": "no"}
    low = text.strip().casefold()
    raise BadCell("yes-or-no", "is neither yes nor no.", suggestion=low if low in ("yes", "no") else meant.get(low, ""))


def not_one_of(text: str, allowed: Sequence[str]) -> BadCell:
    """What to say of a word that is not one of those for its column."""
    known = {word.casefold(): word for word in allowed}
    low = re.sub(r"[\s_]+", " ", text.strip().casefold())
    for wanted in (low, low.replace(" ", "-"), low.replace("-", " ")):
        if wanted in known:
            return BadCell("one-of-the-words", "is not one of the words for this column.", suggestion=known[wanted])
    close = difflib.get_close_matches(low, known, n=1, cutoff=0.8)
    meant = known[close[0]] if close else ""
    choose = f"Choose from: {', '.join(allowed)}."
    mend = f"Write {meant}, if that is meant. {choose}" if meant else choose
    return BadCell("one-of-the-words", "is not one of the words for this column.", mend, meant)


def not_formed(text: str, pattern: str, title: str, description: str) -> BadCell:
    """What to say of a text that does not have the form of its column."""
    named = pattern == NAME
    strange = next((c for c in text if not c.isascii()), "")
    if strange:
        known = unicodedata.name(strange, "a character without a name")
        said = f'has "{strange}" (U+{ord(strange):04X}, {known}), which is not a plain letter or digit.'
        clear = named and not _looks_alike(text)
        return BadCell("well-formed", said, suggestion=name_meant(text) if clear else "")
    if named:
        said = "is not written like a name or code: small letters, digits and single hyphens."
        return BadCell("well-formed", said, suggestion=name_meant(text))
    dated = pattern == DATED
    meant = part_meant(text) if dated else ""
    if pattern.startswith("^https") and (address := ADDRESS.fullmatch(text)):
        meant = f"https://{address[1]}"
    mend = f"Write {meant}." if meant else (which(days_meant(text)) if dated else "") or description
    return BadCell("well-formed", f"does not have the form that the column {title} needs.", mend, meant)


def _looks_alike(text: str) -> bool:
    """Whether dropping what is not ASCII would drop letters: then nobody knows what is meant."""
    return any(c.isalnum() and not unicodedata.normalize("NFKD", c)[0].isascii() for c in text if not c.isascii())
