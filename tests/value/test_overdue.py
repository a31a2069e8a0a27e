"""When a promise is overdue. All invented."""

import pytest
from invented import Row, repository

from socialvalue.value import value

DONE = {"owner": "road/2023", "measure": "weeks", "quantity": 85}
PROMISE = {"target": "t", "measure": "weeks", "quantity": 100, "due": "2023"}


@pytest.mark.parametrize(
    ("basis", "target", "overdue"),
    [
        ("submitted", {"due": "2022"}, True),
        ("submitted", {"due": ""}, False),
        ("compiled", {"due": "2022"}, False),
    ],
)
def test_only_a_date_that_was_promised_can_be_overdue(basis: str, target: Row, overdue: bool) -> None:
    """The end of the work is no promise of a date, and what nobody published may have been done."""
    other = {"owner": "road/2023", "measure": "spend", "quantity": 1}
    ended = [{"project": "road", "completion": "2022"}]
    returns = [{"owner": "road/2023", "basis": basis}]
    found = value(repository([other], targets=[{**PROMISE, **target}], returns=returns, projects=ended)).delivery
    assert found.set_index("measure").loc["weeks"]["overdue"] == overdue


@pytest.mark.parametrize(("due", "overdue"), [("2023-12-31", True), ("2024-01-01", False)])
def test_what_others_published_tells_of_a_promise_that_is_due_on_their_last_day(due: str, overdue: bool) -> None:
    """Pages that tell of weeks to the end of 2023 tell of what was due by then, and of nothing that is due later."""
    rail = {"owner": "rail/2024", "start": "2024-01-01", "end": "2024-12-31"}
    found = value(
        repository(
            [DONE, {"owner": "rail/2024", "measure": "spend", "quantity": 1}],
            targets=[{**PROMISE, "due": due}],
            returns=[{"owner": "road/2023", "basis": "compiled"}, rail],
            projects=[{"project": "road"}, {"project": "rail"}],
        )
    )
    assert found.delivery.set_index("project").loc["road"]["overdue"] == overdue


def test_a_promise_is_overdue_when_its_day_has_passed() -> None:
    """The latest day that the repository names decides, even where the project has not reported since."""
    rail = [{"owner": "rail/2023", "measure": "spend", "quantity": 1}]
    late = {**PROMISE, "due": "2022-06"}
    found = value(
        repository(
            [{**DONE, "owner": "road/2021"}, *rail], targets=[late], projects=[{"project": "road"}, {"project": "rail"}]
        )
    )
    row = found.delivery.set_index("project").loc["road"]
    assert (row["rating"], row["overdue"]) == ("other", True)


@pytest.mark.parametrize(("latest", "overdue"), [("2022-06-30", False), ("2022-07-01", True)])
def test_a_promise_is_not_overdue_on_the_very_day_it_is_due(latest: str, overdue: bool) -> None:
    """Due by the end of June, it may come on the 30th; on the first of July it is late."""
    rail = {"owner": "rail/2022", "start": "2022-01-01", "end": latest}
    found = value(
        repository(
            [{**DONE, "owner": "road/2021"}, {"owner": "rail/2022", "measure": "spend", "quantity": 1}],
            targets=[{**PROMISE, "due": "2022-06"}],
            returns=[rail],
            projects=[{"project": "road"}, {"project": "rail"}],
        )
    )
    assert found.delivery.set_index("project").loc["road"]["overdue"] == overdue


FIRST, SECOND = {**PROMISE, "due": "2022"}, {**PROMISE, "target": "u", "quantity": 50, "due": "2026"}


@pytest.mark.parametrize(
    ("done", "since"),
    [(99, "2022"), (100, ""), (120, ""), (150, "")],
)
def test_what_was_due_by_the_days_that_passed_is_late_and_no_more(done: int, since: str) -> None:
    """Of 100 weeks by 2022 and 50 more by 2026, 100 are due in 2023: who has done them is not late."""
    line = {**DONE, "quantity": done}
    found = value(repository([line], targets=[FIRST, SECOND], projects=[{"project": "road"}])).delivery.iloc[0]
    assert (found["overdue"], found["overdue_since"]) == (bool(since), since)


@pytest.mark.parametrize(("done", "since"), [(99, "2021"), (100, "2022"), (149, "2022"), (150, "")])
def test_it_is_late_since_the_first_day_by_which_too_little_came(done: int, since: str) -> None:
    """A day on which enough was there is not the one to name."""
    line, first, second = {**DONE, "quantity": done}, {**FIRST, "due": "2021"}, {**SECOND, "due": "2022"}
    found = value(repository([line], targets=[second, first], projects=[{"project": "road"}])).delivery.iloc[0]
    assert found["overdue_since"] == since


@pytest.mark.parametrize(
    ("dues", "stated", "due"),
    [
        (("2022", "2026"), True, "2026"),
        (("2026", ""), False, "2026"),
        (("", ""), False, "2024-06"),
        (("2026-12-31", "2026"), True, "2026-12-31"),
        (("2026-11-30", "2026"), True, "2026"),
    ],
)
def test_a_day_is_stated_where_every_promise_states_one(dues: tuple[str, str], stated: bool, due: str) -> None:
    """The end of the work stands in for one that states none, and is not its day."""
    targets = [{**FIRST, "due": dues[0]}, {**SECOND, "due": dues[1]}]
    ended = [{"project": "road", "completion": "2024-06"}]
    found = value(repository([DONE], targets=targets, projects=ended)).delivery.iloc[0]
    assert (found["due_stated"], found["due"]) == (stated, due)
