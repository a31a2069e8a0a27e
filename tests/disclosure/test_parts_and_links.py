"""A hidden count is told neither by a project and its parts, nor by forgetting which measure replaced which."""

from pathlib import Path

import pytest

from disclosure.history import Return
from disclosure.test_kinds import SECRET, people, returned
from disclosure.world import Released, World
from socialvalue import commands, run
from socialvalue.records import Checked

NUMBERS = {SECRET: 3} | {people(number): number for number in range(60)}
LINKED = {"trainees": {"replaced_by": "visitors", "retired_on": "2023-05-01"}, "visitors": {"sensitivity": "sensitive"}}
APART = {"trainees": {}, "visitors": {"sensitivity": "sensitive"}}


def trainees(number: int, period: str = "q2") -> dict[str, Return]:
    return {period: returned(period, ("trainees", people(number)))}


def judged(world: World, projects: dict[str, dict[str, Return]]) -> Checked:
    """What the check says when all that may be settled is settled; nothing is valued or published."""
    world._write(projects)
    found, *written = commands.disclosed(world.folder)
    return run.checked(world.folder) if any(written) else found


def rules(checked: Checked) -> set[tuple[str, str]]:
    errors = {(finding.rule, finding.owner) for finding in checked.errors}
    return {each for each in errors if each[0] != "small-counts"}


def shown(release: Released) -> dict[str, bool]:
    """Whether each line that was published shows its number."""
    lines = release.valuation.lines
    return dict(zip(lines["key"], lines["marker"] == "", strict=True))


@pytest.mark.parametrize("public", [True, False])
def test_a_whole_and_its_parts_do_not_both_count_a_group(tmp_path: Path, public: bool) -> None:
    """10 in the whole and 7 in one part of it would tell the 3 of the other part, which is hidden."""
    world = World(tmp_path, NUMBERS, settings={"public": public}, part_of={"a": "whole", "b": "whole"})
    secret = {"q2": returned("q2", ("trainees", SECRET))}
    found = world.release({"whole": trainees(10), "a": trainees(7), "b": secret})
    assert rules(found.checked) == {("sensitive-in-part", "a/q2"), ("sensitive-in-part", "b/q2")}
    assert shown(found) == {"whole/q2#1": True}


def test_whoever_was_told_of_first_stays(tmp_path: Path) -> None:
    """A whole that comes when its parts were told of is held back, and so is a part beside people of the whole."""
    world = World(tmp_path, NUMBERS, part_of={"a": "whole"})
    judged(world, {"whole": {}, "a": trainees(7)})
    found = judged(world, {"whole": trainees(10), "a": trainees(7)})
    assert rules(found) == {("sensitive-in-part", "whole/q2")}
    world = World(tmp_path / "other", NUMBERS, part_of={"a": "whole"})
    visitors = {"q2": returned("q2", ("visitors", people(4)))}
    judged(world, {"whole": visitors, "a": {}})
    found = judged(world, {"whole": visitors, "a": {"q2": returned("q2", ("trainees", SECRET))}})
    assert rules(found) == {("sensitive-in-part", "a/q2")}


def test_siblings_and_people_alone_are_free(tmp_path: Path) -> None:
    """Two parts of one whole may count a group; a whole and its part may both count people beside none."""
    world = World(tmp_path, NUMBERS, part_of={"a": "whole", "b": "whole"})
    assert not rules(judged(world, {"whole": {}, "a": trainees(7), "b": trainees(6)}))
    visitors = {"q2": returned("q2", ("visitors", people(40)))}
    world = World(tmp_path / "other", NUMBERS, part_of={"a": "whole"})
    assert not rules(judged(world, {"whole": visitors, "a": visitors}))


@pytest.mark.parametrize("between", [True, False])
def test_a_link_that_was_told_under_is_never_forgotten(tmp_path: Path, between: bool) -> None:
    """Trainees were told of, and visitors took their place: 10 and 13 are of the same people, linked or not."""
    world = World(tmp_path, NUMBERS)
    world.measures = LINKED
    assert shown(world.release({"road": trainees(10)})) == {"road/q2#1": True}
    now = {"road": {"q2-2": returned("q2", ("visitors", people(13)))}}
    if between:
        assert shown(world.release(now)) == {"road/q2-2#1": False}
    world.measures = APART
    with pytest.raises(AssertionError, match="measure-for-good"):
        world.release(now)
    world.measures = LINKED
    assert shown(world.release(now)) == {"road/q2-2#1": False}


def test_a_link_that_comes_later_is_remembered_too(tmp_path: Path) -> None:
    """What took a measure's place after it was told of is written into its rows, and nothing is built before that."""
    world = World(tmp_path, NUMBERS)
    world.measures = APART
    judged(world, {"road": trainees(10)})
    world.measures = LINKED
    judged(world, {"road": trainees(10)})
    assert (tmp_path / "register/disclosures.csv").read_text().splitlines()[1].endswith(",visitors")
    world.measures = APART
    assert ("measure-for-good", "open") in rules(judged(world, {"road": trainees(10)}))
