"""Which project did most: said only where nobody could say otherwise."""

import pytest

from socialvalue.publish.story.ranking import comparable, most_in

LOCAL = {"adds_up": "flow", "local": True}


def line(definition: str, area_set: str = "") -> dict[str, str]:
    return {"local_definition": definition, "local_area_set": area_set}


@pytest.mark.parametrize(
    ("sums", "most"),
    [
        ([("a", 10, ""), ("b", 9, "")], "a"),
        ([("a", 10, ""), ("b", 10, ""), ("c", 9, "")], "ab"),
        ([("a", 10, "at least"), ("b", 9, "")], "a"),
        ([("a", 10, "at least"), ("b", 10, "")], ""),
        ([("a", 10, ""), ("b", 10, "at least")], ""),
        ([("a", 10, ""), ("b", 1, "at least")], ""),
        ([("a", 10, ""), ("b", 1, "about")], ""),
        ([("a", 10, ""), ("b", 9, "up to")], "a"),
        ([("a", 10, ""), ("b", 10, "up to")], ""),
        ([("a", 10, ""), ("b", 500, "up to")], ""),
        ([("a", 10, "about"), ("b", 9, "")], ""),
        ([("a", 10, "up to")], "a"),
        ([], ""),
    ],
)
def test_a_bound_is_never_ranked_against_what_it_may_pass(sums: list[tuple[str, int, str]], most: str) -> None:
    """The most is told where it is so whatever the bounds leave open; what is level is told together."""
    rows = [{"project": project, "quantity": quantity, "bound": bound} for project, quantity, bound in sums]
    assert "".join(row["project"] for row in most_in(rows)) == most


def test_only_what_means_one_thing_and_adds_up_is_put_in_order() -> None:
    """Two rings are two things, in words or by an area set; a line that says nothing of its ring is no third."""
    assert comparable(LOCAL, [line("within 30 miles"), line("within 30 miles"), line("")])
    assert comparable({**LOCAL, "local": False}, [line("within 30 miles"), line("in Preston")])
    assert not comparable(LOCAL, [line("within 30 miles"), line("in Preston")])
    assert not comparable(LOCAL, [line("within 30 miles"), line("", "pr-postcodes")])
    assert not comparable({**LOCAL, "adds_up": "stock"}, [line("")])
    assert not comparable({**LOCAL, "adds_up": "never"}, [line("")])
