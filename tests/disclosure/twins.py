"""Twins of histories: the same in all but the numbers that no release shows."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from random import Random

from disclosure.attack_over_time import Count
from disclosure.history import History, Name
from disclosure.world import GROUPS, Released
from socialvalue.records import LEAST_PEOPLE, NoValue

CLASSES = (range(1, 5), range(5, 10), range(10, 30))
"""Numbers that every threshold treats alike: they are hidden for the same reason."""
OF_GROUPS = (NoValue.FEW, NoValue.CHANGED)
"""Why a group's own count is hidden."""


def never_shown(told: Sequence[History], releases: Sequence[Released]) -> dict[Name, str]:
    """The measure of each number that was in the lines of a sensitive group alone, and that no release shows."""
    measures: defaultdict[Name, set[str]] = defaultdict(set)
    shown: set[Name] = set()
    for place, release in enumerate(releases):
        lines = release.valuation.lines
        open_ = set(lines.loc[lines["marker"] != "c", "key"])
        for history in told:
            for period, returned in history.releases[place].items():
                for number, line in returned.lines.items():
                    measures[line.people].add(line.measure)
                    if f"{history.names[place]}/{period}#{number}" in open_:
                        shown.add(line.people)
    return {name: min(each) for name, each in measures.items() if name not in shown and each <= set(GROUPS)}


def twin(
    told: Sequence[History], releases: Sequence[Released], numbers: Mapping[Name, int], seed: int
) -> dict[Name, int]:
    """The numbers, with others for those that were never shown: each hidden for the same reason as before."""
    random = Random(seed)
    found = dict(numbers)
    public = defaultdict(set)
    for name, people in numbers.items():
        public[name.project].add(people)
    for name, _ in never_shown(told, releases).items():
        alike = next((each for each in CLASSES if numbers[name] in each), range(0))
        free = [people for people in alike if people < CLASSES[0].stop or people not in public[name.project]]
        if free:
            found[name] = random.choice(free)
    return found


def small_counts(
    told: Sequence[History], releases: Sequence[Released], numbers: Mapping[Name, int], thresholds: Sequence[int]
) -> dict[Count, int]:
    """The threshold of each count of few people that was hidden when it was first told of, for whatever reason."""
    found: dict[Count, int] = {}
    seen: set[Count] = set()
    for place, release in enumerate(releases):
        least = {**LEAST_PEOPLE, "sensitive": thresholds[place]}
        for count, people in _counts(told, place, release, numbers):
            if count not in seen and 0 < people < least[GROUPS[count.measure]]:
                found[count] = least[GROUPS[count.measure]]
            seen.add(count)
    return found


def _counts(
    told: Sequence[History], place: int, release: Released, numbers: Mapping[Name, int]
) -> Iterator[tuple[Count, int]]:
    hidden = release.valuation.suppressed.set_index("key")["reason"].to_dict()
    there = {key for key in release.valuation.lines["key"] if hidden.get(key, NoValue.FEW) in OF_GROUPS}
    for history in told:
        for period, returned in history.releases[place].items():
            for number, line in returned.lines.items():
                if f"{history.names[place]}/{period}#{number}" in there and line.measure in GROUPS:
                    yield Count(history.project, line.measure, returned.start, returned.end), numbers[line.people]
