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


@pytest.mark.parametrize(
    ("places", "reported", "delivered"),
    [(("north", "north"), "south", None), (("north", "south"), "south", 10), (("north", ""), "south", 10)],
)
def test_promises_that_are_added_are_answered_by_the_place_that_all_of_them_name(
    places: tuple[str, str], reported: str, delivered: int | None
) -> None:
    """Of two places, or of one and the whole project, it is the whole project."""
    line = {"owner": "road/2023", "measure": "weeks", "quantity": 10, "area": reported}
    promises = [
        {"target": f"t{number}", "measure": "weeks", "quantity": 5, "due": "2023", "area": place}
        for number, place in enumerate(places)
    ]
    areas = [{"area": "north", "within": ""}, {"area": "south", "within": ""}]
    (row,) = value(repository([line], targets=promises, areas=areas)).delivery.to_dict("records")
    assert row["promised"] == 10_000_000
    assert (None if pd.isna(row["delivered"]) else row["delivered"]) == (delivered and delivered * 1_000_000)
