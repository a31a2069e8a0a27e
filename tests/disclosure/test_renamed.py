"""What was told of a project is known under every name that it has later. All invented."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from disclosure.history import Return
from disclosure.together import people, returned, shown
from disclosure.world import World
from socialvalue import commands, run
from socialvalue.check import check
from socialvalue.load import load
from socialvalue.records import Checked

BEFORE = {"q2": returned("q2", ("trainees", people(10)))}
AFTER = {"q2": returned("q2", ("trainees", people(12)))}


def world_of(folder: Path) -> World:
    """A world whose project aaa has told of 10 trainees."""
    world = World(folder, {people(number): number for number in range(60)})
    world.release({"aaa": BEFORE})
    return world


def judged(world: World, projects: dict[str, dict[str, Return]], renamed: dict[str, str]) -> Checked:
    """What the check says of some projects, without the command that settles counts."""
    world.renamed = renamed
    world._write(projects)
    return run.checked(world.folder)


def rules(checked: Checked) -> Sequence[str]:
    return sorted({finding.rule for finding in checked.errors})


@pytest.mark.parametrize("emptied", [False, True])
def test_another_number_is_hidden_however_often_the_project_was_renamed(emptied: bool, tmp_path: Path) -> None:
    """aaa told of 10. As bbb, as ccc, and without a word of the name before, it doesn't tell of 12."""
    world = world_of(tmp_path)
    for renamed in ({"bbb": "aaa"}, {"bbb": ""} if emptied else {"ccc": "bbb"}, {"ddd": "bbb" if emptied else "ccc"}):
        world.renamed = renamed
        found = world.release(dict.fromkeys(renamed, AFTER))
        assert shown(found) == {("trainees", "2023-04-01"): None}
    assert shown(world.release({"ddd": BEFORE})) == {("trainees", "2023-04-01"): 10}


def test_the_register_follows_at_once(tmp_path: Path) -> None:
    """Until disclose has written the new name nothing is built; after that the earlier name may go."""
    world = world_of(tmp_path)
    assert rules(judged(world, {"bbb": BEFORE}, {"bbb": "aaa"})) == ["counts-recorded"]
    _, settled = commands.disclosed(tmp_path)
    assert (settled.shown, settled.hidden, settled.moved) == (0, 0, 1)
    assert rules(judged(world, {"bbb": BEFORE}, {})) == []


def test_a_name_that_no_project_has_is_an_error(tmp_path: Path) -> None:
    """The project went, or has another name without a word of it; disclose settles nothing then."""
    world = world_of(tmp_path)
    table = tmp_path / "register" / "disclosures.csv"
    told = table.read_bytes()
    for projects, renamed in (({"bbb": AFTER}, {}), ({"ccc": AFTER}, {"ccc": "bbb"}), ({"bbb": {}}, {})):
        assert "disclosures-in-order" in rules(judged(world, projects, renamed))
        commands.disclosed(tmp_path)
        assert table.read_bytes() == told


@pytest.mark.parametrize("there", [True, False])
def test_two_projects_that_were_told_of_never_become_one(there: bool, tmp_path: Path) -> None:
    """aaa has told of 10 and bbb of 4 visitors: bbb is not what aaa was called, whether or not aaa is still there."""
    world = world_of(tmp_path)
    visitors = {"q2": returned("q2", ("visitors", people(4)))}
    world.release({"aaa": BEFORE, "bbb": visitors})
    told = (tmp_path / "register" / "disclosures.csv").read_bytes()
    found = judged(world, {"bbb": visitors} | ({"aaa": BEFORE} if there else {}), {"bbb": "aaa"})
    assert [(each.rule, each.column, each.value) for each in found.broken] == [("told-apart", "renamed_from", "aaa")]
    commands.disclosed(tmp_path)
    assert (tmp_path / "register" / "disclosures.csv").read_bytes() == told


@pytest.mark.parametrize("moved", [True, False])
def test_nor_does_git_forget_that_they_were_two(moved: bool, tmp_path: Path) -> None:
    """The rows of aaa were given to bbb by hand; or nothing was remembered when both were public."""
    world = world_of(tmp_path)
    visitors = {"q2": returned("q2", ("visitors", people(4)))}
    world.release({"aaa": BEFORE, "bbb": visitors})
    before = load(tmp_path)
    table = tmp_path / "register" / "disclosures.csv"
    if not moved:
        nothing = {name: before.tables[name].iloc[:0] for name in ("disclosures", "links")}
        before = replace(before, settings=replace(before.settings, public=True), tables={**before.tables, **nothing})
    table.write_text(table.read_text().replace("aaa", "bbb"))
    judged(world, {"bbb": visitors}, {"bbb": "aaa"})
    found = check(replace(load(tmp_path), before=before))
    assert "told-apart" in {each.rule for each in found.broken}
    found = check(replace(load(tmp_path), before=None))
    assert "told-apart" not in {each.rule for each in found.broken}


@pytest.mark.parametrize(
    ("names", "renamed"),
    [(("aaa", "bbb"), {"bbb": "aaa"}), (("aaa",), {"aaa": "aaa"}), (("aaa", "bbb"), {"aaa": "bbb", "bbb": "aaa"})],
)
def test_an_earlier_name_is_no_other_project(names: Sequence[str], renamed: dict[str, str], tmp_path: Path) -> None:
    """Neither beside the project of this name, nor its own, nor in a circle; disclose writes nothing."""
    world = world_of(tmp_path)
    told = (tmp_path / "register" / "disclosures.csv").read_bytes()
    assert "earlier-name" in rules(judged(world, dict.fromkeys(names, AFTER), renamed))
    commands.disclosed(tmp_path)
    assert (tmp_path / "register" / "disclosures.csv").read_bytes() == told
