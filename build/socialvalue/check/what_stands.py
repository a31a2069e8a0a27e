"""Which returns stand: each is judged beside those that come before it in one order, whichever rule is asked first."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence, Set
from dataclasses import replace

import pandas as pd

from socialvalue.check.findings import Findings
from socialvalue.check.rule import Hit, Rule
from socialvalue.check.tables import Tables
from socialvalue.domain.project_parts import parts_of
from socialvalue.domain.remembered import LINK
from socialvalue.domain.successions import chains, successors, without_returns
from socialvalue.records import plain

Found = tuple[Rule, Hit]


def judge_what_stands(tables: Tables, findings: Findings, asked: Sequence[Rule]) -> None:
    """Ask what is asked of the returns that stand: one that is held back counts for nothing beside them.

    Where it is a correction the return before it stands. So rules are asked until nothing more is held back, and those
    that come last when no other has more to say. What they find in the returns that are held back is told as well.
    """
    first, last = ([rule for rule in asked if rule.comes_last == late] for late in (False, True))
    judging = _Judging(tables, findings)
    held = judging.contested(first)
    found = judging.found(last, judging.left(tables, held))
    judging.of_all = [*judging.of_all, *found]
    if any(hit.owner in judging.returns for _, hit in found):
        held = judging.cleared([*first, *last], tables, held)
    judging.say([found for owner in sorted(held) for found in judging.said.get(owner, ())])
    judging.say(judging.of_all)
    if held:
        known = {(rule.id, *_place(hit)) for said in judging.said.values() for rule, hit in said}
        every = judging.found(asked, replace(tables, held=held))
        judging.say([(rule, hit) for rule, hit in every if hit.owner in held and (rule.id, *_place(hit)) not in known])


class _Judging:
    """What is found on the way, until nothing is left that a rule would hold back."""

    def __init__(self, tables: Tables, findings: Findings) -> None:
        self.tables = tables
        self.findings = findings
        self.returns = frozenset(tables["returns"]["owner"])
        self.said: dict[str, list[Found]] = {}
        """Why each return was held back beside those that stood."""
        self.of_all: Sequence[Found] = ()
        """What was found last in tables that all returns share."""
        self._left: tuple[Tables, Set[str], Tables] = tables, frozenset(), tables

    def contested(self, rules: Sequence[Rule]) -> frozenset[str]:
        """The returns that are held back. Where any has to be, those in which something was found come again one by
        one, with their corrections, in the order of `Tables.order`: they stay if nothing is found beside those that
        came before."""
        wrong = frozenset(self.findings.faulty & self.returns)
        held = self.cleared(rules, self.tables, wrong)
        if held == wrong:
            return held
        contested = self._with_corrections(held - wrong) - wrong
        near, left = without(self.tables, self._far_from(contested)), held | contested
        held, before = self._one_by_one(rules, near, left, contested), left
        while held != before:
            held, before = self._one_by_one(rules, near, held, contested & held, again=True), held
        return self.cleared(rules, self.tables, held)

    def _one_by_one(
        self, rules: Sequence[Rule], near: Tables, held: Set[str], contested: Set[str], again: bool = False
    ) -> frozenset[str]:
        """The returns that are held back when each contested one had its turn. Those that have it `again` may stand
        where others made room, and take nobody's place."""
        for coming in self._turns(contested):
            held = self.cleared(rules, near, held - coming, coming, again)
        return frozenset(held)

    def cleared(
        self, rules: Sequence[Rule], tables: Tables, held: Set[str], coming: Set[str] = frozenset(), again: bool = False
    ) -> frozenset[str]:
        """The returns that are held back, with every other one in which something is found, until there is none.

        Where something is found in those that are `coming`, these go first.
        """
        while True:
            found = self.found(rules, self.left(tables, held))
            new: Set[str] = {hit.owner for _, hit in found} & self.returns
            here = coming - held
            if again and new:
                projects = {_project(owner) for owner in new}
                new = {owner for owner in here if _project(owner) in projects} or here
            new = new & here or new
            for owner in new:
                self.said[owner] = [each for each in found if each[1].owner == owner] or self.said.get(owner, [])
            held = frozenset(held | new)
            if not new:
                self.of_all = found
                return held

    def left(self, tables: Tables, held: Set[str]) -> Tables:
        """The tables without what is held back; what was worked out of them is kept for those that are asked next."""
        if self._left[0] is not tables or self._left[1] != held:
            self._left = tables, held, without(tables, held)
        return self._left[2]

    def found(self, rules: Sequence[Rule], tables: Tables) -> list[Found]:
        return [(rule, hit) for rule in rules for hit in self.findings.found(rule, tables)]

    def say(self, found: Sequence[Found]) -> None:
        """Add these to the findings."""
        for rule in dict.fromkeys(rule for rule, _ in found):
            self.findings.domain(rule, iter(dict.fromkeys(hit for one, hit in found if one is rule)))

    def _turns(self, contested: Set[str]) -> Iterator[Set[str]]:
        """One contested return of each project at a time, first of projects that hold others: their parts give way."""
        order, depth = self.tables.order, Counter(self._parts["project"])
        turns: defaultdict[tuple[int, int], set[str]] = defaultdict(set)
        nth = Counter[str]()
        for owner in sorted(contested, key=order.__getitem__):
            project = _project(owner)
            turns[depth[project], nth[project]].add(owner)
            nth[project] += 1
        yield from (turns[turn] for turn in sorted(turns))

    def _with_corrections(self, owners: Set[str]) -> frozenset[str]:
        """These returns, and those that they took the place of or that took theirs."""
        every = map(frozenset, chains(successors(self.tables["returns"])))
        return frozenset(owners).union(*(chain for chain in every if chain & owners))

    def _far_from(self, owners: Set[str]) -> frozenset[str]:
        """The returns of projects that neither have one of these, nor hold or are part of one that has."""
        near = {_project(owner) for owner in owners}
        pairs = self._parts
        near |= {*pairs.loc[pairs["whole"].isin(near), "project"], *pairs.loc[pairs["project"].isin(near), "whole"]}
        return frozenset(owner for owner in self.returns if _project(owner) not in near)

    @property
    def _parts(self) -> pd.DataFrame:
        """The projects that are parts of others, today or ever: project, whole."""
        links = pd.concat([plain(each)[LINK] for each in (self.tables.links_now, self.tables.links)])
        return parts_of(links[links["framework"] == ""].set_axis(["framework", "project", "part_of"], axis="columns"))


def without(tables: Tables, held: Set[str]) -> Tables:
    """The tables without what some returns hold; the order of the returns stays as it is."""
    if not held:
        return tables
    frames = {name: without_owners(frame, held) for name, frame in tables.frames.items()}
    return replace(tables, frames=frames, whole=tables.whole or tables)


def without_owners(frame: pd.DataFrame, held: Set[str]) -> pd.DataFrame:
    """The rows whose owner is not held back. Most tables have none that is, and are not copied."""
    out = frame["owner"].isin(held)
    if not out.any():
        return frame
    return without_returns(frame, held) if "supersedes" in frame else frame[~out].reset_index(drop=True)


def _project(owner: str) -> str:
    return owner.partition("/")[0]


def _place(hit: Hit) -> tuple[str, int | None, str]:
    return hit.file, hit.row, hit.column
