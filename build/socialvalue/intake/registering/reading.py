"""From the rows of a list to rows of the register: each cell read, each name led to what it means."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from socialvalue.intake.entry import Change, LeftOut
from socialvalue.intake.measures import named
from socialvalue.intake.questions import LEAVE_OUT, Answers, Choice, Question
from socialvalue.intake.register import Register
from socialvalue.intake.registering.cells import BOUND, Cell, Value, value_of
from socialvalue.intake.registering.known import Known, Row
from socialvalue.intake.registering.sheet import HEADINGS, Listing
from socialvalue.intake.units import unit_meant
from socialvalue.intake.words import EMPTY, Words
from socialvalue.intake.workbook import Cell as Where
from socialvalue.intake.workbook import Place, shown
from socialvalue.records.naming import name_meant

NEW = "new"
REFERS = {
    "programme": "programmes",
    "promoter": "organisations",
    "contractor": "organisations",
    "area": "areas",
    "within": "areas",
    "project": "projects",
    "source": "sources",
}
"""The columns that name a row of another table, but for the key of their own."""
MADE = ("programmes", "organisations")
"""The tables that get a new row where a list names something that they lack."""
SINGULAR = {"programmes": "programme", "organisations": "organisation", "areas": "area", "projects": "project"}
BETWEEN = (";", "/", "\n", " and ", " & ", ",")
"""What stands between the areas of a project."""


class Waits(Exception):
    """A question about a row stands open: its key."""


@dataclass
class Proposal:
    """A row of a list as a row of the register."""

    table: str
    cells: Row
    at: tuple[str, int]
    """Its sheet and row."""
    places: dict[str, Place] = field(default_factory=dict)
    """The cell that each column came from."""
    linked: dict[str, list[str]] = field(default_factory=dict)
    """What it is linked with: `area` and `contractor`, as keys."""


@dataclass
class Reader:
    """Reads lists into proposals, with the answers so far."""

    known: Known
    register: Register
    schemas: Mapping[str, Mapping[str, Any]]
    answers: Answers
    order: str
    notes: bool
    changes: list[Change] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)
    waiting: dict[str, list[Where]] = field(default_factory=dict)
    named: dict[tuple[str, str], Row] = field(default_factory=dict)
    """New rows of MADE by table and name, before they have a key."""

    def proposals(self, listing: Listing) -> Iterator[Proposal]:
        """The rows of a list that no open question is about."""
        for row in listing.rows():
            found = Proposal(listing.table, {}, (listing.sheet.name, row))
            waits = list(self._cells(found, listing))
            if LEAVE_OUT in waits:
                self.left_out.append(LeftOut(listing.sheet.name, (row, 1), "", "as answered"))
            elif not waits:
                lacking = [column for column in _needed(listing.table) if column not in found.cells]
                if lacking:
                    self.left_out.append(LeftOut(listing.sheet.name, (row, 1), "", f"no {lacking[0]}"))
                else:
                    yield found

    def _cells(self, found: Proposal, listing: Listing) -> Iterator[str]:
        """Read each cell of a row; the keys of the questions that stand open."""
        numbers = {column: number for number, column in listing.columns.items()}
        row = found.at[1]
        for column in (column for column in HEADINGS[listing.table] if column in numbers):
            number = numbers[column]
            text = listing.sheet.cell(row, number).strip()
            try:
                if text:
                    self._read(found, column, Cell(listing.sheet.name, row, number, listing.heading(number), text))
            except Waits as waits:
                self.waiting.setdefault(str(waits), []).append((listing.sheet.name, (row, number)))
                yield str(waits)
                if str(waits) == LEAVE_OUT:
                    return

    def _read(self, found: Proposal, column: str, cell: Cell) -> None:
        """Put what a cell says into its row. Raises Waits."""
        fields = {each["name"]: each for each in self.schemas[found.table]["fields"]}
        place = (cell.row, cell.column)
        if column == "note" and not self.notes:
            return
        if column in ("area", "contractor") and found.table == "projects":
            whole = column != "area" or self.known.find("areas", cell.text)
            keys = [self._key(column, part, cell) for part in ([cell.text] if whole else _parts(cell.text))]
            found.linked[column] = [key for key in keys if key]
            found.places[column] = place
            return
        own_key = column == found.table.rstrip("s") or (column == "area" and found.table == "areas")
        if column == "measure":
            text = self._measure(found, cell)
        elif column == "unit":
            text = self._unit(found, cell)
        elif column in REFERS and not own_key:
            text = self._key(column, cell.text, cell)
        elif own_key and found.table != "areas":
            text = name_meant(cell.text)
        else:
            value = self._value(cell, column, fields[column], found.table)
            text = value.text
            if value.bound:
                found.cells[BOUND[column]] = value.bound
            if value.why and text != cell.text:
                self._changed(cell, text or "left empty", value.why)
        if text:
            found.cells[column], found.places[column] = text, place

    def _value(self, cell: Cell, column: str, field: Mapping[str, Any], table: str) -> Value:
        value = value_of(cell, column, field, self.order, self.answers, table)
        if value.waits:
            raise Waits(value.waits)
        return value

    def _changed(self, cell: Cell, becomes: str, why: str) -> None:
        change = Change(cell.sheet, (cell.row, cell.column), cell.text, becomes, why)
        if change not in self.changes:
            self.changes.append(change)

    def _key(self, column: str, text: str, cell: Cell) -> str:
        """The key of what a cell names; "" for an empty cell. Raises Waits."""
        table = REFERS[column]
        if key := self.known.find(table, text):
            self._changed(cell, key, "its name in the register") if key != text else None
            return key
        near = self.known.near(table, text)
        rest = Choice(NEW, "a new one") if table in MADE else Choice(EMPTY, "leave the cell empty")
        if table == "projects":
            rest = Choice(LEAVE_OUT, "leave the rows out")
        if not near and table in MADE:
            return self._made(table, text, column, cell)
        said = self._ask(
            Question(
                f"{SINGULAR.get(table, table)}:{name_meant(text)}",
                f'Which {SINGULAR.get(table, table)} is "{shown(text)}"?',
                [*(Choice(key, f"{self.known.rows[table][key].get('name', key)} ({key})") for key in near), rest],
                typed=f"its name in {table}.csv",
                reads=lambda typed: self.known.find(table, typed),
                kept=True,
            )
        )
        if said == NEW:
            return self._made(table, text, column, cell)
        if said == LEAVE_OUT:
            raise Waits(LEAVE_OUT)
        self._changed(cell, said, "answer")
        return "" if said == EMPTY else said

    def _ask(self, question: Question) -> str:
        said = self.answers.to(question)
        if not said:
            raise Waits(question.key)
        return said

    def _made(self, table: str, text: str, column: str, cell: Cell) -> str:
        """A new row for what a list names; its key."""
        key = self.known.free(table, text)
        row = {SINGULAR[table]: key, "name": " ".join(text.split())}
        if column == "contractor":
            row["kind"] = "contractor"
        self.known.put(table, key, row)
        self.named[table, key] = row
        self._changed(cell, key, f"new in {table}.csv")
        return key

    def _measure(self, found: Proposal, cell: Cell) -> str:
        framework = self.register.framework(found.cells.get("project", ""))
        if code := named(self.register, cell.text, framework):
            if code != cell.text:
                self._changed(cell, code, "its name in the framework")
            return code
        unit = unit_meant(found.cells.get("unit", ""), self.register, framework)
        read = Words(self.register, self.answers).measure(cell.text, unit, framework)
        if not read.code:
            raise Waits(read.why)
        if read.code == LEAVE_OUT:
            raise Waits(LEAVE_OUT)
        self._changed(cell, read.code, read.why)
        return read.code

    def _unit(self, found: Proposal, cell: Cell) -> str:
        """The unit of the measure, where the words for it fit; else as it stands, for the check to tell."""
        framework = self.register.framework(found.cells.get("project", ""))
        meant = unit_meant(cell.text, self.register, framework)
        measure = self.register.measures.get((framework, found.cells.get("measure", "")))
        of_measure = str(measure.unit) if measure is not None else ""
        if meant and of_measure in meant.codes and meant.scale == 1:
            if of_measure != cell.text:
                self._changed(cell, of_measure, "the unit of the measure")
            return of_measure
        return cell.text


def _parts(text: str) -> list[str]:
    """The areas that a cell names."""
    for mark in BETWEEN:
        text = text.replace(mark, ";")
    return [part.strip() for part in text.split(";") if part.strip()]


def _needed(table: str) -> tuple[str, ...]:
    return {"targets": ("project", "measure", "quantity"), "areas": ("area", "name")}.get(table, ("name",))
