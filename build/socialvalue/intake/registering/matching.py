"""Which row of the register a row of a list is about. What is not certain is a question, never a row in silence."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation

from socialvalue.intake.questions import Answers, Choice, Question
from socialvalue.intake.registering.known import KEYS, Known, Row
from socialvalue.intake.registering.proposal import NEW, Proposal
from socialvalue.intake.registering.several import crossing
from socialvalue.intake.workbook import Cell, shown

TELLS: Mapping[str, tuple[str, ...]] = {
    "organisations": ("identifier",),
    "projects": ("programme", "area"),
    "sites": ("programme", "area"),
    "targets": ("area", "due", "stated_on"),
}
"""What tells apart two rows of one name, or two promises of one project and measure."""
LINKED = {"area": ("project-areas", "area"), "contractor": ("project-organisations", "organisation")}
"""Where the register keeps what a list says of a project in a cell: table and column."""
SEVERAL = ";"
Placed = tuple[Proposal, str]
"""A row of a list, and the key that it has in the register."""


def other(was: str, now: str) -> bool:
    """Whether two cells say something else: 12 and 12.0 don't."""
    try:
        return was != now and Decimal(was) != Decimal(now)
    except InvalidOperation:
        return was != now


@dataclass
class Matching:
    """The rows of one table as they stood, and which of them the rows of the lists are about."""

    table: str
    known: Known
    answers: Answers
    waiting: dict[str, list[Cell]]
    standing: dict[str, Row] = field(init=False)
    """The rows before this import, by key; those of projects with their places and contractors."""

    promised: defaultdict[tuple[str, str], list[str]] = field(init=False)
    """The keys of promises that stood, by project and measure."""

    def __post_init__(self) -> None:
        self.standing = self._rows(self.known.rows.get(self.table, {}))
        self.promised = defaultdict(list)
        for key, row in self.standing.items() if self.table == "targets" else ():
            self.promised[row["project"], row["measure"]].append(key)

    def row(self, key: str) -> Row:
        """A row as it is now, that of a project with its places and contractors."""
        return self._rows({key: self.known.rows[self.table][key]})[key]

    def _rows(self, keyed: Mapping[str, Row]) -> dict[str, Row]:
        found = {key: dict(row) for key, row in keyed.items()}
        for column, (link, linked) in LINKED.items() if self.table == "projects" else ():
            for row in self.known.rows.get(link, {}).values():
                if row["project"] in found and row.get("role", "contractor") == "contractor":
                    mine = found[row["project"]]
                    mine[column] = SEVERAL.join(filter(None, (mine.get(column, ""), row[linked])))
        return found

    def keys(self, proposals: Sequence[Proposal]) -> list[tuple[Proposal, str]]:
        """Each with the key of the row that it is about; "" where the register lacks it, or while a question is open.

        Rows that say what the register says come first: the others are held to them, in whichever order they stand.
        """
        owns = Counter(own for each in proposals if (own := self.own(each)))
        same = self._one_each(proposals, [self._the_same(each, proposals, owns) for each in proposals])
        exact = {found[0] for found in same if len(found) == 1}
        both = list(zip(proposals, same, strict=True))
        fitting = [found or self._alike(each, proposals, owns, exact) for each, found in both]
        sure = {found[0] for found in fitting if len(found) == 1}
        keyed = [
            (each, found[0] if len(found) == 1 else self._asked(each, found, sure, bool(equal)))
            for each, found, equal in zip(proposals, fitting, same, strict=True)
        ]
        return sorted(keyed, key=lambda each: each[1] not in exact)

    def _one_each(self, proposals: Sequence[Proposal], same: list[list[str]]) -> list[list[str]]:
        """As many rows as there are standing ones that say all that they say: each is one of these, whichever."""
        given: Counter[tuple[str, ...]] = Counter()
        of = Counter(tuple(keys) for keys in same)
        for at, (each, keys) in enumerate(zip(proposals, map(tuple, same), strict=True)):
            if len(keys) > 1 and of[keys] == len(keys) and not self.own(each):
                same[at] = [keys[given[keys]]]
                given[keys] += 1
        return same

    def own(self, proposal: Proposal) -> str:
        """The key that the list itself gives a row."""
        return proposal.cells.get(KEYS[self.table], "")

    def _the_same(self, proposal: Proposal, proposals: Sequence[Proposal], owns: Mapping[str, int]) -> list[str]:
        """The standing rows that say all that it says; or the one that it names by its key."""
        own = self.own(proposal)
        if own in self.standing and owns[own] == 1:
            return self._crossing(proposal, own) or [own]
        return [key for key in self._may_be(proposal, proposals, owns) if self._same(proposal, self.standing[key])]

    def _crossing(self, proposal: Proposal, own: str) -> list[str]:
        """The row of its key and those of its name, where these are others: a list may have been numbered anew."""
        name = proposal.cells.get("name")
        named = [key for key in self.known.called(self.table, name) if key in self.standing] if name else []
        return [own, *named] if named and own not in named else []

    def _alike(
        self, proposal: Proposal, proposals: Sequence[Proposal], owns: Mapping[str, int], exact: set[str]
    ) -> list[str]:
        """The standing rows that it may be about as far as its cells say, but for those that another row equals.

        A firm with the number of one and the name of another may be either.
        """
        if self.table == "organisations":
            crossed = crossing(self.known, proposal.cells["name"], proposal.cells.get("identifier", ""))
            if len(found := [key for key in crossed if key in self.standing]) > 1:
                return found
        mine = [key for key in self._may_be(proposal, proposals, owns) if key not in exact]
        for level in (self._fits, self._agrees):
            if found := [key for key in mine if level(proposal, self.standing[key])]:
                return found
        return []

    def _may_be(self, proposal: Proposal, proposals: Sequence[Proposal], owns: Mapping[str, int]) -> list[str]:
        if self.table == "areas":
            return []
        mine, own = self._called(proposal, owns), self.own(proposal)
        return [] if own and own not in self.standing and self._rivals(proposal, mine, proposals, owns) else mine

    def _called(self, proposal: Proposal, owns: Mapping[str, int]) -> list[str]:
        """The standing rows of its name, number or key, but for those that another row of the list names by its key."""
        cells, own = proposal.cells, self.own(proposal)
        if self.table == "targets":
            found = self.promised.get((cells["project"], cells["measure"]), [])
            gone = {self.standing[key].get("replaces", "") for key in found}
            now = [key for key in found if key not in gone]
            return [key for key in found if key in now or self._same(proposal, self.standing[key])]
        if (number := cells.get("identifier")) and (by := self.known.called(self.table, number)):
            return [key for key in by if key in self.standing]
        named = self.known.called(self.table, cells["name"])
        return [key for key in dict.fromkeys([own, *named]) if key in self.standing and (key == own or key not in owns)]

    def _rivals(
        self, proposal: Proposal, mine: Sequence[str], proposals: Sequence[Proposal], owns: Mapping[str, int]
    ) -> bool:
        """Whether another row of the list, or of the register, has the name of one that gives a key of its own."""
        return len(mine) != 1 or any(
            each is not proposal and self.own(each) not in self.standing and mine[0] in self._called(each, owns)
            for each in proposals
        )

    def said(self, proposal: Proposal) -> Row:
        """What a row says: its cells, what it is linked with, and of a promise also what its list leaves empty."""
        found = {**proposal.cells, **{column: SEVERAL.join(keys) for column, keys in proposal.linked.items() if keys}}
        if self.table == "targets":
            found |= {column: found.get(column, "") for column in TELLS["targets"] if column in proposal.columns}
        return {column: text for column, text in found.items() if column != KEYS[self.table]}

    def _same(self, proposal: Proposal, row: Row) -> bool:
        return all(_within(column, text, row.get(column, "")) for column, text in self.said(proposal).items())

    def _fits(self, proposal: Proposal, row: Row) -> bool:
        return not differing(self.said(proposal), row)

    def _agrees(self, proposal: Proposal, row: Row) -> bool:
        said = self.said(proposal)
        return not any(
            _apart(column, said[column], row.get(column, "")) for column in TELLS[self.table] if column in said
        )

    def _asked(self, proposal: Proposal, found: Sequence[str], sure: set[str], equal: bool) -> str:
        """What somebody says where several rows fit, or none of those that no other row of the list is about.

        Where several are `equal` to it, there is nothing by which a new one could be known again.
        """
        counts = Counter({own: 1} if (own := self.own(proposal)) else {})
        may_be = found or [key for key in self._called(proposal, counts) if key not in sure]
        if self.table == "areas" or not may_be:
            return ""
        if self.table == "targets" and len(may_be) == 1:
            return may_be[0]
        sheet, row = proposal.at
        choices = [Choice(key, self.described(key)) for key in may_be]
        choices += [] if equal else [Choice(NEW, "none of them: a new row")]
        name = shown(proposal.cells.get("name") or f"{proposal.cells['project']}, {proposal.cells['measure']}")
        facts = self._facts(self.said(proposal))
        question = Question(
            f"row:{own or f'{sheet}!{row}'}",
            f"{sheet} row {row}, {name} ({facts}): which row of {self.table}.csv is it?",
            choices,
            kept=bool(own),
        )
        said = self.answers.to(question)
        if not said:
            self.waiting.setdefault(question.key, []).append((sheet, (row, 1)))
        return "" if said == NEW else said

    def described(self, key: str) -> str:
        """A standing row in few words."""
        facts = self._facts(self.standing[key])
        return f"{key}{f' ({facts})' if facts else ''}"

    def _facts(self, row: Row) -> str:
        words = (*TELLS[self.table], "homes", "quantity", "contract_gbp", "developer")
        return ", ".join(shown(row[word], 40) for word in words if row.get(word))


def differing(said: Row, row: Row) -> list[str]:
    """The columns in which a row of a list says something else than what stands; where nothing stands, none."""
    return [name for name, text in said.items() if row.get(name) and not _within(name, text, row[name])]


@dataclass
class Above:
    """The rows of the same lists that were placed before, found by what makes them alike."""

    matching: Matching
    keys: set[str] = field(default_factory=set)
    _groups: dict[tuple[str, ...], list[Placed]] = field(default_factory=dict)

    def add(self, proposal: Proposal, key: str) -> None:
        """Remember a row that was placed."""
        self.keys.add(key)
        for group in self._of(proposal):
            self._groups.setdefault(group, []).append((proposal, key))

    def alike(self, proposal: Proposal) -> str:
        """The key of a row that may be the same thing; first one that agrees; "" for none."""
        own, said = self.matching.own(proposal), self.matching.said(proposal)
        placed = [each for group in self._of(proposal) for each in self._groups.get(group, ())]
        keys = dict.fromkeys(key for each, key in placed if not own or self.matching.own(each) in ("", own))
        agreeing = (key for key in keys if not differing(said, self.matching.row(key)))
        return next(agreeing, next(iter(keys), ""))

    def _of(self, proposal: Proposal) -> list[tuple[str, ...]]:
        """What rows have to share to be alike: a promise what it is about and when, all others a form of their name."""
        if self.matching.table == "targets":
            said = self.matching.said(proposal)
            return [tuple(said.get(column, "") for column in ("project", "measure", *TELLS["targets"]))]
        return [(form,) for form in self.matching.known.forms(self.matching.table, proposal.cells["name"])]


def _within(column: str, text: str, stands: str) -> bool:
    """Whether a cell says no more than what stands: of a project's places each one."""
    if column in LINKED:
        return set(text.split(SEVERAL)) <= set(stands.split(SEVERAL))
    return not other(stands, text)


def _apart(column: str, text: str, stands: str) -> bool:
    """Whether two cells say that these are two things."""
    if column in LINKED and text:
        return bool(stands) and not set(text.split(SEVERAL)) & set(stands.split(SEVERAL))
    return bool(stands) and other(stands, text)
