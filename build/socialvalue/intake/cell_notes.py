"""What people note on cells, and beside figures: one that is called a forecast there is asked about."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from socialvalue.check.scales import scale_in
from socialvalue.intake.column import Column
from socialvalue.intake.entry import Left, Waits
from socialvalue.intake.headings import NOT_DONE, says_so_far
from socialvalue.intake.questions import Answers, Choice, Question
from socialvalue.intake.rows_that_count import ALL, with_figures
from socialvalue.intake.said_of_all import OTHER_DAYS
from socialvalue.intake.table import Table
from socialvalue.intake.workbook import Place, Sheet, place, shown
from socialvalue.records.naming import name_meant

UNSURE = (
    r"estimat\w*|provisional\w*|drafts?|expect\w*|assum\w*|approx\w*|guess\w*|tbc|tba|tbd|to be|await\w*|pending|"
    r"incomplete|partial\w*|unverified|unconfirmed|duplicat\w*|double|exclud\w*|no longer|cancelled|disputed|rejected|"
    r"wrong\w*|incorrect\w*|errors?|mistakes?|quer(?:y|ies)|carried|revised|"
    r"(?:last|previous|prior|earlier|other|next|all) (?:quarter|month|year|period|site|project)s?"
)
DOUBT = re.compile(
    rf"\b(?:{UNSURE}|does|do|don.?t|not|never|incl\w*|of which|part of|q[1-4]|20[0-9]{{2}}|should|days?|hours?|"
    r"weeks?|fte|thousands?|millions?|pence|per)\b|[%?]",
    re.IGNORECASE,
)
"""What a note on a cell says that a figure may not be what it seems."""
OF_FIGURE = re.compile(rf"\b(?:{UNSURE})\b", re.IGNORECASE)
"""What a comment beside a figure says, which tells more often of what was done: 12 people, two days each."""
NONE = "none"
NAMED = 6
LONG = 80


@dataclass
class Noted:
    """What becomes of the figures that notes speak of."""

    waits: dict[Place, str] = field(default_factory=dict)
    """Cells that speak of figures and wait for an answer, each with the key of its question."""
    above: list[Place] = field(default_factory=list)
    """The cells above the headings, which speak of all figures."""
    left: dict[Place, str] = field(default_factory=dict)
    """Cells whose figures are left out by an answer, each with its note."""

    def judge(self, table: Table, row: int, column: int) -> None:
        """Raise Waits or Left for a figure that a note speaks of: on it or its heading, in its row, above the table."""
        if not self.waits and not self.left:
            return
        cells = [(row, column), (table.header, column), *((row, each.number) for each in _of_rows(table)), *self.above]
        for at in cells:
            if at in self.waits:
                raise Waits(self.waits[at])
            if at in self.left:
                raise Left(f"{place(*at)} has the note “{shown(self.left[at], LONG)}”")


def noted(table: Table, answers: Answers) -> Noted:
    """Ask which figures are of the return whose notes may say otherwise."""
    found = Noted()
    notes = {at: text for at, text in table.sheet.notes.items() if _speaks(table, at) and _is_doubt(text, DOUBT)}
    notes |= {at: text for at, text in _comments(table) if _is_doubt(text, OF_FIGURE) or OTHER_DAYS.search(text)}
    if not notes:
        return found
    found.above = [at for at in notes if at[0] < table.header]
    question, kept = _question(table, notes)
    answer = answers.to(question)
    if not answer:
        found.waits = dict.fromkeys(notes, question.key)
    else:
        found.left = {at: text for at, text in notes.items() if text not in kept[answer]}
    return found


def others(sheet: Sheet) -> Iterator[str]:
    """Each note of a sheet with its cell, in words, as they stand."""
    return (f"{place(*at)} “{shown(text, LONG)}”" for at, text in sorted(sheet.notes.items()))


def _question(table: Table, notes: Mapping[Place, str]) -> tuple[Question, Mapping[str, set[str]]]:
    """The question, and the notes whose figures each answer takes."""
    texts = list(dict.fromkeys(notes[at] for at in sorted(notes)))
    cells = [f"{place(*at)} “{shown(notes[at], LONG)}”" for at in sorted(notes)[:NAMED]]
    more = f" and {len(notes) - NAMED:,} more" if len(notes) > NAMED else ""
    kept: dict[str, set[str]] = {ALL: set(texts)}
    words = {ALL: "all of them, as they stand"}
    for text in texts[:NAMED] if len(texts) > 1 else ():
        key = f"says-{name_meant(text)[:LONG] or text}"
        kept.setdefault(key, set()).add(text)
        words[key] = f"of these, those with the note “{shown(text, LONG)}” alone"
    kept[NONE], words[NONE] = set(), "none of them: leave them out"
    sheet = table.sheet.name
    stand = "notes stand on cells" if notes.keys() <= table.sheet.notes.keys() else "notes speak of figures"
    return (
        Question(
            f"cell-notes:{table.sheet.key}",
            f"In {shown(sheet)}, {stand}: {'; '.join(cells)}{more}. Which of their figures are this return’s?",
            [Choice(name, said) for name, said in words.items()],
            more=("A note on a heading speaks of the whole column, one on another cell of its row.",),
        ),
        kept,
    )


def _comments(table: Table) -> Iterator[tuple[Place, str]]:
    """What stands beside figures, in columns of comments."""
    for row in with_figures(table) if table.of("public_note") else ():
        for column in table.of("public_note"):
            if text := table.cell(row, column.number):
                yield (row, column.number), text


def _is_doubt(text: str, doubt: re.Pattern[str]) -> bool:
    words = set(re.findall(r"[a-z]+", text.casefold()))
    return bool(words & NOT_DONE or doubt.search(text)) or says_so_far(text) or scale_in(text) is not None


def _of_rows(table: Table) -> Iterator[Column]:
    """The columns that say of a row what it is."""
    return (column for column in table.columns if column.field not in ("left_out", "quantity", "running_total"))


def _speaks(table: Table, at: Place) -> bool:
    """Whether a cell speaks of figures that are read."""
    figures = {column.number for column in table.of("quantity") + table.of("running_total")}
    of_rows = {column.number for column in _of_rows(table)} if at[0] > table.header else set()
    return at[0] < table.header or at[1] in figures | of_rows
