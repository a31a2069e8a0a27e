"""Keep what was found: the first hundred of each rule in each file, and a count of the rest."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Set
from dataclasses import replace
from functools import partial
from typing import TypeVar

import pandas as pd

from socialvalue.check.accepted import Accepted
from socialvalue.check.catalogue import catalogue, severity_of, words
from socialvalue.check.clauses.ways import FILES, in_words_of
from socialvalue.check.columns import quoted
from socialvalue.check.personal import kinds_in, without
from socialvalue.check.rule import Hit, Rule
from socialvalue.check.tables import Tables
from socialvalue.check.wording import BRING_BACK, REMEMBERED
from socialvalue.errors import place_of
from socialvalue.records import TABLE_OF, Finding, Severity, Trouble

Found = TypeVar("Found")
Place = tuple[str, str, str, Severity]
"""The file, the rule, whose it is and how much it matters."""
Slip = tuple[Place, str, str, str, str]
"""The same with the column, what is wrong, what to do and the cell: what makes two findings one slip."""
FEWEST = 3
"""Rows: in fewer, "every row" says nothing."""
SHOWN = 100
"""Findings of one rule shown for one file."""
UNREAD = "Nothing else in this file could be judged."
NOTHING_ELSE = ("missing-file", "no-settings", "other-name", "empty-file", "link", "not-a-file")
"""Troubles of a file in which there is nothing else, or none that it is for us to look at."""
HEADER = 1
"""The row of the header."""
VALUE_CHARACTERS = 200
"""How much of a cell a finding repeats."""


class Findings:
    """The findings so far. Every text that goes in is made safe to print."""

    def __init__(
        self, asked: frozenset[str], accepted: Accepted, rows: Mapping[str, int] | None = None,
        unread: Set[str] = frozenset(),
    ) -> None:  # fmt: skip
        """`rows` says how many each file has: what is wrong in all of them is one slip.

        `unread` names the tables of which nobody knows what rows they have.
        """
        self._unread = unread
        self._asked = asked
        self._rows = rows or {}
        self._same: Counter[Slip] = Counter()
        self._slips: list[Slip] = []
        """What each of the findings tells of."""
        self._accepted = accepted
        self._findings: list[Finding] = []
        self._wrong: set[tuple[str, int | None, str]] = set()
        self._absent: set[tuple[str, str]] = set()
        self._said: set[tuple[str, int | None]] = set()
        self.rejected: set[str] = set()
        """The files, of those asked about, with something wrong in their header, their rows or their cells."""
        self.faulty: set[str] = set()
        """Whatever has an error, by the name that its rows have: that of its folder, which may not be safe to print."""
        self.private: frozenset[str] = frozenset()
        """The projects of whose lines it is told only which rule they break: logs and reports are read by many."""
        self.not_applied: list[str] = []
        """The rules that could not be applied: a fault of the program, never of the data."""
        self._counts: Counter[Place] = Counter()

    def trouble(self, trouble: Trouble, unread: Set[str] = frozenset()) -> None:
        """Put into words what room 1 could not read; `unread` are the files of which nothing else was judged."""
        said = words()[trouble.kind]
        message = said["message"].format(value=trouble.value, detail=trouble.detail, row=trouble.row)
        place = (trouble.owner, trouble.file, trouble.row, trouble.column)
        lost = trouble.kind in ("empty-file", "missing-file") and trouble.file.endswith(
            tuple(f"/{name}" for name in REMEMBERED)
        )
        mend = BRING_BACK if lost else _mend(trouble.kind, trouble.owner)
        mend = mend.format(detail=trouble.detail) if "{detail}" in mend else mend
        if trouble.file in unread and trouble.kind not in NOTHING_ELSE:
            mend = f"{mend} {UNREAD}"
        self.hit(trouble.kind, severity_of(trouble.kind), Hit(message, mend, *place, trouble.value))

    def plain(self, rule: str, hit: Hit) -> None:
        """Add a finding of one of the rules of words.toml."""
        if hit.column:
            self._wrong.add((hit.file, hit.row, hit.column))
        else:
            self._said.add((hit.file, hit.row))
        if self._about(hit):
            self.rejected.add(hit.file)
        self.hit(rule, Severity.ERROR, hit, _mend(rule, hit.owner))

    def passed_over(self, rows: pd.DataFrame) -> None:
        """Rows that are no data: one finding may have told of many, and nothing more is said of them."""
        self._said.update(zip(rows["file"], rows["row"], strict=True))

    def known(self, file: str, row: int, column: str) -> bool:
        """Whether a cell, its whole row or its whole column was found wrong."""
        return (file, row) in self._said or not {(file, row, column), (file, HEADER, column)}.isdisjoint(self._wrong)

    def absent(self, columns: Set[tuple[str, str]]) -> None:
        """Files' columns that are not there at all: the header was told of, and nothing is said of their cells."""
        self._wrong.update((file, HEADER, column) for file, column in columns)
        self._absent |= columns

    def domain(self, rule: Rule, hits: Iterable[Hit]) -> None:
        """Add what a rule of the domain found."""
        for hit in hits:
            if self._tells(rule, hit):
                self.hit(rule.id, rule.severity, hit, in_words_of(FILES, rule.mend))

    def found(self, rule: Rule, tables: Tables) -> list[Hit]:
        """What a rule of the domain finds in some tables, without adding it."""
        return [hit for hit in self.applied(rule.id, partial(rule.find, tables)) if self._tells(rule, hit)]

    def _tells(self, rule: Rule, hit: Hit) -> bool:
        """Whether a hit says something new: cells that are no text of their kind seem empty to most rules."""
        if rule.comes_last and hit.owner in self.faulty:
            return False
        wrong = (hit.file, hit.row, hit.column) in self._wrong or (hit.file, hit.column) in self._absent
        if wrong and not rule.looks_at_wrong_cells:
            return False
        return not (rule.looks_up and TABLE_OF.get(hit.column.rpartition(".")[2]) in self._unread)

    def applied(self, rule: str, find: Callable[[], Iterator[Found]]) -> Iterator[Found]:
        """What a rule finds. Where it fails that is a finding too, and all that others find is told beside it."""
        try:
            yield from find()
        except Exception as error:
            if rule in self.not_applied:
                return
            self.not_applied.append(rule)
            said = words()["rule-not-applied"]
            message = said["message"].format(value=rule, detail=place_of(error))
            found = Finding(message, said["mend"], value=rule, severity=Severity.ERROR, rule="rule-not-applied")
            self._slips.append((("", rule, "", Severity.ERROR), "", message, "", ""))
            self._findings.append(found)

    def hit(self, rule: str, severity: Severity, hit: Hit, mend: str = "") -> None:
        """Add one finding; `mend` is what to do where the hit itself does not say."""
        if severity is Severity.ERROR:
            self.faulty.add(hit.owner)
        if not self._about(hit):
            return
        accepted = ""
        if severity is not Severity.ERROR:
            accepted = self._accepted.reason(rule, hit.owner, hit.file, hit.row)
        at = (hit.file, rule, hit.owner, severity)
        same = (at, hit.column, hit.message, hit.mend, hit.value)
        if not accepted:
            self._same[same] += bool(hit.row and hit.column)
            self._counts[at] += 1
            if self._counts[at] > SHOWN:
                return
        value = "" if kinds_in(hit.value) else visible(hit.value)
        self._slips.append(same)
        self._findings.append(
            Finding(
                visible(_discreet(hit)), _clean(hit.mend or mend), _clean(hit.owner),
                _clean(hit.file), hit.row, _clean(hit.column),
                value if len(value) <= VALUE_CHARACTERS else f"{value[:VALUE_CHARACTERS]}…",
                "" if kinds_in(hit.suggestion) else visible(hit.suggestion),
                severity=severity, rule=rule, accepted=accepted,
            )
        )  # fmt: skip

    def _about(self, hit: Hit) -> bool:
        of_all = not hit.owner and not hit.file  # such as the clock, by which every return is judged
        return not self._asked or hit.owner in self._asked or of_all

    def in_order(self) -> tuple[Finding, ...]:
        """All findings by file and row, each rule's count of the rest after its own.

        What is wrong in the same way in every row of a file is told once, at the first.
        """
        everywhere = {slip for slip, count in self._same.items() if count == max(self._rows.get(slip[0][0], 0), FEWEST)}
        once: dict[Slip, Finding] = {}
        apart: list[Finding] = []
        left = self._counts.copy()
        for slip, finding in zip(self._slips, self._findings, strict=True):
            if slip in everywhere and not finding.accepted and not self._is_private(slip[0][2]):
                once.setdefault(slip, replace(finding, message=f"{finding.message} It is so in every row."))
            else:
                apart.append(finding)
                left[slip[0]] -= not finding.accepted
        for slip in once:
            left[slip[0]] -= self._same[slip]
        rest = [
            Finding(
                f"{count:,} more like this in this file are not shown.",
                "Mend those that are shown and run the check again.", _clean(owner), _clean(file),
                severity=severity, rule=rule, more=count,
            )
            for (file, rule, owner, severity), count in left.items()
            if count > 0
        ]  # fmt: skip
        return tuple(sorted(map(self._masked, [*apart, *once.values(), *rest]), key=_place))

    def _masked(self, finding: Finding) -> Finding:
        """The finding without what it says of the lines of a private project."""
        if not finding.file.endswith("/lines.csv") or not self._is_private(finding.owner):
            return finding
        message, mend = (finding.message, finding.mend) if finding.more else _of_rule(finding.rule)
        return replace(finding, private=True, message=message, mend=mend, value="", suggestion="")

    def _is_private(self, owner: str) -> bool:
        return owner.partition("/")[0] in self.private

    def held_back(self) -> dict[str, str]:
        """Each return or framework with an error, by its name as findings have it, and what is wrong first."""
        held: dict[str, str] = {}
        for finding in self.in_order():
            if finding.severity is Severity.ERROR:
                held.setdefault(finding.owner, finding.words)
        return held


def _of_rule(rule: str) -> tuple[str, str]:
    """What a rule asks for and how it is met, without a word of what was found."""
    return next((f"{entry.title}.", entry.mend) for entry in catalogue() if entry.id == rule)


def _mend(rule: str, owner: str) -> str:
    """What to do about it in a return, or in a table that all returns share, which no return can be split from."""
    said = words()[rule]
    return said["mend"] if "/" in owner else said.get("shared", said["mend"])


def _place(finding: Finding) -> tuple[str, bool, int]:
    return (finding.file, finding.more > 0, finding.row or 0)


def _discreet(hit: Hit) -> str:
    """The message without what is personal or secret: any cell may hold it, whatever else is wrong there."""
    if kinds_in(hit.value):
        return without(hit.message.replace(quoted(hit.value), "What stands here"))
    return without(hit.message)


def _clean(text: str) -> str:
    """`text` as it may be shown: the names of files, columns and keys come from strangers too."""
    return visible(without(text))


def visible(text: str) -> str:
    """`text` with every character that cannot be seen, or that moves others, written as its code point.

    "##[" would be a command in the log of a forge's checks, so it is taken apart.
    """
    text = text.replace("##[", "## [")
    if text.isprintable():
        return text
    return "".join(c if c.isprintable() else f"<U+{ord(c):04X}>" for c in text)
