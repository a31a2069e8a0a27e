"""What is told after a group, or taken away before it comes, tells nothing of it. All invented."""

import pytest

from disclosure.history import Name, Return
from disclosure.together import DAYS, SECRET, Project, Stage, corrected, people, returned

STAGE = Stage()
WHOLE_YEAR = returned("year", ("trainees", SECRET), basis="compiled")


def _half(group: str, number: Name) -> Return:
    found = returned("q2", (group, number), basis="compiled")
    found.end = DAYS["q3"][1]
    return found


THREE: Project = {quarter: returned(quarter, ("visitors", people(1))) for quarter in ("q2", "q3", "q4")}
BESIDE_ONE: Project = {"q2": returned("q2", ("locals", people(30)), ("offenders", SECRET))}


def _fourth(number: int) -> Project:
    return {"q1": returned("q1", ("visitors", people(number)))}


def _next(number: int) -> Project:
    return {"q3": returned("q3", ("locals", people(number)))}


def _with_year(project: Project) -> Project:
    return {**project, "year": WHOLE_YEAR}


def _with_half(project: Project) -> Project:
    return {**project, "half": _half("claimants", people(30))}


GAPS = {
    "nobody": (
        ("visitors", "2024-01-01"),
        [
            (STAGE.example(THREE, _with_year(THREE), _with_year({**THREE, **_fourth(number)})), number)
            for number in (0, 30)
        ],
    ),
    "nobody, together": (
        ("visitors", "2024-01-01"),
        [(STAGE.example(THREE, _with_year({**THREE, **_fourth(number)})), number) for number in (0, 30)],
    ),
    "beyond a group": (
        ("locals", "2023-07-01"),
        [(STAGE.example(BESIDE_ONE, _with_half({**BESIDE_ONE, **_next(number)})), number) for number in (3, 40)],
    ),
    "beyond a group, later": (
        ("locals", "2023-07-01"),
        [
            (STAGE.example(BESIDE_ONE, _with_half(BESIDE_ONE), _with_half({**BESIDE_ONE, **_next(number)})), number)
            for number in (3, 40)
        ],
    ),
}


@pytest.mark.parametrize("gap", GAPS)
def test_what_is_told_of_a_gap_leaves_room_for_the_group_that_it_let_in(gap: str) -> None:
    """A group came as a part of its days was told of nobody yet. Few there, or none, would say that it was elsewhere;
    so they are hidden, and many are not.
    """
    line, (few, many) = GAPS[gap]
    for (example, number), told in ((few, None), (many, many[1])):
        assert not example.seen[-1].held_back, number
        assert example.seen[-1].shown[line] == told


FORTY, GROUP = ("visitors", people(40)), ("trainees", SECRET)
SIDE_BY_SIDE: Project = {"q2": returned("q2", FORTY, ("visitors", people(39)))}
SIDE_BY_SIDE["q2"].lines[2].area = "E06000001"
ONE_LEFT = {**SIDE_BY_SIDE, "q2-2": corrected("q2", returned("q2", FORTY))}
LATER: Project = {"alone": returned("q2", GROUP, basis="compiled")}
AFTER_SEVERAL = {
    "q2-2": STAGE.example(SIDE_BY_SIDE, {**SIDE_BY_SIDE, "q2-2": corrected("q2", returned("q2", FORTY, GROUP))}),
    "alone": STAGE.example(SIDE_BY_SIDE, ONE_LEFT, {**ONE_LEFT, **LATER}),
}


@pytest.mark.parametrize("period", AFTER_SEVERAL)
def test_a_group_comes_too_late_where_two_numbers_were_told_though_one_is_gone(period: str) -> None:
    """40 less 39 is 1, whoever takes the 39 away, in the same release or in one before."""
    assert list(AFTER_SEVERAL[period].seen[-1].held_back) == [period]


ALWAYS_ONE: Project = {"q2": returned("q2", FORTY)}
ONE_TOLD = STAGE.example(ALWAYS_ONE, {**ALWAYS_ONE, **LATER})


def test_a_group_may_come_where_one_number_was_told() -> None:
    """40 visitors alone leave room for it."""
    assert not ONE_TOLD.seen[1].held_back
