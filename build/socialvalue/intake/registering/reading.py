"""From the rows of a list to rows of the register: each cell read, each name led to what it means."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from socialvalue.intake.entry import SHOWN, Change, LeftOut
from socialvalue.intake.measures import named
from socialvalue.intake.not_known import says_not_known
from socialvalue.intake.questions import LEAVE_OUT, Answers, Choice, Question
from socialvalue.intake.register import Register
from socialvalue.intake.registering.cells import BOUND, EMPTY_BRACKETS, NOTHING_KNOWN, Cell, Value, value_of
from socialvalue.intake.registering.known import KEYS, MADE, REFERS, Known, Row
from socialvalue.intake.registering.promised_unit import in_conflict, says_people, unit_words, which_unit
from socialvalue.intake.registering.proposal import NEW, Proposal, Waits, named_by_key
from socialvalue.intake.registering.several import (
    areas,
    crossing,
    firm_called,
    firms,
    numbers_by_name,
    numbers_called,
    parted,
    unnumbered,
    which_firm,
    which_number,
    whose_number,
)  # fmt: skip
from socialvalue.intake.registering.sheet import HEADINGS, NEEDED, Listing
from socialvalue.intake.units import two_units, unit_meant
from socialvalue.intake.words import EMPTY, Words
from socialvalue.intake.workbook import Cell as Where
from socialvalue.intake.workbook import Place, Sheet, place, shown
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
    changes: list[Change] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)
    waiting: dict[str, list[Where]] = field(default_factory=dict)
    named: dict[tuple[str, str], Row] = field(default_factory=dict)
    """New rows of MADE by table and name, before they have a key."""
    numbered: dict[tuple[str, str, str], tuple[str, Place]] = field(default_factory=dict)
    """Where the number of a contractor stands in a list of projects: by table, key and column."""
    numbers: Mapping[str, Sequence[str]] = field(default_factory=dict)
    """The numbers of contractors of one name with several, in the list that is read."""

    def proposals(self, listing: Listing) -> Iterator[Proposal]:
        """The rows of a list that no open question is about."""
        self.numbers = numbers_by_name(self.known, listing)
        for row in listing.rows():
            found = Proposal(listing.table, {}, (listing.sheet.name, row), frozenset(listing.columns.values()))
            waits = list(self._cells(found, listing))
            if LEAVE_OUT in waits:
                self.left_out.append(LeftOut(listing.sheet.name, (row, 1), "", "as answered"))
            elif not waits:
                named_by_key(found, self.known)
                lacking = [column for column in NEEDED[listing.table] if column not in found.cells]
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
                    self._shown(listing.sheet, (row, number), text)
                    self._read(found, column, self._cell(listing, row, number, text))
            except Waits as waits:
                self.waiting.setdefault(str(waits), []).append((listing.sheet.name, (row, number)))
                yield str(waits)
                if str(waits) == LEAVE_OUT:
                    return
        if listing.table == "targets" and {"measure", "quantity"} <= found.places.keys():
            try:
                self._unit_of(found, listing)
            except Waits as waits:
                self.waiting.setdefault(str(waits), []).append((listing.sheet.name, found.places["quantity"]))
                yield str(waits)

    def _cell(self, listing: Listing, row: int, number: int, text: str) -> Cell:
        """A cell, without brackets that hold nothing."""
        bare = EMPTY_BRACKETS.sub("", text).strip()
        cell = Cell(listing.sheet.name, row, number, listing.heading(number), text)
        if bare in ("", text):
            return cell
        self._changed(cell, bare, "empty brackets")
        return replace(cell, text=bare)

    def _shown(self, sheet: Sheet, at: Place, text: str) -> None:
        """Note a cell that is read as its number format shows it."""
        if at in sheet.stored:
            self._note(Change(sheet.name, at, sheet.stored[at], text, SHOWN))

    def _read(self, found: Proposal, column: str, cell: Cell) -> None:
        """Put what a cell says into its row. Raises Waits."""
        fields = {each["name"]: each for each in self.schemas[found.table]["fields"]}
        place = (cell.row, cell.column)
        if column == "note" and not self.notes:
            return
        own_key = column == found.table.rstrip("s") or (column == "area" and found.table == "areas")
        if (own_key or column in (*REFERS, "measure", "unit")) and says_not_known(cell.text):
            self._changed(cell, "left empty", NOTHING_KNOWN)
            return
        if column == "contractor_number":
            found.numbers, found.number_at = [self._number(cell, part) for part in parted(cell.text)], place
            return
        if column in ("area", "contractor") and found.table == "projects":
            named = [] if column == "contractor" else areas(self.known, cell.text)
            keys = [self._key(column, part, cell) for part in named] or self._contractors(found, cell)
            found.linked[column] = [key for key in keys if key]
            found.places[column] = place
            return
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
            if column in BOUND and text:
                found.cells[BOUND[column]] = value.bound  # a figure brings its own, and takes an old one away
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
        self._note(change)

    def _note(self, change: Change) -> None:
        if change not in self.changes:
            self.changes.append(change)

    def _key(self, column: str, text: str, cell: Cell) -> str:
        """The key of what a cell names; "" for an empty cell. Raises Waits."""
        table = REFERS[column]
        if key := self.known.find(table, text):
            self._changed(cell, key, "its name in the register") if key != text else None
            return key
        several = self.known.called(table, text)
        near = several or self.known.near(table, text)
        rest = Choice(NEW, "a new one") if table in MADE else Choice(EMPTY, "leave the cell empty")
        if table == "projects":
            rest = Choice(LEAVE_OUT, "leave the rows out")
        if not near and table in MADE:
            return self._made(table, text, column, cell)
        kind = KEYS[table]
        said = self._ask(
            Question(
                f"cell:{cell.named}" if several else f"{kind}:{name_meant(text)}",
                f'Which {kind} is "{shown(text)}"{f" in {cell.named}" if several else ""}?',
                [*(Choice(key, f"{self.known.rows[table][key].get('name', key)} ({key})") for key in near), rest],
                typed=f"its name in {table}.csv",
                reads=lambda typed: self.known.find(table, typed),
                kept=not several,
            )
        )
        if said == NEW:
            return self._made(table, text, column, cell)
        if said == LEAVE_OUT:
            raise Waits(LEAVE_OUT)
        self._changed(cell, said, "answer")
        return "" if said == EMPTY else said

    def _number(self, cell: Cell, text: str) -> str:
        """The public number of a contractor, with its list; "" for none. Raises Waits."""
        fields = {each["name"]: each for each in self.schemas["organisations"]["fields"]}
        return self._value(replace(cell, text=text), "identifier", fields["identifier"], "organisations").text

    def _contractors(self, found: Proposal, cell: Cell) -> list[str]:
        """The keys of the contractors that a cell names, each by its number where the list has one. Raises Waits."""
        names, numbers = firms(self.known, cell.text), found.numbers
        if numbers and len(numbers) != len(names):
            why = "it can't be told which contractor each number is of"
            self.left_out.append(LeftOut(cell.sheet, found.number_at, ", ".join(numbers), why))
            numbers = []
        both = zip(names, numbers or [""] * len(names), strict=True)
        return [self._contractor(*each, cell, found.number_at) for each in both]

    def _contractor(self, name: str, number: str, cell: Cell, at: Place) -> str:
        """The key of one contractor, which gets the number if it has none. Raises Waits."""
        if crossed := crossing(self.known, name, number):
            if (said := self._ask(which_firm(self.known, name, number, crossed))) == LEAVE_OUT:
                raise Waits(LEAVE_OUT)
            return said
        table, several = "organisations", numbers_called(self.numbers, self.known, name)
        named = firm_called(self.known, name, number)
        if several and not number:
            said = self._ask(which_number(cell.named, name, several))
            number = "" if said == NEW else self._number(cell, said)
            named = "" if said == NEW else firm_called(self.known, name, number)
        elif several and (key := unnumbered(self.known, name, number)):
            named = self._ask(whose_number(cell.named, name, number, key))
            named = "" if named == NEW else key
        key = self._key("contractor", named, cell) if named else self._made(table, name, "contractor", cell)
        row = self.known.rows[table].get(key)
        if row is not None and number and not row.get("identifier"):
            self.known.put(table, key, {**row, "identifier": number})
            self.numbered[table, key, "identifier"] = cell.sheet, at
            self._changed(replace(cell, row=at[0], column=at[1], text=number), number, f"the number of {key}")
        return key

    def _ask(self, question: Question) -> str:
        said = self.answers.to(question)
        if not said:
            raise Waits(question.key)
        return said

    def _made(self, table: str, text: str, column: str, cell: Cell) -> str:
        """A new row for what a list names; its key."""
        key = self.known.free(table, text)
        row = {KEYS[table]: key, "name": " ".join(text.split())}
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
        fits = self._of_measure(found, cell.text, scaled=False)
        if fits and fits != cell.text:
            self._changed(cell, fits, "the unit of the measure")
        return fits or cell.text

    def _of_measure(self, found: Proposal, word: str, scaled: bool = True) -> str:
        """The unit of a row's measure, where a word may mean it, or also thousands or pence of it, if `scaled`."""
        framework = self.register.framework(found.cells.get("project", ""))
        measure = self.register.measures.get((framework, found.cells.get("measure", "")))
        meant = unit_meant(word, self.register, framework)
        of_measure = str(measure.unit) if measure is not None else ""
        return of_measure if meant and of_measure in meant.codes and (scaled or meant.scale is None) else ""

    def _unit_of(self, found: Proposal, listing: Listing) -> None:
        """The unit of a promise: what is said of it in one voice, or a question. Raises Waits."""
        framework = self.register.framework(found.cells.get("project", ""))
        words = unit_words(found, listing, self.register, framework)
        if differ := in_conflict(words, self.register, framework):
            cell = f"{listing.sheet.name}!{place(*found.places['quantity'])}"
            text = listing.sheet.cell(*found.places["quantity"]).strip()
            question, meant = two_units(cell, text, found.cells["quantity"], *differ)
            if (said := self._ask(question)) == LEAVE_OUT:
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
        said = self._ask(which_unit(measure, self.register, framework, says_people(found, listing)))
        if said == LEAVE_OUT:
            raise Waits(LEAVE_OUT)
        found.cells["unit"] = said
