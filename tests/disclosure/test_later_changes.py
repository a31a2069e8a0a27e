"""What was told of stays untold in part: links that come later, corrections that move, a repository that turns private.

All invented.
"""

from dataclasses import replace
from pathlib import Path

import pytest

from disclosure.history import Return
from disclosure.test_parts_and_links import NUMBERS, SENSITIVE, judged, rules, trainees
from disclosure.together import SECRET, corrected, people, returned
from disclosure.world import Released, World
from socialvalue.check import check
from socialvalue.load import load

OWN = {"a": "whole", "b": "whole"}


def shown(release: Released) -> dict[str, bool]:
    """Whether each line that was published shows its number, also one that was corrected."""
    lines = release.valuation.lines
    return dict(zip(lines["key"], lines["quantity"].notna(), strict=True))


def three() -> dict[str, dict[str, Return]]:
    """A whole of 10, and its parts: 7 that are shown, and 3 that are not."""
    return {"whole": trainees(10), "a": trainees(7), "b": {"q2": returned("q2", ("trainees", SECRET))}}


@pytest.mark.parametrize("withdrawn", [False, True])
def test_a_link_that_comes_when_both_ends_were_told_of_is_refused(tmp_path: Path, withdrawn: bool) -> None:
    """10 less 7 would be the 3, also once the parts are gone: what was told can't be taken back. Apart, all is well."""
    world = World(tmp_path, NUMBERS)
    world.release(three())
    later = three() | ({"a": {}, "b": {}} if withdrawn else {})
    assert not rules(judged(world, later))
    world.part_of = OWN
    found = judged(world, later)
    linked = [each for each in found.errors if each.rule == "told-apart" and each.column == "part_of"]
    assert {each.value for each in linked} == {"whole"}
    assert len(linked) == 2
    assert all(not each.owner for each in linked)


def test_a_link_between_projects_of_other_days_may_come(tmp_path: Path) -> None:
    """What the parts counted before the whole began, or after, tells nothing of it."""
    world = World(tmp_path, NUMBERS)
    apart = {"whole": trainees(10), "a": trainees(7, "q3"), "b": trainees(8, "q4")}
    world.release(apart)
    world.part_of = OWN
    assert not rules(judged(world, apart))


@pytest.mark.parametrize(
    ("period", "measure", "number", "stays"),
    [
        ("q3", "trainees", 13, False),
        ("q2", "claimants", 13, False),
        ("q2", "trainees", 13, False),
        ("q2", "trainees", 10, True),
    ],
)
def test_a_correction_that_moves_is_hidden(tmp_path: Path, period: str, measure: str, number: int, stays: bool) -> None:
    """13 on other days, or in another group, where 10 stood, tells that 3 came. The same count stays."""
    world = World(tmp_path, NUMBERS)
    before = trainees(10)
    world.release({"road": before})
    after = before | {"q2-2": corrected("q2", returned(period, (measure, people(number))))}
    assert shown(world.release({"road": after})) == {"road/q2-2#1": stays}


def test_what_a_second_correction_moves_is_hidden_too(tmp_path: Path) -> None:
    """A year of 13, which is hidden, becomes July to September."""
    world = World(tmp_path, NUMBERS)
    first = trainees(10)
    second = first | {"q2-2": corrected("q2", returned("year", ("trainees", people(13))))}
    third = second | {"q2-3": corrected("q2-2", returned("q3", ("trainees", people(13))), version=3)}
    assert shown(world.release({"road": first})) == {"road/q2#1": True}
    assert shown(world.release({"road": second})) == {"road/q2-2#1": False}
    assert shown(world.release({"road": third})) == {"road/q2-3#1": False}


def test_a_link_by_way_of_a_project_between_is_refused_where_it_is_new(tmp_path: Path) -> None:
    """The parts led to the middle before. The link of the middle is wrong, not theirs, also once theirs are emptied."""
    told = three() | {"middle": {}}
    world = World(tmp_path, NUMBERS, part_of={"a": "middle", "b": "middle"})
    world.release(told)
    for part_of in ({"a": "middle", "b": "middle", "middle": "whole"}, {"middle": "whole"}):
        world.part_of = part_of
        for projects in (told, told | {"a": {}, "b": {}}):
            found = judged(world, projects)
            refused = [each for each in found.errors if each.rule == "told-apart" and not each.owner]
            assert [(each.column, each.value) for each in refused] == [("part_of", "whole")]
            assert "middle" not in set(found.tables["links"]["name"])
    world.part_of = {"a": "middle", "b": "middle"}
    assert not rules(judged(world, told))


def test_a_published_link_that_nothing_remembers_is_asked_for(tmp_path: Path) -> None:
    """As where a table of links comes with a newer program, and a link is emptied in the same change."""
    world = World(tmp_path, NUMBERS, part_of=OWN)
    world.release({"whole": trainees(10), "a": {}, "b": {}})
    before = load(world.folder)
    before = replace(before, tables={**before.tables, "links": before.tables["links"].iloc[:0]})
    world.part_of, world.forgets_links = {}, True
    world._write({"whole": trainees(10), "a": {}, "b": {}})
    now = replace(load(world.folder), before=before)
    now = replace(now, tables={**now.tables, "links": now.tables["links"].iloc[:0]})
    said = [each.message for each in check(now).errors if each.rule == "disclosures-in-order"]
    assert said == [f"{part} led to whole when it was published, and nothing remembers it." for part in ("a", "b")]


def test_a_chain_of_measures_is_refused_where_it_is_new(tmp_path: Path) -> None:
    """Trainees led to posts before. That posts lead to visitors is wrong, for both ends were told of."""
    world = World(tmp_path, NUMBERS)
    told = {"road": {"q2": returned("q2", ("trainees", people(10)), ("visitors", people(13)))}}
    world.measures = SENSITIVE | {"trainees": {**SENSITIVE["trainees"], "replaced_by": "posts"}}
    assert not rules(judged(world, told))
    world.measures |= {"posts": {**SENSITIVE["posts"], "replaced_by": "visitors"}}
    found = judged(world, told)
    assert {(each.rule, each.value) for each in found.broken} == {("told-apart", "visitors")}
