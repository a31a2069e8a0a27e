"""What differs between what was published and what stands now. Only what the site shows enters."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from socialvalue.domain.invented import invented_projects
from socialvalue.records import KINDS, Finding, Severity, Valuation, rows
from socialvalue.review.figures import (
    Kind,
    Missed,
    Mover,
    Passed,
    counted,
    kinds,
    large,
    missed,
    movers,
    passed,
)
from socialvalue.review.moves import Move, moves
from socialvalue.review.progress import Progress, progress_of
from socialvalue.review.promises import Promised, Weakened, promised, weakened
from socialvalue.review.values import Replaced, replaced

PENCE = 100
"""Of a pound."""


@dataclass(frozen=True)
class Row:
    """One line of a return as the site shows it: no quantity where it is hidden."""

    return_id: str
    line: int
    measure: str
    unit: Mapping[str, str]
    quantity: int | None
    bound: str
    status: str
    progress: Progress


@dataclass(frozen=True)
class Change:
    """A line of a return and the one in its place in the correction; none where there is no such line."""

    before: Row | None
    after: Row | None


@dataclass(frozen=True)
class Return:
    """One return that is new, corrected (it replaces another), withdrawn or gone."""

    return_id: str
    project: str
    title: str
    replaces: str
    reason: str
    changes: tuple[Change, ...]


@dataclass(frozen=True)
class Changes:
    """Everything that a reviewer is told. Money is whole pence, quantities whole millionths."""

    compared: str
    whole: bool
    """Whether everything was read, not only the projects that change."""
    new: tuple[Return, ...]
    corrected: tuple[Return, ...]
    withdrawn: tuple[Return, ...]
    gone: tuple[Return, ...]
    """Returns that were deleted: nobody took them back. What said that it was invented needs no other reason."""
    off_the_site: tuple[Return, ...]
    """Returns that were published and are held back now: their rows leave the site while they are."""
    held_back: tuple[str, ...]
    errors: Mapping[str, int]
    """How many of each rule."""
    warnings: Mapping[str, int]
    kinds: tuple[Kind, ...]
    committed: tuple[Kind, ...]
    """The same of what is promised, which is never added to what was delivered."""
    counted: tuple[int, int]
    """Delivered lines without a £, before and after."""
    movers: tuple[Mover, ...]
    moves: tuple[Move, ...]
    large: tuple[str, ...]
    """Lines and promises that were not there before and reach the worth at which the settings ask for a second look."""
    large_gone: tuple[str, ...]
    """Lines that leave the site with a return that is held back, and were worth so much."""
    second_look_gbp: int
    passed: tuple[Passed, ...]
    missed: tuple[Missed, ...]
    promised: tuple[Promised, ...]
    """Promises that were not there before."""
    weakened: tuple[Weakened, ...]
    """Promises that ask for less than before, or stand no more."""
    values: tuple[Replaced, ...]

    @property
    def removed(self) -> tuple[Row, ...]:
        """The lines that nothing replaces; those that only wait for an error to be mended last. A line of a return that
        was withdrawn and sent again stands."""
        leaving = (*self.gone, *self.withdrawn, *self.corrected, *self.off_the_site)
        added = ((of.replaces, c.after) for of in self.corrected for c in of.changes if not c.before)
        again = {(withdrawal, row.line, _content(row)) for withdrawal, row in added if row}
        each = ((of.return_id, change) for of in leaving for change in of.changes)
        return tuple(
            change.before
            for owner, change in each
            if change.before and not change.after and (owner, change.before.line, _content(change.before)) not in again
        )

    @property
    def raised(self) -> tuple[Row, ...]:
        """The lines that are verified now and were not."""
        each = (change for of in self.corrected for change in of.changes if change.before and change.after)
        return tuple(
            change.after
            for change in each
            if change.after and change.before and change.after.status == "verified" != change.before.status
        )


def changes_between(
    before: Valuation, after: Valuation, there: Collection[str], findings: Sequence[Finding], whole: bool
) -> Changes:
    """What differs. Both hold everything, or else all returns of the projects that change.

    `there` are the returns that lie in the data now, accepted or not; `findings` are those of the check, also about
    what the site hides: of these no more is told than how many errors each rule has.
    """
    was, now = _Lines(before), _Lines(after)
    old, new = before.checked.tables["returns"], after.checked.tables["returns"]
    held_back = tuple(sorted(set(after.checked.held_back) & set(there)))
    fresh = [_return(each, was, now) for each in rows(new[~new["owner"].isin(set(old["owner"]))])]
    gone = tuple(_gone(each, was) for each in rows(old[~old["owner"].isin(set(there))]))
    off_the_site = tuple(_gone(each, was) for each in rows(old[old["owner"].isin(held_back)]))
    second_look = PENCE * after.checked.settings.second_look_gbp
    return Changes(
        compared=after.checked.compared,
        whole=whole,
        new=tuple(each for each, withdraws in fresh if not each.replaces),
        corrected=tuple(each for each, withdraws in fresh if each.replaces and not withdraws),
        withdrawn=tuple(each for each, withdraws in fresh if withdraws),
        gone=gone,
        off_the_site=off_the_site,
        held_back=held_back,
        errors=_errors(findings, sum(not each.reason for each in gone)),
        warnings=_found(after.findings, Severity.WARNING),
        kinds=kinds(before, after, KINDS),
        committed=kinds(before, after, KINDS, promised=True),
        counted=(counted(before), counted(after)),
        movers=movers(before, after),
        moves=moves(before, after),
        large=large(before, after, second_look),
        large_gone=tuple(key for key in large(after, before, second_look) if key.partition("#")[0] in held_back),
        second_look_gbp=after.checked.settings.second_look_gbp,
        passed=passed(before, after),
        missed=missed(before, after),
        promised=promised(before, after),
        weakened=tuple(each for each in weakened(before, after) if each.project not in invented_projects(old)),
        values=tuple(replaced(before.checked, after.checked)),
    )


def _errors(findings: Sequence[Finding], gone: int) -> Mapping[str, int]:
    """The errors by rule. The rule on returns that are gone looks at whole repositories alone."""
    found = _found(findings, Severity.ERROR)
    return found if not gone or "return-removed" in found else {**found, "return-removed": gone}


def _found(findings: Sequence[Finding], severity: Severity) -> Mapping[str, int]:
    count: Counter[str] = Counter()
    for finding in findings:
        if finding.severity is severity and not finding.accepted:
            count[finding.rule] += finding.count
    return dict(sorted(count.items()))


class _Lines:
    """The lines of a valuation, as the site shows them, by return."""

    def __init__(self, valuation: Valuation) -> None:
        tables = valuation.checked.tables
        names = {(row.owner, row.measure): row.name for row in rows(tables["measures"])}
        units = {(row.owner, row.unit): row._asdict() for row in rows(tables["units"])}
        progress = progress_of(valuation)
        self._of: dict[str, dict[int, Row]] = {}
        for line in rows(valuation.lines):
            unit = units.get((line.framework, line.unit), {"unit": line.unit, "one": line.unit, "many": line.unit})
            hidden = pd.isna(line.quantity)  # the valuation holds no number that few people stand behind
            self._of.setdefault(line.return_id, {})[int(line.line)] = Row(
                line.return_id,
                int(line.line),
                names.get((line.framework, line.measure), line.measure),
                {name: str(unit[name]) for name in ("unit", "one", "many")},
                None if hidden else int(line.quantity),
                line.bound,
                line.status,
                progress.get(line.key, Progress()),
            )

    def of(self, return_id: str) -> Mapping[int, Row]:
        """The lines of a return by their numbers."""
        return self._of.get(return_id, {})


def _return(returned: Any, was: _Lines, now: _Lines) -> tuple[Return, bool]:
    """A return that was not there before, and whether it withdraws another."""
    replaces = f"{returned.project}/{returned.supersedes}" if returned.supersedes else ""
    old, new = was.of(replaces), now.of(returned.owner)
    pairs = (Change(old.get(number), new.get(number)) for number in sorted({*old, *new}))
    changes = tuple(pair for pair in pairs if _content(pair.before) != _content(pair.after))
    found = Return(returned.owner, returned.project, returned.title, replaces, returned.reason, changes)
    return found, bool(returned.withdraws)


def _content(row: Row | None) -> Any:
    """What a line says, so that two can be compared; nothing for no line."""
    return row and (row.measure, row.unit["unit"], row.quantity, row.bound, row.status)


def _gone(returned: Any, was: _Lines) -> Return:
    changes = tuple(Change(row, None) for row in was.of(returned.owner).values())
    reason = "It was invented." if returned.invented else ""
    return Return(returned.owner, returned.project, returned.title, "", reason, changes)
