"""Invented histories of projects: what each had reported at every release of a site, with all that may happen to it.

A number of people stands in a history under a name of its own, so that a twin of the history can be told with another
number in its place, and everything else alike.
"""

from collections.abc import Callable, Mapping
from copy import deepcopy
from dataclasses import dataclass, field
from random import Random
from typing import NamedTuple

QUARTERS = (
    ("2023-q2", "2023-04-01", "2023-06-30"),
    ("2023-q3", "2023-07-01", "2023-09-30"),
    ("2023-q4", "2023-10-01", "2023-12-31"),
    ("2024-q1", "2024-01-01", "2024-03-31"),
    ("2024-q2", "2024-04-01", "2024-06-30"),
)
SPANS = (
    ("2023-24", "2023-04-01", "2024-03-31"),
    ("2023-h2", "2023-07-01", "2023-12-31"),
    ("2023-06", "2023-06-01", "2023-06-30"),
    ("2024-02", "2024-02-15", "2024-04-15"),
)
SENSITIVE = ("claimants", "offenders", "trainees")
PLAIN = ("locals", "visitors", "posts")
MEASURES = (*SENSITIVE, *PLAIN)


class Name(NamedTuple):
    """The name of a number of people: its project, and which one of that project's numbers it is."""

    project: str
    number: int


@dataclass
class Line:
    """A line of a return; `people` names its number."""

    measure: str
    people: Name
    area: str = ""
    organisation: str = ""
    part_of: str = ""
    wrong: bool = False
    """Whether its unit is a wrong one, so that its return is held back."""


@dataclass
class Return:
    """A return: what its descriptor says, and its lines by their numbers."""

    start: str
    end: str
    lines: dict[int, Line]
    basis: str = "submitted"
    framework: str = "open"
    supersedes: str = ""
    version: int = 1
    received: str = ""
    """The day on which it came or was compiled; the usual one where it is empty."""


@dataclass
class History:
    """One project through all releases: the returns that stand in its folder, and the numbers that it has had."""

    project: str
    seed: int
    returns: dict[str, Return] = field(default_factory=dict)
    numbers: dict[Name, int] = field(default_factory=dict)
    releases: list[dict[str, Return]] = field(default_factory=list)
    name: str = ""
    names: list[str] = field(default_factory=list)
    """What the project was called in each release: its own name, with a letter for each time that it was renamed."""

    def __post_init__(self) -> None:
        self.name = self.project
        self.random = Random(f"{self.project} {self.seed}")
        for period, start, end in QUARTERS[: self.random.randint(1, 4)]:
            self.returns[period] = Return(start, end, self.some_lines())

    def people(self, most: int = 14) -> Name:
        """A new number of people."""
        name = Name(self.project, len(self.numbers))
        self.numbers[name] = self.random.choice(
            (0, 1, 2, 3, 4, self.random.randint(1, most), self.random.randint(5, most))
        )
        return name

    def line(self) -> Line:
        return Line(self.random.choice(MEASURES), self.people())

    def some_lines(self) -> dict[int, Line]:
        """Lines of different measures, as the check asks for; now and then two of one measure all the same."""
        measures = self.random.sample(MEASURES, self.random.randint(1, 4))
        measures += [self.random.choice(MEASURES)] * (self.random.random() < 0.1)
        return {number: Line(measure, self.people()) for number, measure in enumerate(measures, start=1)}

    def release(self) -> None:
        """Keep what stands for the site, then let things happen."""
        self.releases.append(deepcopy(self.returns))
        self.names.append(self.name)
        for _ in range(self.random.randint(1, 3)):
            self.random.choice(CHANGES)(self)

    def one(self) -> tuple[str, Return] | None:
        """Any return that nothing has replaced."""
        replaced = {each.supersedes for each in self.returns.values()}
        left = [period for period in self.returns if period not in replaced]
        return (period := self.random.choice(left), self.returns[period]) if left else None

    def any_line(self) -> tuple[Return, int] | None:
        chosen = self.one()
        return (chosen[1], self.random.choice(list(chosen[1].lines))) if chosen and chosen[1].lines else None


def new_return(history: History) -> None:
    period, start, end = history.random.choice(QUARTERS)
    history.returns.setdefault(period, Return(start, end, history.some_lines()))


def whole_year(history: History) -> None:
    """A return of other days: beside the quarters, or in their place."""
    period, start, end = history.random.choice(SPANS)
    basis = history.random.choice(("submitted", "compiled"))
    returned = Return(start, end, history.some_lines(), basis)
    for line in returned.lines.values():
        line.organisation = history.random.choice(("", "charity"))
    if history.random.random() < 0.5:
        history.returns.clear()
    history.returns.setdefault(period, returned)


def correction(history: History) -> None:
    """A return in the place of another: the same, with other numbers, other lines or other days."""
    if chosen := history.one():
        period, before = chosen
        after = deepcopy(before)
        after.supersedes, after.version = period, before.version + 1
        for line in after.lines.values():
            if history.random.random() < 0.3:
                line.people = history.people()
        if history.random.random() < 0.3:
            after.lines[max(after.lines, default=0) + 1] = history.line()
        if history.random.random() < 0.3:
            _, after.start, after.end = history.random.choice((*QUARTERS, *SPANS))
        history.returns[f"{period}-{after.version}"] = after


def withdrawal(history: History) -> None:
    if chosen := history.one():
        del history.returns[chosen[0]]


def edit(history: History) -> None:
    """A line added, removed, changed, or of another measure, in a file that was published."""
    if chosen := history.any_line():
        returned, number = chosen
        how = history.random.randrange(4)
        if how == 0:
            returned.lines[max(returned.lines) + 1] = history.line()
        elif how == 1:
            del returned.lines[number]
        elif how == 2:
            returned.lines[number].people = history.people()
        else:
            returned.lines[number].measure = history.random.choice(MEASURES)


def hold_back_or_mend(history: History) -> None:
    """A wrong unit in a line, which holds its return back; or all that is wrong is mended."""
    if chosen := history.any_line():
        returned, number = chosen
        if any(line.wrong or line.part_of for line in returned.lines.values()):
            for line in returned.lines.values():
                line.wrong, line.part_of = False, ""
        else:
            returned.lines[number].wrong = True


def link_or_split(history: History) -> None:
    """One line becomes a part of another, or is none any more; or it is given an area."""
    if chosen := history.any_line():
        returned, number = chosen
        line = returned.lines[number]
        if history.random.random() < 0.3:
            line.area = history.random.choice(("", "E06000001", "E06000002"))
        else:
            others = [str(other) for other in returned.lines if other != number]
            line.part_of = history.random.choice(others) if others and not line.part_of else ""


def move(history: History) -> None:
    """A return gets other days."""
    if chosen := history.one():
        _, chosen[1].start, chosen[1].end = history.random.choice((*QUARTERS, *SPANS))


def other_framework(history: History) -> None:
    """The project and all its returns are signed under another framework with the same measures."""
    for returned in history.returns.values():
        returned.framework = "other" if returned.framework == "open" else "open"


def rename(history: History) -> None:
    history.name += "-b"


CHANGES: tuple[Callable[[History], None], ...] = (
    new_return, new_return, whole_year, correction, correction, withdrawal, edit, edit, hold_back_or_mend,
    link_or_split, move, other_framework, rename,
)  # fmt: skip


def histories(projects: int, releases: int, seed: int) -> list[History]:
    """So many projects, each with its own random history over so many releases."""
    found = [History(f"p{number:03}", seed) for number in range(projects)]
    for history in found:
        for _ in range(releases):
            history.release()
    return found


def numbers_of(told: list[History]) -> Mapping[Name, int]:
    """Every number of people of some histories."""
    return {name: people for history in told for name, people in history.numbers.items()}
