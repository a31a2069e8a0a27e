"""Invented links over several releases: projects that are parts of others, measures that took others' places.

Each is added, emptied, led elsewhere, turned round or cut in the middle of a chain; a project goes and comes back.
What may never happen is looked for here too: two numbers that were shown, of ends that were linked when the second
came.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from random import Random

from disclosure.history import MEASURES, History
from disclosure.world import GROUPS, Released

Links = dict[str, str]
"""From what is part of another, or was replaced, to that other one."""
NEAR = 4
"""So many projects in a row may be linked with one another."""


@dataclass
class Linking:
    """The links of each release, by the first name of each project; and which projects were deleted for a while."""

    part_of: list[Links] = field(default_factory=list)
    replaced_by: list[Links] = field(default_factory=list)
    gone: list[frozenset[str]] = field(default_factory=list)


def linking(
    told: Sequence[History], releases: int, seed: int, deleted: bool = False, measures: Sequence[str] = MEASURES
) -> Linking:
    """Random links between the projects of some histories, and between measures."""
    random, found = Random(f"links {seed}"), Linking()
    names = [history.project for history in told]
    rows = [names[at : at + NEAR] for at in range(0, len(names), NEAR)]
    part_of: Links = {}
    replaced_by: Links = {}
    for place in range(releases):
        for row in rows:
            for _ in range(random.randint(2, 4)):
                _change(random, part_of, row)
        for _ in range(2):
            _change(random, replaced_by, measures)
        gone = frozenset({random.choice(names)} if deleted and place == 1 else ())
        found.part_of.append({one: whole for one, whole in part_of.items() if not {one, whole} & gone})
        found.replaced_by.append(dict(replaced_by))
        found.gone.append(gone)
    return found


def _change(random: Random, links: Links, names: Sequence[str]) -> None:
    """Let something happen to the links between some names, but nothing that the register refuses: no circle."""
    before = dict(links)
    random.choice(CHANGES)(random, links, names)
    if any(name in _ahead(links, name) for name in links):
        links.clear()
        links.update(before)


def _add(random: Random, links: Links, names: Sequence[str]) -> None:
    """A link, or one that leads elsewhere now."""
    one, other = random.sample(list(names), 2)
    links[one] = other


def _empty(random: Random, links: Links, names: Sequence[str]) -> None:
    """A link less, wherever in its chain."""
    if there := [name for name in names if name in links]:
        del links[random.choice(there)]


def _turn(random: Random, links: Links, names: Sequence[str]) -> None:
    """A link the other way round."""
    if there := [name for name in names if name in links]:
        one = random.choice(there)
        links[links.pop(one)] = one


CHANGES: tuple[Callable[[Random, Links, Sequence[str]], None], ...] = (_add, _add, _empty, _turn)


def _ahead(links: Mapping[str, str], name: str) -> set[str]:
    found: set[str] = set()
    while (name := links.get(name, "")) and name not in found:
        found.add(name)
    return found


@dataclass(frozen=True)
class Shown:
    """A number of people that a release shows."""

    project: str
    framework: str
    measure: str
    start: str
    end: str
    people: tuple[str, str]


def told_together(releases: Sequence[Released]) -> Iterator[tuple[int, Shown, Shown]]:
    """Each two numbers of linked ends and of common days that are shown, the later one when the link was known."""
    before: set[Shown] = set()
    holds: set[tuple[str, str]] = set()
    alike: set[tuple[str, str]] = set()
    for place, release in enumerate(releases):
        holds |= {(first_name(one), first_name(whole)) for one, whole in release.part_of.items()}
        alike |= set(release.replaced_by.items())
        now = set(_shown(release))
        linked = _both(_through(holds)), _both(_through(_both(alike)))
        for one, other in combinations(sorted(before | now, key=repr), 2):
            if not {one, other} <= before and _may_be_the_same(one, other, *linked):
                yield place, one, other
        before |= now


def first_name(project: str) -> str:
    """What a project was called before it was renamed."""
    return project.partition("-")[0]


def _shown(release: Released) -> Iterator[Shown]:
    lines = release.valuation.lines
    for line in lines[(lines["marker"] != "c") & lines["measure"].isin(MEASURES)].itertuples():
        people = (str(line.quantity), str(line.headcount))
        name = first_name(str(line.project))
        yield Shown(name, str(line.framework), str(line.measure), str(line.start), str(line.end), people)


def _may_be_the_same(one: Shown, other: Shown, projects: set[tuple[str, str]], measures: set[tuple[str, str]]) -> bool:
    if one.start > other.end or other.start > one.end or not {one.measure, other.measure} & set(GROUPS):
        return False
    if one.project != other.project:
        return (one.project, other.project) in projects
    both = {one.measure, other.measure} <= set(GROUPS) and one.framework == other.framework
    return both and one.measure != other.measure and (one.measure, other.measure) in measures


def _both(pairs: set[tuple[str, str]]) -> set[tuple[str, str]]:
    return pairs | {(other, one) for one, other in pairs}


def _through(pairs: set[tuple[str, str]]) -> set[tuple[str, str]]:
    """The pairs, and whatever they lead to in turn."""
    found = set(pairs)
    while more := {(one, last) for one, other in found for at, last in found if at == other} - found:
        found |= more
    return found
