"""A hidden count is told neither by a project and its parts, nor by a measure and what took its place; nor later on,
once such a link was emptied, turned round, led elsewhere or cut in the middle. All invented.
"""

from dataclasses import replace
from pathlib import Path

import pandas as pd
import pytest

from disclosure.history import Return
from disclosure.together import SECRET, corrected, people, returned
from disclosure.world import Released, World
from socialvalue import commands, run
from socialvalue.check import check
from socialvalue.check.rules.sensitive_in_part import linked_projects
from socialvalue.domain.remembered import LINK, linked, named
from socialvalue.load import load
from socialvalue.records import Checked

NUMBERS = {SECRET: 3} | {people(number): number for number in range(60)}
LINKED = {"trainees": {"replaced_by": "visitors", "retired_on": "2023-05-01"}, "visitors": {"sensitivity": "sensitive"}}
APART = {"trainees": {}, "visitors": {"sensitivity": "sensitive"}}


def trainees(number: int, period: str = "q2") -> dict[str, Return]:
    return {period: returned(period, ("trainees", people(number)))}


def judged(world: World, projects: dict[str, dict[str, Return]]) -> Checked:
    """What the check says when all that may be settled is settled; nothing is valued or published."""
    world._write(projects)
    found, written = commands.disclosed(world.folder)
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


def test_a_link_that_was_told_under_is_never_forgotten(tmp_path: Path) -> None:
    """Trainees were told of, and visitors took their place: 10 and 13 are of the same people, linked or not."""
    world = World(tmp_path, NUMBERS)
    world.measures = LINKED
    assert shown(world.release({"road": trainees(10)})) == {"road/q2#1": True}
    now = {"road": {"q2-2": returned("q2", ("visitors", people(13)))}}
    world.measures = APART
    assert shown(world.release(now)) == {"road/q2-2#1": False}


def test_a_link_that_comes_later_is_remembered_too(tmp_path: Path) -> None:
    """What took a measure's place after it was told of is written into the register; taken away, it goes on hiding."""
    world = World(tmp_path, NUMBERS)
    world.measures = APART
    judged(world, {"road": trainees(10)})
    world.measures = LINKED
    judged(world, {"road": trainees(10)})
    links = (tmp_path / "register/links.csv").read_text().splitlines()
    assert links == ["framework,name,leads_to", "open,trainees,visitors", "other,trainees,visitors"]
    world.measures = APART
    now = {"road": {"q2-2": returned("q2", ("visitors", people(13)))}}
    assert shown(world.release(now)) == {"road/q2-2#1": False}


BEFORE = {"a": "mid", "mid": "whole"}
SENSITIVE = {name: {"unit": "people", "sensitivity": "sensitive"} for name in ("trainees", "posts", "visitors")}
CHAIN = {"trainees": "posts", "posts": "visitors"}


def links_of(pairs: dict[str, str], framework: str = "") -> pd.DataFrame:
    return pd.DataFrame([(framework, *pair) for pair in pairs.items()], columns=LINK, dtype=object)


@pytest.mark.parametrize(
    "after",
    [
        {"a": "mid", "mid": "third"},
        {"a": "third", "mid": "whole"},
        {"whole": "mid", "mid": "a"},
        {"a": "mid"},
        {"mid": "whole"},
        {},
    ],
    ids=["the middle led elsewhere", "the end led elsewhere", "turned round", "cut above", "cut below", "emptied"],
)
def test_a_project_that_was_once_a_part_is_one_for_good(after: dict[str, str]) -> None:
    """Whatever became of the links between them: of two projects that were linked once, each pair is known."""
    found = linked_projects(links_of(after), links_of(BEFORE))
    assert {("a", "whole"), ("a", "mid"), ("mid", "whole")} <= set(zip(found["project"], found["whole"], strict=True))
    assert ("a", "b") not in set(zip(found["project"], found["whole"], strict=True))


def test_who_reports_after_the_link_went_is_held_back(tmp_path: Path) -> None:
    """10 were told of the whole; its part reports when they are linked no more, and by way of a third project."""
    projects: dict[str, dict[str, Return]] = {"whole": trainees(10), "mid": {}, "a": {}}
    world = World(tmp_path, NUMBERS, part_of=BEFORE)
    assert not rules(judged(world, projects))
    world.part_of = {}
    found = judged(world, {**projects, "a": trainees(7)})
    assert rules(found) == {("sensitive-in-part", "a/q2")}


def test_projects_that_were_never_linked_are_free(tmp_path: Path) -> None:
    """A part of the same whole, and a project beside it, count whom they like."""
    world = World(tmp_path, NUMBERS, part_of={"a": "whole", "b": "whole"})
    projects: dict[str, dict[str, Return]] = {"whole": {}, "a": trainees(10), "b": {}, "third": {}}
    judged(world, projects)
    world.part_of = {}
    assert not rules(judged(world, {**projects, "b": trainees(7), "third": trainees(8)}))


@pytest.mark.parametrize(
    "after",
    [
        {},
        {"trainees": "posts"},
        {"posts": "visitors"},
        {"visitors": "posts", "posts": "trainees"},
        {"trainees": "locals"},
    ],
    ids=["emptied", "cut at its end", "cut at its beginning", "turned round", "led elsewhere"],
)
def test_a_measure_that_once_took_a_place_has_it_for_good(after: dict[str, str]) -> None:
    """Whatever becomes of a chain, its ends are one measure; another framework's are not."""
    today = pd.DataFrame([("open", *pair) for pair in after.items()], columns=["owner", "measure", "replaced_by"])
    counts = pd.DataFrame(
        [("open", "trainees"), ("open", "visitors"), ("open", "claimants"), ("other", "visitors")],
        columns=["framework", "measure"],
    )
    one, other, apart, elsewhere = named(counts, linked(today, links_of(CHAIN, "open")))
    assert one == other
    assert len({one, apart, elsewhere}) == 3


def test_the_other_end_of_a_chain_that_was_cut_is_hidden(tmp_path: Path) -> None:
    """10 were told of its beginning; the 13 of its end are hidden, though its middle is empty now."""
    world = World(tmp_path, NUMBERS)
    for links, period, measure, people_now in ((CHAIN, "q2", "trainees", 10), ({}, "q2-2", "visitors", 13)):
        world.measures = {name: {**cells, "replaced_by": links.get(name, "")} for name, cells in SENSITIVE.items()}
        found = judged(world, {"road": {period: returned("q2", (measure, people(people_now)))}})
    lines = run.valued(found).lines
    assert dict(zip(lines["key"], lines["marker"], strict=True)) == {"road/q2-2#1": "c"}


def test_a_line_that_is_part_of_another_projects_links_the_two(tmp_path: Path) -> None:
    """7 visitors of one are among the 20 of the other: so may be the trainees, also when the line says so no more."""
    world = World(tmp_path, NUMBERS)
    whole = {"q2": returned("q2", ("visitors", people(20)), ("trainees", people(10)))}
    part = {"q3": returned("q3", ("visitors", people(7)))}
    part["q3"].lines[1].part_of = "whole/q3#1"
    later = {"q3": returned("q3", ("visitors", people(20)))}
    assert not rules(judged(world, {"whole": whole | later, "a": part}))
    part["q3"].lines[1].part_of = ""
    found = judged(world, {"whole": whole | later, "a": part | trainees(7)})
    assert rules(found) == {("sensitive-in-part", "a/q2")}


@pytest.mark.parametrize("wrong", [True, False])
def test_what_stands_because_its_correction_is_held_back_is_judged_too(wrong: bool, tmp_path: Path) -> None:
    """7 in a part, moved to other days by a correction: where that one is held back, the 7 would stand after all."""
    world = World(tmp_path, NUMBERS, part_of={"a": "whole"})
    judged(world, {"whole": trainees(10), "a": {}})
    moved = corrected("q2", returned("q3", ("trainees", people(7))))
    moved.lines[1].wrong = wrong
    found = judged(world, {"whole": trainees(10), "a": {**trainees(7), "q2-2": moved}})
    lines = run.valued(found).lines
    assert set(lines.loc[lines["project"] == "a", "key"]) == (set() if wrong else {"a/q2-2#1"})
    held = {("sensitive-in-part", "a/q2"), ("measure-unit", "a/q2-2")}
    assert rules(found) == (held if wrong else set())


def test_a_link_is_remembered_before_anything_is_built(tmp_path: Path) -> None:
    """Also where nobody has told of its ends; a row that git knows stays, and so do the projects that it names."""
    world = World(tmp_path, NUMBERS, part_of={"a": "whole"})
    judged(world, {"whole": {}, "a": {}})
    table = tmp_path / "register/links.csv"
    rows, before = table.read_text(), load(tmp_path)
    assert rows == "framework,name,leads_to\n,a,whole\n"
    table.write_text("framework,name,leads_to\n")
    for was in (None, before):
        found = check(replace(load(tmp_path), before=was))
        assert {finding.rule for finding in found.broken} == {"disclosures-in-order"}
    table.write_text(rows)
    assert not check(replace(load(tmp_path), before=before)).broken
    world.part_of = {}
    found = judged(world, {"a": {}, "other": {}})
    assert [finding.words for finding in found.broken if finding.rule == "disclosures-in-order"]
    world.renamed = {"other": "whole"}
    assert not rules(judged(world, {"a": {}, "other": {}}))
    assert table.read_text() == "framework,name,leads_to\n,a,other\n"


def test_a_public_repository_keeps_nothing(tmp_path: Path) -> None:
    """What was never private has no hidden count of before, and writes no table of links."""
    world = World(tmp_path, NUMBERS, settings={"public": True}, part_of={"a": "whole"}, measures=LINKED)
    assert not rules(judged(world, {"whole": {}, "a": {}}))
    assert (tmp_path / "register/links.csv").read_text() == "framework,name,leads_to\n"
