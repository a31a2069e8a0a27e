"""A project that moved, or has another contractor: whether what the register says holds still is asked."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from socialvalue.intake.questions import Answers, Choice, Question
from socialvalue.intake.registering.found import Found
from socialvalue.intake.registering.known import REFERS, Known, Row
from socialvalue.intake.registering.matching import LINKED, SEVERAL
from socialvalue.intake.registering.proposal import Proposal
from socialvalue.intake.workbook import shown

MOVED, ALSO = "moved", "also"
WORDS = {
    "area": ("is in {left}", "Did it move, or is it there too?", "it moved: {left} goes", "it is in both"),
    "contractor": ("has {left}", "Another contractor, or one more?", "another one: {left} goes", "both work on it"),
}
"""Of each link what the register says, what is asked, and the two answers."""


@dataclass
class Moves:
    """What the lists say of the places and contractors of projects, beside what stood."""

    found: Found
    known: Known
    answers: Answers
    standing: Mapping[str, Row]
    """The rows of projects before this import, each with its places and contractors."""
    named: dict[tuple[str, str], list[str]] = field(default_factory=dict)

    def note(self, project: str, proposal: Proposal) -> None:
        """Remember what a row of a list says of a project."""
        for column, keys in proposal.linked.items():
            self.named.setdefault((project, column), []).extend(keys)

    def decide(self) -> None:
        """Take away the links that are answered to be over; say which of the others no list names."""
        for (project, column), named in self.named.items():
            was = [key for key in self.standing.get(project, {}).get(column, "").split(SEVERAL) if key]
            left, new = [key for key in was if key not in named], [key for key in named if key not in was]
            if left and new and self._asked(project, column, left, new) == MOVED:
                self._take_away(project, column, left)
            elif left and named and not new:
                said = f"{project} keeps {', '.join(left)}, which no list names. If that is over, delete its row."
                self.found.remarks.append(f"{LINKED[column][0]}.csv: {said}")

    def _asked(self, project: str, column: str, left: Sequence[str], new: Sequence[str]) -> str:
        before, now = (", ".join(self._called(column, key) for key in keys) for keys in (left, new))
        stands, asks, over, both = (words.format(left=before) for words in WORDS[column])
        words = f"{project} {stands} by the register, and the list says {now}. {asks}"
        return self.answers.to(Question(f"moved:{project}.{column}", words, [Choice(MOVED, over), Choice(ALSO, both)]))

    def _called(self, column: str, key: str) -> str:
        return shown(self.known.rows[REFERS[column]].get(key, {}).get("name") or key)

    def _take_away(self, project: str, column: str, left: Sequence[str]) -> None:
        table, linked = LINKED[column]
        rows = self.known.rows[table]
        for key, row in list(rows.items()):
            mine = row["project"] == project and row.get("role", "contractor") == "contractor"
            if mine and row[linked] in left:
                del rows[key]
                self.found.deleted.setdefault(table, []).append(f"{project}/{row[linked]}")
