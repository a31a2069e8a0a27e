"""Which project did most: said only where nobody could say otherwise."""

import pytest

from socialvalue.domain.bounds import surely_most
from socialvalue.publish.chart import Subject
from socialvalue.publish.charts import (
    local_value_by_area,
    over_time,
    value_by_area,
    value_by_kind,
    value_per_contract_by_area,
    value_per_person_by_area,
)
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


@pytest.mark.parametrize(
    ("given", "place"),
    [
        ([(5, ""), (9, ""), (2, "")], 1),
        ([(5, ""), (9, "at least"), (2, "up to")], 1),
        ([(0, ""), (9, "up to")], None),
        ([(5, "at least"), (9, "")], None),
        ([(5, "about"), (9, "")], None),
        ([(5, ""), (9, "more or less")], None),
        ([(9, ""), (9, "")], None),
        ([(9, ""), (9, "up to")], None),
        ([(9, "")], 0),
        ([], None),
    ],
)
def test_the_highest_is_above_all_that_others_can_be(given: list[tuple[int, str]], place: int | None) -> None:
    """Its low end is above the high end of each other: what is at least so much has none."""
    assert surely_most(given) == place


@pytest.mark.parametrize(("bound", "ranked"), [("", True), ("at least", True), ("up to", False), ("about", False)])
def test_no_title_ranks_what_a_bound_leaves_open(bound: str, ranked: bool) -> None:
    """Maps, years and kinds of value: the title names a highest one only where it is one whatever the bounds."""
    sums = ("net", "per_person", "per_thousand")
    rows = [
        {"name": name, "year": name, "kind": kind, "on_map": 10, "bound": how}
        | dict.fromkeys(sums, number)
        | {f"{column}_bound": how for column in sums}
        for name, kind, number, how in (("A", "fiscal", 900, bound), ("B", "economic", 200, ""))
    ]
    years = [{**row, "kind": "fiscal"} for row in rows]
    for chart in (value_by_area, value_per_person_by_area, value_per_contract_by_area, value_by_kind):
        said = chart.title(rows, Subject(kind="fiscal"))
        assert ("highest in A" in said or "largest kind of value is" in said) == ranked, said
    assert ("was highest in A" in over_time.title(years, Subject())) == ranked
    assert ("is in A" in local_value_by_area.title(rows, Subject())) == ranked
