"""Know a column by its heading, and the row of headings by the columns it names."""

import re
import tomllib
from collections.abc import Sequence
from pathlib import Path

from socialvalue.check.names import plain
from socialvalue.check.units_in_headings import units_beside
from socialvalue.intake.periods import spans_of

FIELDS: dict[str, str] = {
    "project": "which project",
    "period": "which period",
    "period_part": "which period, with the one before",
    "start": "first day",
    "end": "last day",
    "day": "day of the row",
    "measure": "measure",
    "measure_words": "measure, in other words",
    "quantity": "quantity",
    "running_total": "quantity, as a total so far",
    "row": "what each row is",
    "unit": "unit, compared with the measure's",
    "headcount": "headcount",
    "bound": "how exact",
    "area": "area",
    "organisation": "organisation",
    "tier": "tier",
    "status": "status",
    "evidence": "evidence, by its title",
    "dated": "evidence, when it is dated",
    "kind": "evidence, what kind",
    "link": "evidence, its address",
    "checked_by": "evidence, who checked it",
    "checked_on": "evidence, when it was checked",
    "local_definition": "what local means",
    "part_of": "part of row",
    "derivation": "how it was worked out",
    "public_note": "public note",
    "left_out": "left out",
}
"""What a column may be, and how that is said."""
ONCE: dict[str, list[str]] = tomllib.loads(Path(__file__).with_name("headings.toml").read_text(encoding="utf-8"))
"""The headings that people write, by what their column is."""
KNOWN = {plain(heading): field for field, headings in ONCE.items() for heading in headings}
TOTAL = re.compile(r"\s*(?:grand |sub-?\s?|overall |running )?totals?\b.{0,30}", re.IGNORECASE)
SAID: dict[str, list[str]] = tomllib.loads(Path(__file__).with_name("sections.toml").read_text(encoding="utf-8"))
NOT_DONE = frozenset(SAID["not_done"])
"""What says of figures that nobody delivered them."""
DONE = frozenset(SAID["done"])
"""What says that somebody did."""
SO_FAR = SAID["so_far"]
"""What makes a total so far of any figure: YTD actual."""
CHANGE = re.compile(
    r"\b(?:change|movement|increase|decrease)s?\b.*\b(?:since|in|this|on|from)\b"
    r"|\bsince (?:the |our |your )?(?:last|previous|prior)\b",
    re.IGNORECASE,
)
"""What says that figures are what came since the report before: of the period, and no totals."""
FIGURE = re.compile(r"\s*[£€$]?-?[0-9][0-9,]*(?:\.[0-9]+)?%?\s*")
LOOKED_AT = 30
"""Rows from the top that may be the row of headings."""


def field_of(heading: str) -> str:
    """What a column with this heading is; "" where it isn't known."""
    bare = re.sub(r"[(\[].*?[)\]]", " ", heading)
    found = KNOWN.get(plain(heading)) or KNOWN.get(plain(bare)) or ""
    return "running_total" if found == "quantity" and says_so_far(heading) else found


def says_change(heading: str) -> bool:
    """Whether a heading says that its figures are what changed: Change since last report."""
    return bool(CHANGE.search(heading))


def says_so_far(heading: str) -> bool:
    """Whether a heading says that its figures are totals since a start: Actual (YTD)."""
    if says_change(heading):
        return False
    words = f" {re.sub(r'[^a-z0-9]+', ' ', heading.casefold()).strip()} "
    return any(f" {said} " in words for said in SO_FAR)


def unit_beside(heading: str) -> str:
    """What a heading says besides what its column is, where that may be a unit: "Actual €" -> €; "" for nothing.

    A period, and words that say no unit, as in Actual (this quarter), are none.
    """
    return next((text for text in units_beside(heading) if not (field_of(text) or spans_of(text))), "")


def likely_field(heading: str) -> str:
    """What a column is likely to be by a part of its heading: "Actual delivered in Q1" -> quantity."""
    words = f" {re.sub(r'[^a-z0-9]+', ' ', heading.casefold()).strip()} "
    found = [
        (len(known), field)
        for field, headings in ONCE.items()
        for known in headings
        if field != "running_total" and len(known) > 3 and f" {known} " in words
    ]
    likely = max(found, default=(0, ""))[1]
    if likely in ("", "quantity", "period") and says_change(heading):
        return "quantity"
    return "running_total" if likely in ("", "quantity") and says_so_far(heading) else likely


def is_total(row: Sequence[str]) -> bool:
    """Whether a row says that it is the total of others."""
    return any(TOTAL.fullmatch(text) for text in row)


def header_row(rows: Sequence[Sequence[str]], others: Sequence[str] = ()) -> int:
    """The number of the row of headings, from 1; 0 where none is found. `others` are headings known from earlier files.

    It names the most columns that are known, and there are rows with something below it.
    """
    kept = {plain(heading) for heading in others}
    best, at = 0, 0
    for number, row in enumerate(rows[:LOOKED_AT], start=1):
        cells = {plain(text) for text in row if text.strip()}
        known = {KNOWN[text] for text in cells if text in KNOWN} | {text for text in cells if text in kept}
        filled = [text for text in row if text.strip()]
        if len(known) == 1 and any(FIGURE.fullmatch(text) and not spans_of(text) for text in filled):
            continue  # Target, 30, 400: a row of figures
        score = len(known) * 2 + sum(bool(likely_field(text) or spans_of(text)) for text in filled)
        if len(known) and len(cells) > 1 and score > best and _filled_below(rows, number):
            best, at = score, number
    return at


def _filled_below(rows: Sequence[Sequence[str]], number: int) -> bool:
    return any(any(text.strip() for text in row) for row in rows[number:])
