"""Which lines a promise that stands alone is answered by. All invented."""

import pandas as pd
import pytest
from invented import repository

from socialvalue.value import value

SHARE = {"measure": "share", "local_definition": "in our towns"}


@pytest.mark.parametrize(
    ("promised", "reported", "answers"),
    [("towns", "towns", True), ("towns", "county", False), ("towns", "", True), ("", "county", True)],
)
def test_a_promise_about_a_set_of_areas_is_answered_by_lines_about_that_set(
    promised: str, reported: str, answers: bool
) -> None:
    """Where both name a set of areas, it decides, and not the words; else the words do."""
    line = {**SHARE, "owner": "road/2023", "quantity": 76, "local_area_set": reported}
    promise = {**SHARE, "target": "t", "quantity": 80, "due": "2023", "local_area_set": promised}
    (row,) = value(repository([line], targets=[promise])).delivery.to_dict("records")
    assert pd.notna(row["delivered"]) == answers


def test_words_say_less_than_a_set_of_areas() -> None:
    """The same set in other words is the same place."""
    line = {**SHARE, "owner": "road/2023", "quantity": 76, "local_area_set": "towns"}
    promise = {**line, "target": "t", "due": "2023", "local_definition": "in North Town and South Town"}
    (row,) = value(repository([line], targets=[promise])).delivery.to_dict("records")
    assert row["delivered"] == 76_000_000
