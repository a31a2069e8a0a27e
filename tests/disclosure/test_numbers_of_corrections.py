"""Numbers that corrections bring, and returns held back, beside a group: what is told, and of whom. Invented."""

import csv
import io

import pytest

from disclosure.history import Return
from disclosure.together import DAYS, SECRET, Example, Project, Stage, corrected, people, returned

STAGE = Stage()
TWELVE, FORTY = ("trainees", people(12)), ("visitors", people(40))
GROUP = ("trainees", SECRET)


def chained(*returns: Return) -> Project:
    """A return of the second quarter, and its corrections, one after the other."""
    found: Project = {}
    for number, each in enumerate(returns, start=1):
        before = next(reversed(found), "")
        found[f"q2-{number}" if before else "q2"] = corrected(before, each, number) if before else each
    return found


def in_ledger(example: Example, release: int) -> list[tuple[str, str]]:
    """The numbers before and after of each correction that a release tells of."""
    seen = example.seen[release]
    table = csv.DictReader(io.StringIO(seen.release.files["data/ledger.csv"].decode()))
    ours = (row for row in table if row["project"] == seen.project)
    return [(row["quantity_before"], row["quantity_after"]) for row in ours]


FIRST: Project = {"q2": returned("q2", TWELVE, FORTY)}
SLIP = {**FIRST, **chained(FIRST["q2"], returned("q2", TWELVE, ("visitors", people(41))))}
BESIDE_SHOWN = STAGE.example(FIRST, SLIP)


def test_a_slip_is_corrected_beside_a_group_that_is_shown() -> None:
    """Nobody is hidden in the project, so 41 tells of nobody."""
    assert BESIDE_SHOWN.seen[1].shown == {("trainees", "2023-04-01"): 12, ("visitors", "2023-04-01"): 41}


VISITORS = [returned("q2", ("visitors", people(number))) for number in (12, 1, 12)]
AT_ONCE = chained(*VISITORS)
AND_A_GROUP = chained(*VISITORS, returned("q2", ("visitors", people(12)), GROUP))
WITHIN_ONE_RELEASE = STAGE.example({"q2": VISITORS[0]}, AT_ONCE, AND_A_GROUP)
NEAR_A_GROUP = STAGE.example(chained(returned("q2", FORTY, GROUP), returned("q2", ("visitors", people(39)), GROUP)))


def test_the_ledger_tells_no_number_that_no_release_has_shown() -> None:
    """12, then 1 and 12 again in one release: what the register can't remember is nowhere."""
    assert in_ledger(WITHIN_ONE_RELEASE, 1) == []
    assert WITHIN_ONE_RELEASE.seen[2].shown == {("trainees", "2023-04-01"): None, ("visitors", "2023-04-01"): 12}
    assert in_ledger(NEAR_A_GROUP, 0) == []


BESIDE_HIDDEN = [returned("q2", ("visitors", number), GROUP) for number in (people(30), SECRET, people(32))]
IN_THREE = STAGE.example(*(chained(*BESIDE_HIDDEN[: many + 1]) for many in range(3)))
IN_TWO = STAGE.example(chained(BESIDE_HIDDEN[0]), chained(*BESIDE_HIDDEN))
OTHER_MEASURE = STAGE.example(chained(returned("q2", ("visitors", people(30))), returned("q2", ("posts", people(9)))))


def test_a_number_that_was_hidden_is_in_no_ledger_when_it_is_corrected_again() -> None:
    """What hides a correction hides it still, when another one has taken its place."""
    for example in (IN_THREE, IN_TWO):
        assert in_ledger(example, len(example.releases) - 1) == []


def test_a_line_that_counts_something_else_in_the_correction_has_two_rows() -> None:
    """30 visitors did not become 9 jobs."""
    seen = OTHER_MEASURE.seen[0]
    assert seen.shown == {("posts", "2023-04-01"): 9}
    assert ("30", "9") not in in_ledger(OTHER_MEASURE, 0)


FEW_HIDDEN: Project = {"q2": returned("q2", ("locals", people(1)), ("claimants", SECRET))}
ELSEWHERE = {**FEW_HIDDEN, "q2-2": corrected("q2", returned("q3", ("visitors", people(1))))}
CALLED_OTHERWISE = STAGE.example(FEW_HIDDEN, ELSEWHERE)


def test_who_was_hidden_stays_so_on_other_days_under_another_measure() -> None:
    """1 of another measure, in the place of 1 who was hidden, is the same one to a reader."""
    assert CALLED_OTHERWISE.seen[1].shown == {("visitors", "2023-07-01"): None}


HIDDEN_GROUP: Project = {"q2": returned("q2", ("offenders", SECRET))}
AS_VISITORS = {**HIDDEN_GROUP, "q2-2": corrected("q2", returned("q3", ("visitors", people(3))))}
GROUP_CALLED_OTHERWISE = STAGE.example(HIDDEN_GROUP, AS_VISITORS)


def test_a_hidden_group_stays_so_on_other_days_under_another_measure() -> None:
    """3 visitors in the place of a few offenders are the same people to a reader."""
    assert GROUP_CALLED_OTHERWISE.seen[1].shown == {("visitors", "2023-07-01"): None}


GONE: Project = {
    "q2": returned("q2", ("locals", people(3)), ("offenders", SECRET)),
    "q4": returned("q4", FORTY, ("claimants", people(12))),
}
WITHOUT_LOCALS = {**GONE, "q2-2": corrected("q2", returned("q2", ("offenders", SECRET)))}
SLIP_LATER = {
    **WITHOUT_LOCALS,
    "q4-2": corrected("q4", returned("q4", ("visitors", people(41)), ("claimants", people(12)))),
}
ELSEWHERE_GONE = STAGE.example(GONE, WITHOUT_LOCALS, SLIP_LATER)


def test_a_slip_of_other_days_than_those_that_lost_a_hidden_count_is_shown() -> None:
    """Locals are gone from spring. Nothing was hidden in autumn, which is corrected later."""
    assert ELSEWHERE_GONE.seen[2].shown["visitors", "2023-10-01"] == 41


def _held_back_beside(returned_first: Project) -> Project:
    other = returned("q2", ("visitors", people(39)), ("locals", people(8)), basis="compiled", area="E06000001")
    other.lines[2].wrong = True
    return {**returned_first, "q2-b": other}


PUBLISHED: Project = {"q2": returned("q2", FORTY, ("locals", people(20)))}
BESIDE_A_SLIP = STAGE.example(PUBLISHED, _held_back_beside(PUBLISHED))


def test_a_return_that_is_held_back_takes_no_other_one_off_the_site() -> None:
    """A wrong unit in one return says nothing of another that counts the same people."""
    _, told = BESIDE_A_SLIP.seen
    assert list(told.held_back) == ["q2-b"]
    assert told.shown == {("visitors", "2023-04-01"): 40, ("locals", "2023-04-01"): 20}


HALF = returned("q2", ("visitors", people(20)))
HALF.end = DAYS["q3"][1]
APART: Project = {quarter: returned(quarter, FORTY) for quarter in ("q2", "q3")}
ACROSS = STAGE.example(APART, {**APART, "half": HALF})
ALONE: Project = {"q3": returned("q3", ("trainees", people(31)))}
STARTS_EARLIER = returned("q2", FORTY)
STARTS_EARLIER.end = DAYS["q3"][1]
BEFORE_IT = STAGE.example(ALONE, {**ALONE, "half": STARTS_EARLIER})
THIRTY: Project = {"q2": returned("q2", ("visitors", people(30)))}
WITH_CORRECTION = {
    **THIRTY,
    "z": returned("q2", ("visitors", people(20)), basis="compiled"),
    "z-2": corrected("z", returned("q2", ("visitors", people(21)), basis="compiled")),
}
ANOTHER_AND_ITS_CORRECTION = STAGE.example(THIRTY, WITH_CORRECTION)
STAYING = {
    "one that lies across both": (ACROSS, ["half"]),
    "one that starts earlier": (BEFORE_IT, ["half"]),
    "another one and its correction": (ANOTHER_AND_ITS_CORRECTION, ["z", "z-2"]),
}


@pytest.mark.parametrize("case", STAYING)
def test_what_was_published_stays_whoever_overlaps_with_it(case: str) -> None:
    """It is the new one that gives way; and one that gives way stands in nobody's way."""
    example, held_back = STAYING[case]
    first, then = example.seen
    assert sorted(then.held_back) == held_back
    assert then.shown == first.shown


YEAR = returned("year", TWELVE, basis="compiled")
EARLIER_CAME = STAGE.example({"year": YEAR}, {"year": YEAR, "q2": returned("q2", TWELVE)})


def test_a_group_that_the_site_has_told_of_stays_where_another_counts_it_again() -> None:
    """The quarter says that it came before the year; the site has told of the year."""
    _, told = EARLIER_CAME.seen
    assert list(told.held_back) == ["q2"]
    assert told.shown == {("trainees", "2023-04-01"): 12}
