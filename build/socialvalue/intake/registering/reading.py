"""From the rows of a list to rows of the register: each cell read, each name led to what it means."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from socialvalue.intake.entry import SHOWN, Change, LeftOut
from socialvalue.intake.not_known import says_not_known
from socialvalue.intake.questions import LEAVE_OUT, Answers
from socialvalue.intake.register import Register
from socialvalue.intake.registering.cells import BOUND, EMPTY_BRACKETS, NOTHING_KNOWN, Cell
from socialvalue.intake.registering.known import REFERS, Known
from socialvalue.intake.registering.naming import Naming
from socialvalue.intake.registering.noting import Noted
from socialvalue.intake.registering.promise import Promised
from socialvalue.intake.registering.proposal import Proposal, Waits, named_by_key, value_said
from socialvalue.intake.registering.several import areas, numbers_by_name, parted
from socialvalue.intake.registering.sheet import HEADINGS, NEEDED, Listing
from socialvalue.intake.workbook import Cell as Where
from socialvalue.intake.workbook import Place, Sheet
from socialvalue.records.naming import name_meant


@dataclass
class Reader:
    """Reads lists into proposals, with the answers so far."""

    known: Known
    register: Register
    schemas: Mapping[str, Mapping[str, Any]]
    answers: Answers
    order: str
    notes: bool
    waiting: dict[str, list[Where]] = field(default_factory=dict)
    noted: Noted = field(default_factory=Noted)
    naming: Naming = field(init=False)
    promised: Promised = field(init=False)

    def __post_init__(self) -> None:
        self.naming = Naming(self.known, self.schemas, self.answers, self.order, self.noted)
        self.promised = Promised(self.register, self.answers, self.noted)

    def proposals(self, listing: Listing) -> Iterator[Proposal]:
        """The rows of a list that no open question is about."""
        self.naming.numbers = numbers_by_name(self.known, listing)
        for row in listing.rows():
            found = Proposal(listing.table, {}, (listing.sheet.name, row), frozenset(listing.columns.values()))
            waits = list(self._cells(found, listing))
            if LEAVE_OUT in waits:
                self.noted.left_out.append(LeftOut(listing.sheet.name, (row, 1), "", "as answered"))
            elif not waits:
                named_by_key(found, self.known)
                lacking = [column for column in NEEDED[listing.table] if column not in found.cells]
                if lacking:
                    self.noted.left_out.append(LeftOut(listing.sheet.name, (row, 1), "", f"no {lacking[0]}"))
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
                    self._shown(listing.sheet, (row, number), text)
                    self._read(found, column, self._cell(listing, row, number, text))
            except Waits as waits:
                self.waiting.setdefault(str(waits), []).append((listing.sheet.name, (row, number)))
                yield str(waits)
                if str(waits) == LEAVE_OUT:
                    return
        if listing.table == "targets" and {"measure", "quantity"} <= found.places.keys():
            try:
                self.promised.settle_unit(found, listing)
            except Waits as waits:
                self.waiting.setdefault(str(waits), []).append((listing.sheet.name, found.places["quantity"]))
                yield str(waits)

    def _cell(self, listing: Listing, row: int, number: int, text: str) -> Cell:
        """A cell, without brackets that hold nothing."""
        bare = EMPTY_BRACKETS.sub("", text).strip()
        cell = Cell(listing.sheet.name, row, number, listing.heading(number), text)
        if bare in ("", text):
            return cell
        self.noted.changed(cell, bare, "empty brackets")
        return replace(cell, text=bare)

    def _shown(self, sheet: Sheet, at: Place, text: str) -> None:
        """Note a cell that is read as its number format shows it."""
        if at in sheet.stored:
            self.noted.note(Change(sheet.name, at, sheet.stored[at], text, SHOWN))

    def _read(self, found: Proposal, column: str, cell: Cell) -> None:
        """Put what a cell says into its row. Raises Waits."""
        fields = {each["name"]: each for each in self.schemas[found.table]["fields"]}
        place = (cell.row, cell.column)
        if column == "note" and not self.notes:
            return
        own_key = column == found.table.rstrip("s") or (column == "area" and found.table == "areas")
        if (own_key or column in (*REFERS, "measure", "unit")) and says_not_known(cell.text):
            self.noted.changed(cell, "left empty", NOTHING_KNOWN)
            return
        if column == "contractor_number":
            found.numbers, found.number_at = [self.naming.number(cell, part) for part in parted(cell.text)], place
            return
        if column in ("area", "contractor") and found.table == "projects":
            named = [] if column == "contractor" else areas(self.known, cell.text)
            keys = [self.naming.key(column, part, cell) for part in named] or self.naming.contractors(found, cell)
            found.linked[column] = [key for key in keys if key]
            found.places[column] = place
            return
        if column == "measure":
            text = self.promised.measure(found, cell)
        elif column == "unit":
            text = self.promised.unit(found, cell)
        elif column in REFERS and not own_key:
            text = self.naming.key(column, cell.text, cell)
        elif own_key and found.table != "areas":
            text = name_meant(cell.text)
        else:
            value = value_said(cell, column, fields[column], self.order, self.answers, found.table)
            text = value.text
            if column in BOUND and text:
                found.cells[BOUND[column]] = value.bound  # a figure brings its own, and takes an old one away
            if value.why and text != cell.text:
                self.noted.changed(cell, text or "left empty", value.why)
        if text:
            found.cells[column], found.places[column] = text, place
