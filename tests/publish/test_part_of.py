"""A figure that is inside another is said, with the one that it is part of: nobody takes what is known for unknown."""

from typing import cast

import pytest

from socialvalue.publish.site import Site
from socialvalue.publish.story.answering import came
from socialvalue.publish.story.part_of import part_of
from socialvalue.records import Valuation
from socialvalue.records.typed_rows import LineRow

PART = "north-road/2023-q4#3"


@pytest.fixture(scope="module")
def site(valuation: Valuation) -> Site:
    return Site(valuation)


def line(site: Site, **changed: object) -> LineRow:
    """The part of another line in the small repository: £300,000 of £1,200,000 spent in one place."""
    return cast("LineRow", {**site.one("lines", PART, "key"), **changed})


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({}, "part of at least £1,200,000"),
        ({"area": "E07000902"}, "part of at least £1,200,000, Northtown"),
        ({"area": "E07000902", "held_in": "north-road/2023-q4#1"}, "part of 60 weeks, North Road (invented)"),
        ({"return_id": "north-road/2024-q1"}, "part of at least £1,200,000, October to December 2023"),
        ({"project": "skills-centre"}, "part of at least £1,200,000, North Road (invented)"),
        ({"counted": True}, ""),
        ({"held_in": ""}, ""),
    ],
)
def test_a_part_says_of_what_it_is_one(site: Site, changed: dict[str, object], said: str) -> None:
    """Whose it is only where that is not as on the line; of what is counted by itself nothing."""
    assert part_of(site, line(site, **changed)) == said


def test_where_all_is_inside_others_the_figure_answers(site: Site) -> None:
    """The whole may be on no line of that page, so it is named; what is hidden has no figure to give."""
    found = came(site, [], [line(site)])
    assert (found["answer"], found["nil"]) == ("£300,000", False)
    assert "It is part of at least £1,200,000, and counted there." in found["words"]
    assert came(site, [], [line(site, quantity=None)])["answer"] == "In no sum"
    assert came(site, [], [line(site, held_in="")])["answer"] == "In no sum"
