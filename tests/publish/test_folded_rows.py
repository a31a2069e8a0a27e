"""A long table of what was delivered: its first rows stand open, and none is lost."""

import pytest

from socialvalue.publish.story.delivered_groups import FEW_MORE, MOST_OPEN, Group, open_and_folded


def group(name: str, number: int) -> Group:
    return Group(name, "a note", [{"row": row} for row in range(number)], "anchor")


@pytest.mark.parametrize("number", [0, MOST_OPEN, MOST_OPEN + FEW_MORE])
def test_a_table_that_is_little_too_long_stands_open(number: int) -> None:
    """Nobody is asked to open a fold for three rows."""
    assert open_and_folded([group("people", number)]) == ([group("people", number)], [])


def test_the_rest_is_folded_and_a_group_that_is_cut_goes_on() -> None:
    """Every row stands in one of the two, in its order; the name of a cut group stands over both of its parts."""
    groups = [group("people", MOST_OPEN - 2), group("time", 9), group("money", 1)]
    shown, folded = open_and_folded(groups)
    assert [(each.name, len(each.rows), each.note) for each in shown] == [
        ("people", MOST_OPEN - 2, "a note"),
        ("time", 2, "a note"),
    ]
    assert [(each.name, len(each.rows), each.note, each.anchor) for each in folded] == [
        ("time", 7, "", ""),
        ("money", 1, "a note", "anchor"),
    ]
    assert [row for each in (*shown, *folded) for row in each.rows] == [row for each in groups for row in each.rows]
