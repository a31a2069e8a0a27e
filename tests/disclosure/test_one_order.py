"""Of returns that can't all stand, those stand that come first, whichever rule is asked first. Invented."""

from collections.abc import Mapping, Sequence
from copy import deepcopy
from pathlib import Path
from random import Random

import pytest

from disclosure.history import SENSITIVE, Return
from disclosure.together import DAYS, SECRET, Project, Stage, corrected, people, returned
from disclosure.world import World
from socialvalue import commands
from socialvalue.check import judge

STAGE = Stage()
TRAINEES, VISITORS = ("trainees", people(12)), ("visitors", people(30))


def received(day: str, returned: Return) -> Return:
    returned.received = day
    return returned


COMPILED: Project = {"c": returned("q2", VISITORS, basis="compiled")}
EARLIER_DAY = STAGE.example(COMPILED, {**COMPILED, "a": returned("q2", ("visitors", people(31)))})
OF_GROUP: Project = {"c": returned("q2", TRAINEES, basis="compiled", area="E06000001")}
GROUP_AGAIN = STAGE.example(OF_GROUP, {**OF_GROUP, "a": returned("q2", ("trainees", people(13)))})
HIDDEN: Project = {"c": received("2025-02-01", returned("q2", ("offenders", SECRET)))}
NOT_FEW = received("2025-01-01", returned("q2", ("offenders", people(40))))
LARGE_AGAIN = STAGE.example(HIDDEN, {**HIDDEN, "a": NOT_FEW})
WHOLE: Project = {"c": received("2025-02-01", returned("q2", TRAINEES, VISITORS))}
PART_AGAIN = STAGE.example(WHOLE, {**WHOLE, "a": received("2025-01-01", returned("q2", VISITORS))})
STAYING = {"people": EARLIER_DAY, "a group": GROUP_AGAIN, "a hidden group": LARGE_AGAIN, "a part of it": PART_AGAIN}


@pytest.mark.parametrize("case", STAYING)
def test_what_was_published_stays_where_a_new_return_names_an_earlier_day(case: str) -> None:
    """The register has the number of one of the two, so that one was published."""
    first, then = STAYING[case].seen
    assert list(then.held_back) == ["a"]
    assert then.shown == first.shown


def _wrong_by_itself(how: str) -> Return:
    """A return with a slip that only a rule about what stands finds."""
    found = received("2025-01-01", returned("q2", TRAINEES, VISITORS))
    if how == "part":
        found.lines[2].part_of = "1"
    else:
        found = received("2025-01-01", returned("q2", TRAINEES, ("trainees", people(13)), VISITORS))
    return found


OTHER = received("2025-02-01", returned("q2", VISITORS))
BESIDE = {how: STAGE.example({"a": _wrong_by_itself(how), "c": OTHER}) for how in ("part", "twice")}
LATER = {how: STAGE.example({"c": OTHER}, {"a": _wrong_by_itself(how), "c": OTHER}) for how in ("part", "twice")}


@pytest.mark.parametrize("how", ["part", "twice"])
def test_a_return_that_is_wrong_by_itself_stands_in_nobodys_way(how: str) -> None:
    """Its slip is found after the overlap, or by the same rule."""
    for seen in (BESIDE[how].seen[0], LATER[how].seen[1]):
        assert list(seen.held_back) == ["a"]
        assert seen.shown == {("visitors", "2023-04-01"): 30}


SPANS = (
    *(DAYS[each] for each in ("q2", "q3", "q4", "year")),
    ("2023-04-01", "2023-09-30"),
    ("2023-06-01", "2023-07-31"),
)
MEASURES = (*SENSITIVE, "visitors", "locals")


def _one(random: Random, day: int) -> Return:
    """A return that may be wrong by itself or beside others; no two came on one day."""
    measures = random.sample(MEASURES, random.randint(1, 3))
    lines = [(measure, people(random.choice((2, 7, 12, 30, 40)))) for measure in measures]
    basis = random.choice(("submitted", "compiled"))
    found = returned("q2", *lines, basis=basis, area=random.choice(("", "E06000001")))
    found.start, found.end = random.choice(SPANS)
    found.received = f"2025-01-{day:02}"
    slip = random.random()
    if slip < 0.1:
        found.lines[1].wrong = True
    elif slip < 0.2 and len(lines) > 1:
        found.lines[1].part_of = "2"
    elif slip < 0.3:
        found.lines[len(lines) + 1] = deepcopy(found.lines[1])
    return found


def _project(random: Random, letter: str) -> Project:
    found = {f"{letter}{day}": _one(random, day) for day in random.sample(range(1, 29), random.randint(1, 4))}
    if random.random() < 0.5:
        before = random.choice(list(found))
        after = corrected(before, deepcopy(found[before]))
        after.start, after.end = random.choice((*SPANS, (after.start, after.end)))
        after.lines[1].wrong = random.random() < 0.4
        found[f"{before}-2"] = received(f"2025-02-{random.randint(1, 28):02}", after)
    return found


def _named(project: Project, names: Mapping[str, str]) -> Project:
    found = {names[period]: deepcopy(returned) for period, returned in project.items()}
    for each in found.values():
        each.supersedes = names.get(each.supersedes, "")
    return found


def _standing(folder: Path, releases: Sequence[Mapping[str, Project]], names: Mapping[str, str]) -> list[set[str]]:
    """The returns that stand in each release, by the names that they have at first; what is settled stays settled."""
    world = World(folder, {people(number): number for number in range(60)}, without_site=True)
    was = {now: before for before, now in names.items()}
    found = []
    for projects in releases:
        told = world.release({name: _named(project, names) for name, project in projects.items()})
        assert not any(commands.disclosed(folder)[1])
        owners = {f"{name}/{period}" for name, project in projects.items() for period in project}
        held = {f"{name}/{was[period]}" for name, _, period in (each.partition("/") for each in told.checked.held_back)}
        found.append(owners - held)
    return found


@pytest.mark.parametrize("seed", [1, 2])
def test_neither_the_order_of_the_rules_nor_names_decide(
    seed: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The same returns stand, what stood once stands, and `disclose` has nothing more to write when it has run."""
    random = Random(seed)
    first = {f"p{number}": _project(random, "a") for number in range(25)}
    both = {name: project | _project(random, "b") for name, project in first.items()}
    periods = sorted({period for project in both.values() for period in project})
    one = _standing(tmp_path / "one", [first, both], {period: period for period in periods})
    assert one[0] <= one[1]
    rules = list(judge.rules())
    random.shuffle(rules)
    monkeypatch.setattr(judge, "rules", lambda: rules)
    others = random.sample([f"r{number:03}" for number in range(len(periods))], len(periods))
    assert _standing(tmp_path / "other", [first, both], dict(zip(periods, others, strict=True))) == one
