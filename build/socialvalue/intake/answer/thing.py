"""What an answer says: things to do, each with what is wrong, what to do and the cells that it is about."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from socialvalue.how_many import many
from socialvalue.intake.workbook import Cell, cells_named

HEADING = "What to do"
"""The heading of the column that an answer adds at the right of a table."""
MUST, LOOK = "Must", "Look"
MARK = "osv-answer"
"""What the hidden column of the first sheet begins with, so that import knows an answer that is sent again."""
ANSWER_COLUMN, KEY_COLUMN = 5, 7
"""Of the first sheet: where an answer is typed, and the hidden column with the key of its question."""


@dataclass(frozen=True)
class Thing:
    """One thing to do: one cause, however many cells it stands in."""

    must: bool
    """Whether the return can't go live without it."""
    what: str
    do: str
    cells: Sequence[Cell] = ()
    """The cells to mark; none for something about the whole file."""
    key: str = ""
    """The key of the question that can be answered on the first sheet itself; empty for none."""
    choices: Sequence[str] = ()
    """What may be chosen as the answer, in words."""

    @property
    def word(self) -> str:
        """Must or Look."""
        return MUST if self.must else LOOK

    @property
    def beside(self) -> str:
        """What the column says of it, in the row of its cell."""
        if self.key:
            return f"{self.what} Answer it on the first sheet, or change the cell."
        return self.do or self.what

    @property
    def where(self) -> str:
        """Where it is, in words: SV return, C12 and C13."""
        if not self.cells:
            return "Answer it here" if self.key else "The whole file"
        return cells_named(self.cells)


@dataclass(frozen=True)
class Given:
    """What was answered on the first sheet before, so that nobody has to answer it again."""

    words: str
    answer: str
    key: str


@dataclass(frozen=True)
class Column:
    """Where a sheet gets the column What to do: the row of its headings and the column."""

    header: int
    number: int
    over: bool = False
    """Whether the column is there already, with a formula of ours that gives way: Look here."""


@dataclass(frozen=True)
class Answer:
    """Everything that an answer says."""

    things: Sequence[Thing]
    columns: dict[str, Column] = field(default_factory=dict)
    """The column for what to do, by sheet."""
    foot: Sequence[str] = ()
    given: Sequence[Given] = ()

    @property
    def title(self) -> str:
        """The name of the first sheet: 5 things to do; 2 things to look at, where nothing must be done."""
        count = len(self.things)
        must = any(thing.must for thing in self.things)
        return f"{many(count, 'thing')} to {'do' if must else 'look at'}" if count else "Nothing to do"

    @property
    def lead(self) -> str:
        """How many must be done, and what then."""
        must = sum(thing.must for thing in self.things)
        look = len(self.things) - must
        if not self.things:
            return "The file was read and checked. Nothing is wrong."
        said = [f"{must} must be put right." if must else "Nothing must be put right."]
        if look:
            said.append("1 is to be looked at." if look == 1 else f"{look} are to be looked at.")
        if not must:
            return f"{' '.join(said)} If one is wrong, answer it or change the cell, save, and send this file again."
        first = "Begin at the top: the first may settle others. " if len(self.things) > 1 else ""
        return f"{' '.join(said)} {first}Then save, and send this file again."

    def texts(self) -> dict[Cell, str]:
        """What the column says, by sheet and cell: all things of a row in one cell."""
        found: dict[tuple[str, int], list[str]] = {}
        for number, thing in enumerate(self.things, start=1):
            for sheet, (row, _) in thing.cells:
                column = self.columns.get(sheet)
                text = f"{thing.word} {number}: {thing.beside}"
                if column and row > column.header and text not in found.setdefault((sheet, row), []):
                    found[sheet, row].append(text)
        return {(sheet, (row, self.columns[sheet].number)): "  ".join(texts) for (sheet, row), texts in found.items()}

    def marks(self) -> dict[Cell, tuple[bool, str]]:
        """The cells to mark: whether something must be done there, and the note on it."""
        found: dict[Cell, tuple[bool, str]] = {}
        for number, thing in enumerate(self.things, start=1):
            for cell in thing.cells:
                must, note = found.get(cell, (False, ""))
                text = f"{thing.word} {number}. {thing.what}\n{thing.do}".strip()
                found[cell] = (must or thing.must, f"{note}\n\n{text}".strip())
        return found
