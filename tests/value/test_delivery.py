"""Delivery against what was promised. All invented."""

from typing import Any

import pandas as pd
import pytest
from invented import Row, repository

from socialvalue.records import NoRating
from socialvalue.value import value

DONE = {"owner": "road/2023", "measure": "weeks", "quantity": 85}
PROMISE = {"target": "t", "measure": "weeks", "quantity": 100, "due": "2023"}


def delivery(lines: list[Row], targets: list[Row], **more: Any) -> Any:
    """The one row of delivery."""
    found = value(repository(lines, targets=targets, **more)).delivery
    assert len(found) == 1
    return found.iloc[0]


@pytest.mark.parametrize(
    ("done", "rating"),
    [(120, "good"), (100, "good"), ("99.999999", "approaching"), (85, "approaching"), (84, "requires"),
     (50, "requires"), (49, "inadequate"), (0, "inadequate")],
)  # fmt: skip
def test_a_promise_that_is_due_is_rated_by_its_share(done: Any, rating: str) -> None:
    """The stated thresholds decide, on the exact share."""
    row = delivery([{**DONE, "quantity": done}], [PROMISE])
    assert (row["rating"], row["why"]) == (rating, "")


def test_delivery_is_compared_with_the_steps_on_the_way() -> None:
    """With 40 due by mid-2023 and 50 done by the end of 2023, a promise of 100 by 2025 is kept so far."""
    steps = [{"target": "t", "by": "2023-06-30", "quantity": 40}, {"target": "t", "by": "2024-06-30", "quantity": 80}]
    row = delivery([{**DONE, "quantity": 50}], [{**PROMISE, "due": "2025"}], profiles=steps)
    assert (row["expected"], row["rating"], row["share"]) == (40_000_000, "good", 500_000)
    assert not row["overdue"]


@pytest.mark.parametrize(("by", "expected"), [("2023-12-31", 40_000_000), ("2024-01-01", None)])
def test_a_step_on_the_way_is_due_on_its_day(by: str, expected: int | None) -> None:
    """A step by the end of 2023 is due in a report to the end of 2023; one by the day after is not."""
    step = {"target": "t", "by": by, "quantity": 40}
    row = delivery([DONE], [{**PROMISE, "due": "2025"}], profiles=[step])
    assert (None if pd.isna(row["expected"]) else row["expected"]) == expected


def test_what_is_evidenced_is_added_to_what_projects_say_of_themselves() -> None:
    """A promise is answered by all of its lines, however sure each of them is."""
    sure = [{**DONE, "quantity": 30}, {**DONE, "quantity": 20, "status": "evidenced"}, {**DONE, "quantity": 7}]
    row = delivery(sure, [PROMISE])
    assert (row["delivered"], row["share"]) == (57_000_000, 570_000)


@pytest.mark.parametrize(
    ("line", "target", "why"),
    [
        (DONE, {"due": "2025"}, NoRating.NOT_DUE),
        (DONE, {"due": ""}, NoRating.NO_DAY),
        (DONE, {"bound": "up to"}, NoRating.NO_LEAST),
        ({**DONE, "bound": "up to"}, {}, NoRating.AT_MOST),
    ],
)
def test_what_cannot_be_rated_says_why(line: Row, target: Row, why: str) -> None:
    """No rating without a date, a least amount or a lower bound of what was done."""
    row = delivery([line], [{**PROMISE, **target}])
    assert (row["rating"], row["why"]) == ("other", why)


def test_a_rough_part_and_a_least_part_are_no_least_together() -> None:
    """About 50 and at least 7 may be less than 57: it isn't said to be the least."""
    row = delivery(
        [{**DONE, "quantity": 50, "bound": "about"}, {**DONE, "quantity": 7, "bound": "at least"}], [PROMISE]
    )
    assert (row["rating"], row["why"], row["delivered_bound"]) == ("other", NoRating.NO_ENDS, "more or less")


def test_without_a_commitment_there_is_no_rating() -> None:
    """A forecast is no promise: nothing is promised and nothing is rated."""
    row = delivery([DONE], [{**PROMISE, "strength": "forecast"}])
    assert (row["rating"], row["why"]) == ("other", NoRating.NO_PROMISE)
    assert pd.isna(row["promised"])


def test_a_promise_without_a_date_is_due_when_the_work_ends() -> None:
    """The end of the contract, or else of the work, stands in for a missing date."""
    ended = [{"project": "road", "completion": "2022"}]
    assert delivery([DONE], [{**PROMISE, "due": ""}], projects=ended)["rating"] == "approaching"


def test_silence_is_zero_only_for_those_who_submit() -> None:
    """A project that submits returns and leaves a promise out has done none of it; of others, nobody knows."""
    line = {"owner": "road/2023", "measure": "spend", "quantity": 1}
    for basis, rating, why in (("submitted", "inadequate", ""), ("compiled", "other", NoRating.NOT_REPORTED)):
        found = value(repository([line], targets=[PROMISE], returns=[{"owner": "road/2023", "basis": basis}]))
        row = found.delivery.set_index("measure").loc["weeks"]
        assert (row["rating"], row["why"]) == (rating, why)


HALF = [
    {"owner": "road/2021", "measure": "weeks", "quantity": 50},
    {"owner": "road/2023", "measure": "spend", "quantity": 1},
]


@pytest.mark.parametrize("due", ["2022", ""])
def test_another_measure_reported_later_says_nothing_of_this_one(due: str) -> None:
    """Where others compile what is public, what came after a measure’s own last line is not known."""
    compiled = [{"owner": f"road/{year}", "basis": "compiled"} for year in (2021, 2023)]
    ended = [{"project": "road", "completion": "2022-06"}]
    found = value(repository(HALF, targets=[{**PROMISE, "due": due}], returns=compiled, projects=ended)).delivery
    row = found.set_index("measure").loc["weeks"]
    why = NoRating.NOT_SINCE
    assert (row["rating"], row["why"]) == ("other", why)
    assert (row["reported_to"], row["overdue"]) == ("2021-12-31", False)


def test_a_promise_kept_early_is_good_whatever_came_after() -> None:
    """What is done is done, even where nobody published the rest."""
    compiled = [{"owner": "road/2023", "basis": "compiled"}]
    row = delivery([{**DONE, "quantity": 100}], [{**PROMISE, "due": "2025"}], returns=compiled)
    assert (row["rating"], row["why"]) == ("good", "")


def test_what_was_compiled_is_rated_once_it_reaches_the_day() -> None:
    """A compiled return that ends on the day promised or later shows what was done by then."""
    compiled = [{"owner": "road/2023", "basis": "compiled"}]
    assert delivery([DONE], [PROMISE], returns=compiled)["rating"] == "approaching"


def test_those_who_submit_are_rated_on_what_they_leave_out() -> None:
    """A later return of their own without the measure means that no more of it was done."""
    between = [{"owner": "road/2022"}]
    found = value(repository(HALF, targets=[{**PROMISE, "due": "2022"}], returns=between)).delivery
    row = found.set_index("measure").loc["weeks"]
    assert (row["rating"], row["reported_to"], row["overdue"]) == ("requires", "2023-12-31", True)


def test_a_period_that_was_withdrawn_was_not_reported_to() -> None:
    """The last day is that of the last return that stands, and what was due later is not due yet."""
    lines = [{**DONE, "owner": "road/2022"}]
    row = delivery(lines, [PROMISE], returns=[{"owner": "road/2022"}, {"owner": "road/2023", "withdraws": True}])
    assert (row["rating"], row["reported_to"]) == ("other", "2022-12-31")
    row = delivery(lines, [PROMISE], returns=[{"owner": "road/2022"}, {"owner": "road/2023"}])
    assert (row["rating"], row["reported_to"]) == ("approaching", "2023-12-31")


def test_a_period_that_was_left_out_is_not_silence() -> None:
    """Without a return for the year between, nobody knows what it gave; one that was withdrawn is none either."""
    promise = [{**PROMISE, "due": "2022"}]
    for between in ([], [{"owner": "road/2022", "withdraws": True}], [{"owner": "road/2022", "basis": "compiled"}]):
        row = value(repository(HALF, targets=promise, returns=between)).delivery.set_index("measure").loc["weeks"]
        assert (row["rating"], row["why"], row["overdue"]) == ("other", NoRating.GAP, True)


def test_promises_on_one_measure_are_taken_together() -> None:
    """Two promises are added, a part of one of them is not, and bounds are carried."""
    targets = [
        PROMISE,
        {**PROMISE, "target": "u", "quantity": 20, "bound": "at least", "due": "2022"},
        {**PROMISE, "target": "v", "quantity": 5, "part_of": "t"},
    ]
    row = delivery([DONE], targets)
    assert (row["promised"], row["promised_bound"], row["targets"]) == (120_000_000, "at least", 2)
    assert (row["due"], row["rating"]) == ("2023", "requires")


SHARE = {"measure": "share", "due": "2023"}
NEAR, TOWN = ({**SHARE, "target": "near", "quantity": 80, "local_definition": "within 30 miles"},
              {**SHARE, "target": "town", "quantity": 70, "area": "E07000117"})  # fmt: skip


def apart(lines: list[Row], targets: list[Row], **more: Any) -> dict[str, tuple[Any, ...]]:
    """What is promised and delivered, the rating and why, of each promise by its target."""
    found = value(repository(lines, targets=targets, **more)).delivery
    found = found[found["promised"].notna()]
    told = found[["promised", "delivered", "rating", "why"]].astype(object)
    return dict(zip(found["target"], map(tuple, told.where(told.notna(), None).to_numpy()), strict=True))


def test_two_shares_are_no_promise_of_their_sum() -> None:
    """80% within 30 miles and 70% in one town are two promises, each rated by the line that answers it."""
    lines = [
        {"owner": "road/2023", "measure": "share", "quantity": 76, "local_definition": "within 30 miles"},
        {"owner": "road/2023", "measure": "share", "quantity": 71, "area": "E07000117"},
    ]
    assert apart(lines, [NEAR, TOWN]) == {
        "near": (80_000_000, 76_000_000, "approaching", ""),
        "town": (70_000_000, 71_000_000, "good", ""),
    }


def test_a_share_about_something_else_rates_no_promise() -> None:
    """A line about another place, or several that cannot be added, leaves a promise unrated and says why."""
    lines = [{"owner": "road/2023", "measure": "share", "quantity": 76, "local_definition": "in the county"}]
    found = apart(lines, [NEAR, TOWN])
    assert {row[1:] for row in found.values()} == {(None, "other", NoRating.OTHERWISE)}
    later = {**DONE, "owner": "road/2024"}
    assert not value(repository([*lines, later], targets=[NEAR, TOWN])).delivery["overdue"].any()
    assert value(repository([later], targets=[NEAR, TOWN])).delivery["overdue"].any()
    several = [{**lines[0], "local_definition": NEAR["local_definition"]}] * 2
    assert apart(several, [NEAR])[""][1:] == (None, "other", NoRating.SEVERAL)


def test_one_share_is_rated_by_its_newest_line() -> None:
    """A record is no sum: the newest one answers the promise, and silence is not taken for nothing."""
    lines = [{"owner": f"road/{year}", "measure": "share", "quantity": many} for year, many in ((2022, 90), (2023, 60))]
    assert apart(lines, [{**SHARE, "target": "t", "quantity": 80}]) == {"": (80_000_000, 60_000_000, "requires", "")}
    assert apart([DONE], [{**SHARE, "target": "t", "quantity": 80}])[""] == (
        80_000_000, None, "other", NoRating.NOT_REPORTED,
    )  # fmt: skip


def test_two_counts_on_one_day_are_promised_apart() -> None:
    """50 jobs by 2023 and 80 by 2025 are no 130: in no sum of counts, and each is set against the newest count."""
    targets = [
        {"target": "first", "measure": "jobs", "quantity": 50, "due": "2023"},
        {"target": "then", "measure": "jobs", "quantity": 80, "due": "2025"},
    ]
    lines = [{"owner": "road/2023", "measure": "jobs", "quantity": 60}]
    unit_values = [{"unit_value": "job", "measure": "jobs", "kind": "economic", "value_gbp": 1}]
    assert apart(lines, targets) == {
        "first": (50_000_000, 60_000_000, "good", ""),
        "then": (80_000_000, 60_000_000, "other", NoRating.NOT_DUE),
    }
    found = value(repository(lines, unit_values, targets=targets))
    assert "committed" not in set(found.counts["status"])
    assert "committed" not in set(found.totals["status"])
    assert set(found.unvalued["reason"]) == {"promised more than once"}
    assert apart(lines, targets[:1]) == {"": (50_000_000, 60_000_000, "good", "")}
    alone = value(repository(lines, unit_values, targets=targets[:1]))
    assert "committed" in set(alone.counts["status"])


def test_promises_that_add_up_are_still_one() -> None:
    """Weeks can be added: two promises of them are one row."""
    found = apart([DONE], [PROMISE, {**PROMISE, "target": "u", "quantity": 50}])
    assert found == {"": (150_000_000, 85_000_000, "requires", "")}


RINGED: Row = {"measure": "weeks", "unit": "weeks", "theme": "work", "adds_up": "flow", "local": True}
WIDE: Row = {**DONE, "local_definition": "in the county"}


@pytest.mark.parametrize("status", ["self-reported", "evidenced"])
def test_two_meanings_of_local_are_not_added_within_a_project(status: str) -> None:
    """Weeks in one town and weeks in the county may be the same weeks: no sum, share or rating, of any status."""
    other = {**WIDE, "local_definition": "in the town", "status": status}
    found = value(repository([WIDE, other], targets=[PROMISE], measures=[RINGED]))
    (row,) = found.delivery.to_dict("records")
    assert (row["rating"], row["why"]) == ("other", NoRating.SEVERAL)
    assert pd.isna(row["delivered"])
    assert pd.isna(row["share"])
    assert found.counted["quantity"].isna().all()
    sums = found.counts[found.counts["status"] != "committed"]
    assert len(sums) == (0 if status == "self-reported" else 2 * sums["dimension"].nunique())


def test_one_meaning_of_local_is_added() -> None:
    """The twin: lines that mean the same, and one that says nothing, are one sum, whatever a part of one says."""
    part = {**WIDE, "quantity": 3, "local_definition": "in the town", "part_of": "road/2023#1"}
    lines = [WIDE, {**WIDE, "quantity": 10}, {**DONE, "quantity": 5}, part]
    row = delivery(lines, [PROMISE], measures=[RINGED])
    assert (row["delivered"], row["rating"]) == (100_000_000, "good")
