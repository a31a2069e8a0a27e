"""People beside a hidden group tell nothing of it, added up or taken away. All invented.

The releases are made as in test_kinds.py, and so are their twins.
"""

from collections.abc import Mapping
from pathlib import Path

import pandas as pd
import pytest

from disclosure.attack_over_time import Attack, Count, Told
from disclosure.history import Name, Return
from disclosure.together import DAYS, SECRET, Example, Project, Stage, corrected, people, returned, shown
from disclosure.world import World
from socialvalue.domain.few_people import people_of
from socialvalue.records import MILLION, NoValue

STAGE = Stage()
QUARTERS: Project = {
    "q2": returned("q2", ("visitors", people(27))),
    "q3": returned("q3", ("visitors", people(26))),
    "q4": returned("q4", ("visitors", people(25))),
}
YEAR: Project = {"year": returned("year", ("visitors", people(59)), basis="compiled", organisation="charity")}
ALONE: Project = {"q1": returned("q1", ("trainees", SECRET))}
AMONG_FEW: Project = {"q1": returned("q1", ("trainees", SECRET), ("visitors", people(4)))}
BOTH = {**YEAR, **QUARTERS}

LESS = {
    name: [STAGE.example({**QUARTERS, **group, **YEAR}), STAGE.example({**QUARTERS, **group})]
    for name, group in {"alone": ALONE, "among few": AMONG_FEW}.items()
}


@pytest.mark.parametrize("group", LESS)
def test_a_year_less_its_quarters_tells_no_group(group: str) -> None:
    """78 in three quarters are shown and 79 in the year: whoever came in the last one was 1, and so is the group."""
    (both,), (without,) = (example.seen for example in LESS[group])
    assert not any(both.shown.values())
    assert [without.shown["visitors", DAYS[quarter][0]] for quarter in QUARTERS] == [27, 26, 25]


COMES_LATER = {
    f"{name}, {what}": STAGE.example(before, {**after, **group})
    for name, group in {"alone": ALONE, "among few": AMONG_FEW}.items()
    for what, before, after in (
        ("stands", YEAR, BOTH), ("went", YEAR, QUARTERS), ("quarters first", BOTH, BOTH), ("both went", BOTH, {}),
    )
}  # fmt: skip


@pytest.mark.parametrize("example", COMES_LATER)
def test_a_year_that_was_shown_tells_no_group_that_comes_later(example: str) -> None:
    """Whether it stands or went, its quarters are hidden once there is a group, or the group is not told of at all."""
    later = COMES_LATER[example].seen[1]
    told = later.shown
    assert "q1" in later.held_back or ("trainees", "2024-01-01") not in told or not {27, 26, 25} & set(told.values())


NEAR = STAGE.example(BOTH, {**BOTH, **ALONE})
FAR = STAGE.example(BOTH, {**BOTH, "moved": returned("moved", ("trainees", SECRET))})


def test_a_group_is_not_told_of_where_its_days_were_counted_twice() -> None:
    """Both were shown before anybody told of a group: now it is held back, and far from these days it is not."""
    assert list(NEAR.seen[1].held_back) == ["q1"]
    assert not FAR.seen[1].held_back
    assert FAR.seen[1].shown["visitors", "2023-07-01"] == 26


def _of_one_place(part_of: str) -> Project:
    """39 of 40 visitors are of one place; the line that says so may be a part of the other."""
    found = returned("q2", ("visitors", people(40)), ("visitors", people(39)), ("trainees", SECRET))
    found.lines[2].area, found.lines[2].part_of = "E06000001", part_of
    return {"q2": found}


IN_ONE_RETURN = [STAGE.example(_of_one_place(part_of)) for part_of in ("", "1")]


def test_a_whole_less_its_part_in_one_return_tells_no_group() -> None:
    """Of 40 people, 39 are of one place; who is hidden is of the other."""
    for example in IN_ONE_RETURN:
        assert not any(example.seen[0].shown.values())


WITHOUT = [STAGE.example(BOTH), STAGE.example({**BOTH, "q1": returned("q1", ("trainees", people(12)))})]


def test_without_a_hidden_group_all_are_shown() -> None:
    """A year beside its quarters hides nothing where there is no group, or one that is large enough."""
    for example in WITHOUT:
        assert all(example.seen[0].shown.values())


def _headcount(number: int, **cells: object) -> Mapping[str, object]:
    return {"headcount": number, **cells}


@pytest.mark.parametrize(
    ("unit", "cells"),
    [
        ("jobs", {}),
        ("people", {"quantity": 20, "headcount": 20}),
        ("weeks", _headcount(1, quantity=20)),
        ("jobs", _headcount(1, quantity=20)),
        ("jobs", _headcount(20, quantity=1)),
    ],
)
def test_few_people_in_any_unit_are_hidden_beside_a_group(
    unit: str, cells: Mapping[str, object], tmp_path: Path
) -> None:
    """1 job, 20 weeks of 1 person, 1 job of 20 people: each tells how many the group can be. 20 of 20 do not."""
    found = []
    for secret in (3, 2):
        world = World(tmp_path / str(secret), {SECRET: secret, people(1): 1})
        world.measures["posts"] = {"unit": unit}
        world.cells = lambda line: cells if line.measure == "posts" else {}
        project = {"q2": returned("q2", ("claimants", SECRET), ("posts", people(1)))}
        found.append(world.release({"road": project}))
    assert found[0].files == found[1].files
    is_shown = shown(found[0])["posts", "2023-04-01"] is not None
    assert is_shown == (unit == "people")


@pytest.mark.parametrize(
    ("quantity", "unit", "headcount", "expected"),
    [
        (2, "people", 20, 2), (20, "people", 2, 2), (20, "people", None, 20), (0, "people", 0, 0),
        (1, "jobs", 20, 1), (30, "weeks", 2, 2), (30, "weeks", None, 30), (0.2, "fte_years", 4, 4),
        (0.2, "fte_years", None, 1), (3, "weeks", 0, 1), (0, "people", 20, 1), (None, "people", 4, 4),
        (None, "people", None, 0), (12, "households", 30, 30),
    ],
)  # fmt: skip
def test_people_are_the_fewest_that_a_line_tells_of(
    quantity: float | None, unit: str, headcount: int | None, expected: int
) -> None:
    """A headcount in the place of a quantity that is people itself would show the quantity."""
    millionths = None if quantity is None else round(quantity * MILLION)
    line = pd.DataFrame({"quantity": [millionths], "unit": [unit], "headcount": [headcount]})
    assert list(people_of(line.astype({"quantity": "Int64", "headcount": "Int64"}))) == [expected]


def test_a_sensitive_count_with_another_headcount_is_held_back(tmp_path: Path) -> None:
    """20 in the place of 2: nothing is shown, and the smaller number decides for good."""
    world = World(tmp_path, {SECRET: 2})
    world.cells = lambda line: {"headcount": 20}
    project = {"road": {"q2": returned("q2", ("trainees", SECRET))}}
    found = world.release(project)
    assert {finding.rule for finding in found.checked.errors} == {"headcount-agrees"}
    assert not shown(found)


def test_the_attack_takes_the_hidden_from_what_is_shown() -> None:
    """7, 6 and 5 in three quarters and 19 in the year: if both were shown, the group of the last one would be 1."""
    told = [
        Told(Count("road", "visitors", *DAYS[period]), number, "", 0)
        for period, number in {"q2": 7, "q3": 6, "q4": 5, "q1": None, "year": 19}.items()
    ]
    group = Count("road", "trainees", *DAYS["q1"])
    told.append(Told(group, None, "few people", 0))
    assert Attack(told, {group: 5}).ranges() == {group: (1, 1)}
    assert Attack([each for each in told if each.people != 19], {group: 5}).ranges() == {group: (1, 4)}
    posts = Told(Count("road", "posts", *DAYS["q1"]), 1, "", 0)
    claimants = Told(Count("road", "claimants", *DAYS["q1"]), None, "few people", 0)
    assert Attack([posts, claimants], {claimants.count: 5}).ranges() == {claimants.count: (1, 1)}


def _few_told(*numbers: int) -> Project:
    """A return for each quarter of the year, as far as numbers go, with so many visitors."""
    return {
        period: returned(period, ("visitors", people(number))) for period, number in zip(DAYS, numbers, strict=False)
    }


def _then(before: Project, **later: Return) -> Example:
    return STAGE.example(before, {**before, **{name.replace("_", "-"): each for name, each in later.items()}})


def _added(*told: tuple[str, int], group: str) -> Example:
    """A return, and a correction of it that tells of one more group."""
    lines = [(measure, people(number)) for measure, number in told]
    return _then({"q2": returned("q2", *lines)}, q2_2=corrected("q2", returned("q2", *lines, (group, SECRET))))


def _half(group: str, number: Name) -> Return:
    found = returned("q2", (group, number), basis="compiled")
    found.end = DAYS["q3"][1]
    return found


TWELVE = {"year": returned("year", ("trainees", people(12)), basis="compiled"), **_few_told(2)}
INTO = corrected("year", returned("q2", ("trainees", SECRET), basis="compiled"))
TWICE = {**YEAR, **_few_told(18), "q3": returned("q3", ("trainees", people(10)))}
WITH_GROUP = corrected("q3", returned("q3", ("trainees", people(10)), ("claimants", SECRET)))
WHOLE_YEAR = returned("year", ("trainees", SECRET), basis="compiled")
TILES = {
    number: {
        "q2": returned("q2", ("locals", people(12)), ("offenders", SECRET)),
        "q3": returned("q3", ("locals", people(number))),
    }
    for number in (0, 20)
}
TOO_LATE = {
    "q2-2": [
        _added(("trainees", 10), ("locals", 2), group="claimants"),
        _added(("claimants", 26), ("locals", 28), group="offenders"),
    ],
    "year-2": [_then(TWELVE, year_2=INTO)],
    "q3-2": [_then(TWICE, q3_2=WITH_GROUP)],
    "year": [_then(_few_told(*few), year=WHOLE_YEAR) for few in ((1, 1, 1, 0), (1, 1, 1), (1, 1, 1, 30))],
    "half": [_then(TILES[number], half=_half("claimants", people(10))) for number in TILES],
}


@pytest.mark.parametrize("period", TOO_LATE)
def test_a_group_that_comes_too_late_is_held_back(period: str) -> None:
    """In a correction that adds it or moves it, and where something was told of days that reach to others. Room on one
    of them, or a quarter of which nothing was told, is no help: there may have been nobody.
    """
    for example in TOO_LATE[period]:
        assert not example.seen[0].held_back
        assert list(example.seen[1].held_back) == [period]


IN_TIME = _added(("trainees", 10), ("locals", 30), group="claimants")


def test_a_group_among_many_may_come_later() -> None:
    """30 of the same days leave room for it."""
    _, seen = IN_TIME.seen
    assert not seen.held_back
    assert seen.shown["claimants", "2023-04-01"] is None


SHOWN, BECAME = returned("q2", ("trainees", people(10))), corrected("q2", returned("q2", ("trainees", SECRET)))
MOVED = corrected("q2", returned("q3", ("trainees", SECRET)))
GONE = {
    number: [
        STAGE.example({"q2": SHOWN}, {"q2": SHOWN, "q2-2": BECAME}, {"after": returned("q2", visitors)}),
        STAGE.example({"q2": SHOWN}, {"q2": SHOWN, "q2-2": MOVED}, {"after": returned("q3", visitors)}),
    ]
    for number in (2, 20)
    for visitors in [("visitors", people(number))]
}


@pytest.mark.parametrize("number", GONE)
def test_a_changed_count_that_is_gone_still_hides_few_beside_it(number: int) -> None:
    """10 that became fewer, or moved, were hidden, and the line was taken away. 2 visitors would tell the most there
    were; 20 don't. It is never said that those were few.
    """
    for example in GONE[number]:
        _, hidden, after = example.seen
        assert list(hidden.shown.values()) == [None]
        reasons = hidden.release.valuation.suppressed.query("project == @example.project")["reason"]
        assert list(reasons) == [NoValue.CHANGED]
        assert list(after.shown.values()) == [None if number == 2 else 20]


SHOWN_AGAIN = returned("q2", ("trainees", people(10)))
REVERTED = STAGE.example(
    {"q2": SHOWN},
    {"q2": SHOWN, "q2-2": BECAME},
    {"q2": SHOWN, "q2-2": BECAME, "q2-3": corrected("q2-2", SHOWN_AGAIN, 3)},
)


def test_a_number_that_was_shown_comes_back() -> None:
    """Everybody knows the 10."""
    assert [each.shown["trainees", "2023-04-01"] for each in REVERTED.seen] == [10, None, 10]
    assert not any(each.held_back for each in REVERTED.seen)
