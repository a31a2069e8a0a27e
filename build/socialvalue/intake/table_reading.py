"""One table whose rows are read: what holds for them, and notes of what becomes of each cell."""

from dataclasses import dataclass, field

from socialvalue.intake.column import Column
from socialvalue.intake.entry import SHOWN, Change, Context, Entry, Gathered, Left, LeftOut, Waits
from socialvalue.intake.questions import LEAVE_OUT, Answers, yes_or_no
from socialvalue.intake.register import Register
from socialvalue.intake.table import Table
from socialvalue.intake.words import EMPTY, Read, Words
from socialvalue.intake.workbook import Place, shown


@dataclass
class TableReading:
    """A table while it is read: the line that its reader is at, and where everything that is said of it goes."""

    table: Table
    context: Context
    words: Words
    gathered: Gathered
    now: Entry = field(init=False)
    """What becomes of the row that is read."""
    _above: dict[int, str] = field(default_factory=dict)
    """What the rows above say, by column: people leave a cell empty where it is the same."""

    @property
    def answers(self) -> Answers:
        """The answers that hold for the import."""
        return self.words.answers

    @property
    def register(self) -> Register:
        """What names mean."""
        return self.words.register

    def text(self, row: int, name: str) -> str:
        """The text of a row in a column; that of the row above for an empty cell, where that is the answer."""
        found = self.table.of(name)
        return self.text_in(row, found[0]) if found else ""

    def text_in(self, row: int, column: Column) -> str:
        """The same of one of several columns of a field."""
        text, number = self.table.cell(row, column.number), column.number
        if text:
            self._above[number] = text
        if text or number not in self._above:
            return text
        key = f"blanks:{column.field}"
        heading = shown(column.heading)
        words = f"{shown(self.table.sheet.name)} has rows with an empty {heading}, as row {row}. The same as above it?"
        answer = self.answers.to(yes_or_no(key, words, kept=True))
        if not answer:
            raise Waits(key, (row, number))
        return self._above[number] if answer == "yes" else ""

    def note_above(self, row: int) -> None:
        """Note what a row says that is passed over: an empty cell below may mean the same."""
        columns = [*self.table.of("measure")[:1], *self.table.of("project")[:1], *self.table.of("period")[:1]]
        columns += self.table.of("period_part")
        self._above |= {at.number: text for at in columns if (text := self.table.cell(row, at.number))}

    def code(self, row: int, name: str, read: Read) -> str:
        """The code that a cell was read as; raises Waits while a question about it stands open."""
        column = self.table.of(name)[0]
        return self.coded(read, (row, column.number), self.table.cell(row, column.number), name)

    def coded(self, read: Read, at: Place, text: str, name: str) -> str:
        """The same for any cell of the table, as that of a heading."""
        if not read.code:
            raise Waits(read.why, at)
        if read.code == LEAVE_OUT:
            raise Left("left out by an answer")
        code = "" if read.code == EMPTY else read.code
        self.now.places[name] = at
        if code != text:
            self.change(at, text, code, read.why)
        return code

    def change(self, at: Place, was: str, becomes: str, why: str) -> None:
        """Note that a cell is written otherwise than it stands."""
        self.now.changes.append(Change(self.table.sheet.name, at, was, becomes, why))

    def note_shown(self) -> None:
        """Note, before what became of them, the cells of a line that were read as their number format shows them."""
        sheet = self.table.sheet
        self.now.changes[:0] = [
            Change(sheet.name, at, sheet.stored[at], sheet.cell(*at), SHOWN)
            for at in sorted({*self.now.places.values(), self.now.at})
            if at in sheet.stored
        ]

    def leave(self, row: int, column: int, was: str, why: str) -> None:
        """Note a cell that nothing is written for, and why."""
        self.gathered.left_out.append(LeftOut(self.table.sheet.name, (row, column), was, why))

    def waits_for(self, waits: Waits, row: int, column: Column) -> None:
        """Note the cell that an open question is about: that of the column that its key begins with, or the figure."""
        found = self.table.of(waits.key.partition(":")[0])
        at = waits.at or (row, found[0].number if found else column.number)
        self.gathered.waiting.setdefault(waits.key, []).append((self.table.sheet.name, at))
