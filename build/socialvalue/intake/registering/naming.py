"""What a list names is led to the key that it means: a row of the register, or a contractor by its number."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from socialvalue.intake.entry import LeftOut
from socialvalue.intake.questions import LEAVE_OUT, Answers, Choice, Question
from socialvalue.intake.registering.cells import Cell
from socialvalue.intake.registering.known import KEYS, MADE, REFERS, Known, Row
from socialvalue.intake.registering.noting import Noted
from socialvalue.intake.registering.proposal import NEW, Proposal, Waits, answered, value_said
from socialvalue.intake.registering.several import (
    crossing,
    firm_called,
    firms,
    numbers_called,
    unnumbered,
    which_firm,
    which_number,
    whose_number,
)
from socialvalue.intake.words import EMPTY
from socialvalue.intake.workbook import Place, shown
from socialvalue.records.naming import name_meant


@dataclass
class Naming:
    """Knows the register, and makes rows of their own for what it lacks."""

    known: Known
    schemas: Mapping[str, Mapping[str, Any]]
    answers: Answers
    order: str
    noted: Noted
    named: dict[tuple[str, str], Row] = field(default_factory=dict)
    """New rows of MADE by table and name, before they have a key."""
    numbered: dict[tuple[str, str, str], tuple[str, Place]] = field(default_factory=dict)
    """Where the number of a contractor stands in a list of projects: by table, key and column."""
    numbers: Mapping[str, Sequence[str]] = field(default_factory=dict)
    """The numbers of contractors of one name with several, in the list that is read."""

    def key(self, column: str, text: str, cell: Cell) -> str:
        """The key of what a cell names; "" for an empty cell. Raises Waits."""
        table = REFERS[column]
        if key := self.known.find(table, text):
            self.noted.changed(cell, key, "its name in the register") if key != text else None
            return key
        several = self.known.called(table, text)
        near = several or self.known.near(table, text)
        rest = Choice(NEW, "a new one") if table in MADE else Choice(EMPTY, "leave the cell empty")
        if table == "projects":
            rest = Choice(LEAVE_OUT, "leave the rows out")
        if not near and table in MADE:
            return self._made(table, text, column, cell)
        kind = KEYS[table]
        said = answered(
            self.answers,
            Question(
                f"cell:{cell.named}" if several else f"{kind}:{name_meant(text)}",
                f'Which {kind} is "{shown(text)}"{f" in {cell.named}" if several else ""}?',
                [*(Choice(key, f"{self.known.rows[table][key].get('name', key)} ({key})") for key in near), rest],
                typed=f"its name in {table}.csv",
                reads=lambda typed: self.known.find(table, typed),
                kept=not several,
            ),
        )
        if said == NEW:
            return self._made(table, text, column, cell)
        if said == LEAVE_OUT:
            raise Waits(LEAVE_OUT)
        self.noted.changed(cell, said, "answer")
        return "" if said == EMPTY else said

    def number(self, cell: Cell, text: str) -> str:
        """The public number of a contractor, with its list; "" for none. Raises Waits."""
        fields = {each["name"]: each for each in self.schemas["organisations"]["fields"]}
        return value_said(
            replace(cell, text=text), "identifier", fields["identifier"], self.order, self.answers, "organisations"
        ).text

    def contractors(self, found: Proposal, cell: Cell) -> list[str]:
        """The keys of the contractors that a cell names, each by its number where the list has one. Raises Waits."""
        names, numbers = firms(self.known, cell.text), found.numbers
        if numbers and len(numbers) != len(names):
            why = "it can't be told which contractor each number is of"
            self.noted.left_out.append(LeftOut(cell.sheet, found.number_at, ", ".join(numbers), why))
            numbers = []
        both = zip(names, numbers or [""] * len(names), strict=True)
        return [self._contractor(*each, cell, found.number_at) for each in both]

    def _contractor(self, name: str, number: str, cell: Cell, at: Place) -> str:
        """The key of one contractor, which gets the number if it has none. Raises Waits."""
        if crossed := crossing(self.known, name, number):
            if (said := answered(self.answers, which_firm(self.known, name, number, crossed))) == LEAVE_OUT:
                raise Waits(LEAVE_OUT)
            return said
        table, several = "organisations", numbers_called(self.numbers, self.known, name)
        named = firm_called(self.known, name, number)
        if several and not number:
            said = answered(self.answers, which_number(cell.named, name, several))
            number = "" if said == NEW else self.number(cell, said)
            named = "" if said == NEW else firm_called(self.known, name, number)
        elif several and (key := unnumbered(self.known, name, number)):
            named = answered(self.answers, whose_number(cell.named, name, number, key))
            named = "" if named == NEW else key
        key = self.key("contractor", named, cell) if named else self._made(table, name, "contractor", cell)
        row = self.known.rows[table].get(key)
        if row is not None and number and not row.get("identifier"):
            self.known.put(table, key, {**row, "identifier": number})
            self.numbered[table, key, "identifier"] = cell.sheet, at
            self.noted.changed(replace(cell, row=at[0], column=at[1], text=number), number, f"the number of {key}")
        return key

    def _made(self, table: str, text: str, column: str, cell: Cell) -> str:
        """A new row for what a list names; its key."""
        key = self.known.free(table, text)
        row = {KEYS[table]: key, "name": " ".join(text.split())}
        if column == "contractor":
            row["kind"] = "contractor"
        self.known.put(table, key, row)
        self.named[table, key] = row
        self.noted.changed(cell, key, f"new in {table}.csv")
        return key
