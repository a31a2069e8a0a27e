"""What a promise is of: its measure, and what it is counted in. No unit is ever taken in silence."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any

from socialvalue.intake.amounts import amount
from socialvalue.intake.measures import named
from socialvalue.intake.questions import LEAVE_OUT, Answers, Choice, Question
from socialvalue.intake.register import Register
from socialvalue.intake.registering.cells import Cell
from socialvalue.intake.registering.noting import Noted
from socialvalue.intake.registering.proposal import Proposal, Waits, answered
from socialvalue.intake.registering.sheet import Listing
from socialvalue.intake.units import WORDS, split_unit, two_units, unit_meant, unit_of_heading, units_agree
from socialvalue.intake.words import Words
from socialvalue.intake.workbook import place

PEOPLE = frozenset(word for word, codes in WORDS.items() if codes == ("headcount",))
WORD = re.compile(r"[a-z]+")


@dataclass
class Promised:
    """Reads the measure and the unit of promises, with the answers so far."""

    register: Register
    answers: Answers
    noted: Noted

    def measure(self, found: Proposal, cell: Cell) -> str:
        framework = self.register.framework(found.cells.get("project", ""))
        if code := named(self.register, cell.text, framework):
            if code != cell.text:
                self.noted.changed(cell, code, "its name in the framework")
            return code
        unit = unit_meant(found.cells.get("unit", ""), self.register, framework)
        read = Words(self.register, self.answers).measure(cell.text, unit, framework)
        if not read.code:
            raise Waits(read.why)
        if read.code == LEAVE_OUT:
            raise Waits(LEAVE_OUT)
        self.noted.changed(cell, read.code, read.why)
        return read.code

    def unit(self, found: Proposal, cell: Cell) -> str:
        """The unit of the measure, where the words for it fit; else as it stands, for the check to tell."""
        fits = self._of_measure(found, cell.text, scaled=False)
        if fits and fits != cell.text:
            self.noted.changed(cell, fits, "the unit of the measure")
        return fits or cell.text

    def _of_measure(self, found: Proposal, word: str, scaled: bool = True) -> str:
        """The unit of a row's measure, where a word may mean it, or also thousands or pence of it, if `scaled`."""
        framework = self.register.framework(found.cells.get("project", ""))
        measure = self.register.measures.get((framework, found.cells.get("measure", "")))
        meant = unit_meant(word, self.register, framework)
        of_measure = str(measure.unit) if measure is not None else ""
        return of_measure if meant and of_measure in meant.codes and (scaled or meant.scale is None) else ""

    def settle_unit(self, found: Proposal, listing: Listing) -> None:
        """The unit of a promise: what is said of it in one voice, or a question. Raises Waits."""
        framework = self.register.framework(found.cells.get("project", ""))
        words = unit_words(found, listing, self.register, framework)
        if differ := in_conflict(words, self.register, framework):
            cell = f"{listing.sheet.name}!{place(*found.places['quantity'])}"
            text = listing.sheet.cell(*found.places["quantity"]).strip()
            question, meant = two_units(cell, text, found.cells["quantity"], *differ)
            if (said := answered(self.answers, question)) == LEAVE_OUT:
                raise Waits(LEAVE_OUT)
            words = [meant[said]]
        elif found.cells.get("unit"):
            return
        if words:
            found.cells["unit"] = self._of_measure(found, words[0]) or words[0]
            return
        measure = self.register.measures.get((framework, found.cells["measure"]))
        if measure is None:
            return
        said = answered(self.answers, which_unit(measure, self.register, framework, says_people(found, listing)))
        if said == LEAVE_OUT:
            raise Waits(LEAVE_OUT)
        found.cells["unit"] = said


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
