"""What a promise is counted in, where its list has no column for that: no unit is ever taken in silence."""

import re
from collections.abc import Sequence
from itertools import combinations
from typing import Any

from socialvalue.intake.amounts import amount
from socialvalue.intake.questions import LEAVE_OUT, Choice, Question
from socialvalue.intake.register import Register
from socialvalue.intake.registering.proposal import Proposal
from socialvalue.intake.registering.sheet import Listing
from socialvalue.intake.units import WORDS, split_unit, unit_of_heading, units_agree

PEOPLE = frozenset(word for word, codes in WORDS.items() if codes == ("headcount",))
WORD = re.compile(r"[a-z]+")


def unit_words(found: Proposal, listing: Listing, register: Register, framework: str) -> list[str]:
    """The words for a unit that stand with a promise: with its number, in a cell of its own, in its measure, above."""
    columns = [column for column in ("quantity", "unit", "measure") if column in found.places]
    said = {column: _text(found, listing, column) for column in columns}
    heading, measure = listing.heading(found.places["quantity"][1]), said["measure"]
    inside = "" if register.exact("measure", measure, framework) else split_unit(measure, register, framework)[1]
    above = split_unit(heading, register, framework)[1] or unit_of_heading(heading)
    return [word for word in (amount(said["quantity"]).word, said.get("unit", ""), inside, above) if word]


def in_conflict(words: Sequence[str], register: Register, framework: str) -> tuple[str, str] | None:
    """The first two words for the unit of one promise that can't both be right; None where all may be."""
    pairs = combinations(words, 2)
    return next((pair for pair in pairs if not units_agree(*pair, register, framework)), None)


def says_people(found: Proposal, listing: Listing) -> bool:
    """Whether the words of a promise say that people are counted: Pupils who visited."""
    return bool(PEOPLE & set(WORD.findall(_text(found, listing, "measure").casefold())))


def which_unit(measure: Any, register: Register, framework: str, people: bool) -> Question:
    """What the promises of a measure are counted in; certain where measure and words both count people."""
    unit = str(measure.unit)
    known = register.units.get((framework, unit))
    called = str(known.many) if known is not None else unit
    certain = unit if people and unit == "headcount" else ""
    choices = [
        Choice(unit, f"{called}, as the measure is"),
        Choice(LEAVE_OUT, "something else: leave the rows out"),
    ]
    words = f"The list names no unit for “{measure.name}” ({measure.measure}). What are its numbers?"
    return Question(f"unit:{measure.measure}", words, choices, certain, kept=True)


def _text(found: Proposal, listing: Listing, column: str) -> str:
    return listing.sheet.cell(*found.places[column]).strip()
