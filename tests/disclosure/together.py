"""Many small examples released together, each as a project of its own in one repository.

All of them are released twice, with one number for the hidden counts and with another. No file of any release may
differ. All is invented.
"""

from collections.abc import Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass
from functools import cached_property
from itertools import zip_longest
from pathlib import Path
from tempfile import TemporaryDirectory

from disclosure.attack_over_time import told_of
from disclosure.history import Line, Name, Return
from disclosure.world import Files, Released, World, least

DAYS = {
    "q2": ("2023-04-01", "2023-06-30"),
    "q3": ("2023-07-01", "2023-09-30"),
    "q4": ("2023-10-01", "2023-12-31"),
    "q1": ("2024-01-01", "2024-03-31"),
    "year": ("2023-04-01", "2024-03-31"),
    "moved": ("2024-04-01", "2024-06-30"),
}
SECRET = Name("road", 0)
"""The number that is hidden: 3 people, or 2 in the twin."""
Project = dict[str, Return]
Shown = dict[tuple[str, str], int | None]
"""The people of each count, by its measure and first day; none where it is hidden."""


def people(number: int) -> Name:
    """A number that both twins have."""
    return Name("road", 1000 + number)


NUMBERS = {people(number): number for number in range(60)}


def returned(period: str, *lines: tuple[str, Name], basis: str = "submitted", **more: str) -> Return:
    """A return with these lines."""
    numbered = {at: Line(measure, name, **more) for at, (measure, name) in enumerate(lines, start=1)}
    return Return(*DAYS[period], numbered, basis)


def corrected(earlier: str, later: Return, version: int = 2) -> Return:
    later.supersedes, later.version = earlier, version
    return later


def shown(found: Released, project: str = "") -> Shown:
    """What a release tells of one project, or of the only one."""
    told = [each for each in told_of(found.files, 0) if not project or each.count.project == project]
    return {(each.count.measure, each.count.start): each.people for each in told}


@dataclass(frozen=True)
class Seen:
    """What one release tells of one example."""

    project: str
    release: Released

    @property
    def shown(self) -> Shown:
        return shown(self.release, self.project)

    @property
    def held_back(self) -> Mapping[str, str]:
        """The periods whose return is held back, each with the reason."""
        found = {owner.partition("/"): why for owner, why in self.release.valuation.checked.held_back.items()}
        return {period: why for (project, _, period), why in found.items() if project == self.project}

    @property
    def findings(self) -> Sequence[str]:
        """What is said of its returns."""
        every = self.release.valuation.findings
        return [finding.words for finding in every if finding.owner.startswith(f"{self.project}/")]

    @property
    def counts(self) -> Sequence[str]:
        """The measures of the counts of what was delivered."""
        counts = self.release.valuation.counts
        ours = counts[(counts["dimension"] == "project") & (counts["member"] == self.project)]
        return list(ours.loc[ours["status"] != "committed", "measure"])


@dataclass(frozen=True)
class Example:
    """What one project reports in each release."""

    stage: "Stage"
    project: str
    releases: Sequence[Project]

    @property
    def seen(self) -> Sequence[Seen]:
        """Each of its releases."""
        every = self.stage.releases[: len(self.releases)]
        return [Seen(self.project, release) for release in every]


class Stage:
    """Examples that are released together, under the same thresholds."""

    def __init__(self, *thresholds: int) -> None:
        self.thresholds = thresholds
        self.examples: list[Example] = []

    def example(self, *releases: Project) -> Example:
        """A project that is to be released with all others of the stage; its last release stays as it is."""
        found = Example(self, f"p{len(self.examples) + 1}", releases)
        self.examples.append(found)
        return found

    @cached_property
    def releases(self) -> Sequence[Released]:
        """What is released, after it was seen to be the same with other hidden numbers."""
        with TemporaryDirectory() as folder:
            one, other = (self._released(Path(folder) / str(secret), secret) for secret in (3, 2))
        for place, (here, there) in enumerate(zip(one, other, strict=True)):
            assert differing(here.files, there.files) == [], place
        return one

    def _released(self, folder: Path, secret: int) -> Sequence[Released]:
        world = World(folder, {SECRET: secret} | NUMBERS)
        names = [example.project for example in self.examples]
        found: list[Released] = []
        projects: dict[str, Project] = {}
        for place, told in enumerate(zip_longest(*(deepcopy(example.releases) for example in self.examples))):
            projects |= {name: project for name, project in zip(names, told, strict=True) if project is not None}
            with least(**({"sensitive": self.thresholds[place]} if self.thresholds else {})):
                found.append(world.release(projects))
        return found


def differing(one: Files, other: Files) -> list[tuple[str, object]]:
    """The files that are not the same in both, each with its first lines that differ, which name their project."""
    found: list[tuple[str, object]] = []
    for path in one:
        pairs = zip_longest(one[path].splitlines(), other.get(path, b"").splitlines())
        found += [(path, pair) for pair in pairs if pair[0] != pair[1]][:3]
    return found
