"""What is told around a group, before it comes or after it, tells nothing of it. All invented."""

import pytest

from disclosure.history import Name, Return
from disclosure.together import DAYS, SECRET, Project, Stage, corrected, people, returned

STAGE = Stage()
WHOLE_YEAR = returned("year", ("trainees", SECRET), basis="compiled")


def _half(*lines: tuple[str, Name], until: str = "q3") -> Return:
    found = returned("q2", *lines, basis="compiled")
    found.end = DAYS[until][1]
    return found


QUARTERS: Project = {quarter: returned(quarter, ("visitors", people(30))) for quarter in ("q2", "q3", "q4")}
BESIDE_ONE: Project = {"q2": returned("q2", ("locals", people(30)), ("offenders", SECRET))}
HALF = _half(("claimants", people(30)))
HALF_SECRET = _half(("claimants", SECRET))
ONE_TOLD: Project = {"q2": returned("q2", ("locals", people(30)))}
CROSSING = {
    "quarters, then their year": ("year", STAGE.example(QUARTERS, {**QUARTERS, "year": WHOLE_YEAR})),
    "quarters and their year": ("year", STAGE.example({**QUARTERS, "year": WHOLE_YEAR})),
    "a hidden group, then a shown one": ("half", STAGE.example(BESIDE_ONE, {**BESIDE_ONE, "half": HALF})),
    "a shown group, then a hidden one": ("q2", STAGE.example({"half": HALF}, {"half": HALF, **BESIDE_ONE})),
    "people, then a hidden group": ("half", STAGE.example(ONE_TOLD, {**ONE_TOLD, "half": HALF_SECRET})),
}


@pytest.mark.parametrize("case", CROSSING)
def test_a_hidden_group_and_what_is_told_of_other_days_share_none(case: str) -> None:
    """40 from July on and 39 from October on leave 1 for the summer; nobody in spring leaves all for the summer."""
    period, example = CROSSING[case]
    told = example.seen[-1]
    if case == "quarters and their year":
        assert not told.held_back
        assert not any(told.shown.values())
    else:
        assert list(told.held_back) == [period]


ALONE: Project = {"year": WHOLE_YEAR}
YEAR_FIRST = {
    number: STAGE.example(
        {"year": WHOLE_YEAR}, {"year": WHOLE_YEAR, "q1": returned("q1", ("visitors", people(number)))}
    )
    for number in (0, 30)
}


@pytest.mark.parametrize("number", YEAR_FIRST)
def test_people_of_a_part_of_a_groups_days_are_hidden_however_many(number: int) -> None:
    """Whether they are shown depends on no number."""
    _, told = YEAR_FIRST[number].seen
    assert not told.held_back
    assert told.shown == {("trainees", "2023-04-01"): None, ("visitors", "2024-01-01"): None}


SHOWN_GROUPS: Project = {"half": HALF, "q2": returned("q2", ("visitors", people(3)), ("locals", people(2)))}
NOTHING_HIDDEN = STAGE.example(SHOWN_GROUPS)


def test_nothing_is_hidden_where_no_group_is() -> None:
    """The 30 of a half year limit nobody who is hidden."""
    assert None not in NOTHING_HIDDEN.seen[0].shown.values()


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


def _instead(number: int) -> Project:
    """A number of q2, then a correction that has the group alone, beside another return that counts 40 of q2."""
    told: Project = {"q2": returned("q2", ("visitors", people(number)))}
    other = returned("q2", FORTY, basis="compiled", area="E06000001")
    return {**told, "q2-2": corrected("q2", returned("q2", GROUP)), "other": other}


INSTEAD = {number: STAGE.example({"q2": _instead(number)["q2"]}, _instead(number)) for number in (1, 30)}


@pytest.mark.parametrize(("number", "held_back"), [(1, ["q2-2"]), (30, [])])
def test_the_number_of_another_return_takes_no_tolds_place(number: int, held_back: list[str]) -> None:
    """The 1 that was told first stays known, whatever else is counted of its days later."""
    assert list(INSTEAD[number].seen[1].held_back) == held_back


ALWAYS_ONE: Project = {"q2": returned("q2", FORTY)}
LATER_ALONE = STAGE.example(ALWAYS_ONE, {**ALWAYS_ONE, **LATER})


def test_a_group_may_come_where_one_number_was_told() -> None:
    """40 visitors alone leave room for it."""
    assert not LATER_ALONE.seen[1].held_back


FEW_HIDDEN: Project = {"q2": returned("q2", ("locals", people(1)), ("claimants", SECRET))}
MOVED = {
    measure: STAGE.example(
        FEW_HIDDEN, {**FEW_HIDDEN, "q2-2": corrected("q2", returned("q3", (measure, people(number))))}
    )
    for measure, number in (("locals", 1), ("visitors", 40))
}


@pytest.mark.parametrize(("measure", "told"), [("locals", None), ("visitors", None)])
def test_people_that_were_hidden_stay_so_when_a_correction_moves_them(measure: str, told: int | None) -> None:
    """The correction leaves out the group that they were hidden beside; 1 would tell how many it had.

    40 of another measure may be others, or the same ones under another name: a number says nothing of that.
    """
    assert MOVED[measure].seen[1].shown == {(measure, "2023-07-01"): told}


ONE_VISITOR: Project = {"q2": returned("q2", ("visitors", people(12)))}
CORRECTED_TO_ONE = {**ONE_VISITOR, "q2-2": corrected("q2", returned("q2", ("visitors", people(1))))}
GROUP_NOW = {**CORRECTED_TO_ONE, "q2-3": corrected("q2-2", returned("q2", ("visitors", people(12)), GROUP), 3)}
ONCE_ONE = STAGE.example(ONE_VISITOR, CORRECTED_TO_ONE, GROUP_NOW)


def test_a_number_of_a_correction_stays_known() -> None:
    """12, then 1, then 12 again and the group: the 1 would be the most that it can be, if it was right."""
    assert [list(each.held_back) for each in ONCE_ONE.seen] == [[], [], ["q2-3"]]


THIRTY_HIDE_ONE: Project = {"q2": returned("q2", ("locals", people(30)), ("claimants", SECRET))}
FEWER = {**THIRTY_HIDE_ONE, "q2-2": corrected("q2", returned("q2", ("locals", people(1)), ("claimants", SECRET)))}
AWAY = {**FEWER, "q2-3": corrected("q2-2", returned("q3", ("locals", people(1))), 3)}
OTHERS_THERE: Project = {"q3": returned("q3", ("locals", people(12)), basis="compiled", area="E06000001")}
INTO_Q3 = corrected("q2", returned("q3", ("locals", people(1))))
BY_HAND = {
    "q2-2": corrected("q2", returned("q2", ("visitors", people(30)))),
    "q3-2": corrected("q3", returned("q3", ("visitors", people(30)), ("locals", people(1)))),
}
SAME_THERE: Project = {"q3": returned("q3", ("locals", people(1)), basis="compiled", area="E06000001")}
TWELVE: Project = {"q3": returned("q3", ("locals", people(12)))}
SWAPPED = {
    "q2-2": corrected("q2", returned("q2", ("locals", people(12)))),
    "q3-2": corrected("q3", returned("q3", ("locals", people(1)))),
}
SILENT: Project = {"q3": returned("q3", ("visitors", people(30)))}
PUT_ELSEWHERE = {
    "after a correction": STAGE.example(THIRTY_HIDE_ONE, FEWER, AWAY),
    "beside others": STAGE.example({**FEW_HIDDEN, **OTHERS_THERE}, {**FEW_HIDDEN, **OTHERS_THERE, "q2-2": INTO_Q3}),
    "beside as many": STAGE.example({**FEW_HIDDEN, **SAME_THERE}, {**FEW_HIDDEN, "q2-2": INTO_Q3}),
    "by a swap": STAGE.example({**FEW_HIDDEN, **TWELVE}, {**FEW_HIDDEN, **TWELVE, **SWAPPED}),
    "by two corrections": STAGE.example({**FEW_HIDDEN, **SILENT}, {**FEW_HIDDEN, **SILENT, **BY_HAND}),
}


@pytest.mark.parametrize("way", PUT_ELSEWHERE)
def test_few_who_were_hidden_are_shown_nowhere_else(way: str) -> None:
    """Whichever way a correction puts them into another quarter."""
    told = PUT_ELSEWHERE[way].seen[-1]
    counts = told.release.valuation.lines.query("project == @told.project and measure == 'locals'")
    assert not told.held_back
    assert list(counts.loc[counts["marker"] != "c", "headcount"]) in ([], [12])


MOST_OF_ALL = {
    "q2": returned("q2", ("locals", people(32)), ("claimants", people(30))),
}
SLIP = STAGE.example(
    MOST_OF_ALL,
    {**MOST_OF_ALL, "q2-2": corrected("q2", returned("q2", ("locals", people(32)), ("claimants", people(29))))},
)


def test_a_corrected_group_is_not_counted_beside_itself() -> None:
    """29 in the place of 30 among 32 is hidden, as every corrected group is, and not refused."""
    _, told = SLIP.seen
    assert not told.held_back
    assert told.shown == {("locals", "2023-04-01"): 32, ("claimants", "2023-04-01"): None}


NO_GROUP: Project = {"q2": returned("q2", ("visitors", people(30))), "q3": returned("q3", ("locals", people(7)))}
NOW_31 = {**NO_GROUP, "q2-2": corrected("q2", returned("q2", ("visitors", people(31))))}
FORGOTTEN = corrected("q3", returned("q3", ("locals", people(7)), ("visitors", people(12))))
UNHINDERED = STAGE.example(NO_GROUP, NOW_31, {**NOW_31, "q3-2": FORGOTTEN})


def test_nothing_is_hidden_of_two_numbers_where_no_group_is() -> None:
    """30, then 31, and 12 in another quarter that were forgotten at first."""
    assert None not in UNHINDERED.seen[-1].shown.values()
