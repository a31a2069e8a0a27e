"""Each way in which a hidden count could be told, by its smallest example. All invented.

Those of a stage are released together, twice, with other hidden numbers: see together.py. No file of any release may
differ, and none may hold what would tell a count.
"""

import re
from copy import deepcopy
from dataclasses import replace
from html import unescape
from pathlib import Path

import pytest

from disclosure.history import Line, Name
from disclosure.together import DAYS, SECRET, Project, Stage, corrected, differing, people, returned, shown
from disclosure.world import Refused, World
from socialvalue import commands, run
from socialvalue.check import check
from socialvalue.load import load

STAGE, FALLS, RISES = Stage(), Stage(10, 5), Stage(5, 10)
"""The last two are released under two thresholds."""
APRIL, JULY, OCTOBER = "2023-04-01", "2023-07-01", "2023-10-01"


def quarters(*numbers: Name) -> Project:
    """A return of trainees for each quarter of the year, as far as numbers go."""
    return {period: returned(period, ("trainees", name)) for period, name in zip(DAYS, numbers, strict=False)}


FOUR = quarters(people(6), people(7), people(5), SECRET)
ANOTHER_YEAR = {"year": returned("year", ("trainees", people(20)), basis="compiled", organisation="charity")}
TEN = {"q2": returned("q2", ("trainees", people(10)))}
LOCALS = {number: {"q2": returned("q2", ("locals", people(number)), ("claimants", SECRET))} for number in (4, 30)}

SMALL = [quarters(people(4), people(2), people(3)), quarters(people(4), people(2), people(3), SECRET)]
LATE = [STAGE.example(*SMALL), STAGE.example(*reversed(SMALL))]


def test_a_late_quarter_is_in_no_sum() -> None:
    """A pool of 12 in four counts that becomes one of 9 in three tells the fourth. There is no pool."""
    for each in (each for example in LATE for each in example.seen):
        assert not any(each.shown.values())
        assert "data/pools.csv" not in each.release.files


UNLINKED = STAGE.example({**FOUR, **ANOTHER_YEAR}, {**FOUR, **ANOTHER_YEAR})


def test_a_year_that_nobody_linked_is_held_back() -> None:
    """6, 7 and 5 are shown and 2 or 3 hidden; a compiled return of the year says 20, under another organisation."""
    for each in UNLINKED.seen:
        assert 20 not in each.shown.values()
        assert list(each.held_back) == ["year"]


IN_PLACE = STAGE.example(FOUR, ANOTHER_YEAR)


def test_a_year_in_the_place_of_its_quarters_is_hidden() -> None:
    """The quarters were told before, so that the year would tell the one that was hidden; whatever it is called."""
    before, after = IN_PLACE.seen
    assert "trainees" in before.counts
    assert after.shown == {("trainees", APRIL): None}
    assert "trainees" not in after.counts


CORRECTED = {
    number: STAGE.example(TEN, {**TEN, "q2-2": corrected("q2", returned("q2", ("trainees", people(number))))})
    for number in (7, 13, 10)
}


def test_a_correction_with_another_number_is_hidden() -> None:
    """10 that becomes 7 would tell that 3 went; 7 that becomes 10, that 3 came. The same number stays."""
    for number, example in CORRECTED.items():
        assert example.seen[1].shown == {("trainees", APRIL): 10 if number == 10 else None}


EDITED = STAGE.example(
    {"q2": returned("q2", ("trainees", people(10)), ("claimants", SECRET))},
    {"q2": returned("q2", ("trainees", people(13)), ("claimants", people(40)))},
)


def test_a_file_edited_in_place_is_as_a_correction() -> None:
    """The number grows, shrinks, or becomes that of another measure."""
    first, later = EDITED.seen
    assert first.shown == {("trainees", APRIL): 10, ("claimants", APRIL): None}
    assert set(later.shown.values()) == {None}


FREE = STAGE.example(TEN, {"q2": returned("moved", ("trainees", people(10)))})
OVERLAPPING = STAGE.example(TEN, {"q2": returned("year", ("trainees", people(13)))})


def test_what_moves_into_told_days_is_hidden() -> None:
    """A return that gets other days is a new one where these are free, and hidden where they overlap with told ones."""
    assert FREE.seen[1].shown == {("trainees", "2024-04-01"): 10}
    assert OVERLAPPING.seen[1].shown == {("trainees", APRIL): None}


SEVEN = {"q2": returned("q2", ("trainees", people(7))), "q3": returned("q3", ("trainees", SECRET))}
FELL, ROSE = FALLS.example(SEVEN, SEVEN), RISES.example(SEVEN, SEVEN)


def test_a_threshold_that_falls_tells_nothing_that_was_hidden() -> None:
    """7 was hidden below 10. It stays hidden below 5, and what was shown is hidden below 10."""
    assert [each.shown["trainees", APRIL] for each in FELL.seen] == [None, None]
    assert [each.shown["trainees", APRIL] for each in ROSE.seen] == [7, None]


AS_LARGE = FALLS.example(
    {"q2": returned("q2", ("trainees", SECRET))},
    {"q2": returned("q2", ("trainees", SECRET), ("visitors", people(7)))},
)


def test_a_group_may_be_as_large_as_its_threshold_was() -> None:
    """Fewer than 10 were hidden. 7 people beside them, who come when it takes 5, would tell that they are 7 at most."""
    assert AS_LARGE.seen[1].shown["visitors", APRIL] is None


ONE = {"q2": returned("q2", ("visitors", people(1)))}
PART = deepcopy(ONE)
PART["q2"].lines[2] = Line("offenders", people(1), part_of="1")
WITH_PART = [
    STAGE.example(ONE, PART),
    STAGE.example(ONE, {"q2": returned("q2", ("visitors", people(1)), ("trainees", SECRET))}),
]


def test_a_part_is_held_back() -> None:
    """Neither a whole that was shown before its part, nor two lines of which one becomes a part of the other."""
    for example in WITH_PART:
        assert list(example.seen[1].held_back) == ["q2"]


FEW, MANY, FEWER = STAGE.example(LOCALS[4]), STAGE.example(LOCALS[30]), STAGE.example(LOCALS[30], LOCALS[4])


def test_few_people_beside_a_hidden_group_are_hidden() -> None:
    """4 local people taken on tell the group that is among those taken on; 30 do not."""
    assert set(FEW.seen[0].shown.values()) == {None}
    assert MANY.seen[0].shown["locals", APRIL] == 30
    assert set(FEWER.seen[1].shown.values()) == {None}


COMES_LATER = {
    number: STAGE.example({"q2": returned("q2", ("locals", people(number)))}, after) for number, after in LOCALS.items()
}


def test_a_group_comes_with_its_people_or_not_at_all() -> None:
    """4 local people were shown. That some of them had been out of work is not told of later, unless they are many."""
    assert list(COMES_LATER[4].seen[1].held_back) == ["q2"]
    assert not COMES_LATER[30].seen[1].held_back


HELD = returned("q4", ("trainees", SECRET), ("visitors", people(8)))
HELD.lines[2].wrong = True
TEN_TIMES = STAGE.example({"q4": HELD, "q1": returned("q1", ("trainees", people(30)))})


def test_no_word_is_told_about_a_return_that_is_held_back() -> None:
    """Q1 has 30; Q4, with the hidden 3, is held back for another line. “30 is ten times the 3 …” stands nowhere."""
    (found,) = TEN_TIMES.seen
    assert found.held_back == {"q4": "It has errors."}
    assert not found.findings


SOUND = quarters(people(6), people(7), SECRET)
FAULTY = deepcopy(SOUND)
FAULTY["q4"].lines[1].wrong = True
MENDED = [STAGE.example(FAULTY, SOUND), STAGE.example(SOUND, FAULTY, SOUND)]


def test_a_held_back_return_that_is_mended_changes_no_sum() -> None:
    """Its count is new when it is mended, and known when it was told of before."""
    for example in MENDED:
        assert example.seen[-1].shown == {("trainees", APRIL): 6, ("trainees", JULY): 7, ("trainees", OCTOBER): None}


OTHERS_YEAR = {"year": returned("year", ("trainees", people(20)))}
OTHERS_YEAR["year"].framework = "other"
MOVES = STAGE.example(FOUR, OTHERS_YEAR)


def test_a_contract_that_moves_to_another_framework_tells_its_days_no_second_time() -> None:
    """The same trainees, counted for the year under the other framework, would tell the quarter that was hidden."""
    assert MOVES.seen[1].shown == {("trainees", APRIL): None}


@pytest.mark.parametrize("cell", [{"sensitivity": "none"}, {"unit": "fte_years"}, {"adds_up": "stock"}])
def test_a_code_that_was_told_of_stays_what_it_is(cell: dict[str, str], tmp_path: Path) -> None:
    """A group that is sensitive no more would be shown with the number that was hidden: nothing is built."""
    world = World(tmp_path, {SECRET: 3})
    project = {"road": {"q2": returned("q2", ("trainees", SECRET))}}
    world.release(project)
    world.measures["trainees"] = cell
    with pytest.raises(Refused, match="measure-for-good"):
        world.release(project)


def test_another_framework_shows_nothing_that_this_one_hides(tmp_path: Path) -> None:
    """`value --framework` reads what is sensitive from both, and the check refuses two that differ."""
    world = World(tmp_path, {SECRET: 3})
    found = world.release({"road": {"q2": returned("q2", ("trainees", SECRET))}})
    measures = found.checked.tables["measures"]
    looser = measures.assign(sensitivity=measures["sensitivity"].where(measures["owner"] == "open", "none"))
    found.checked.tables["measures"] = looser  # type: ignore[index]
    under = run.valued(found.checked, framework="other")
    assert list(under.lines["marker"]) == ["c"]
    assert under.totals.query("status != 'committed'").empty


def test_a_measure_that_took_the_place_of_another_tells_its_days_no_second_time(tmp_path: Path) -> None:
    """Trainees are called claimants from now on."""
    world = World(tmp_path, {SECRET: 3} | {people(number): number for number in range(60)})
    world.release({"road": quarters(people(6), people(7), people(5), SECRET)})
    world.measures["trainees"] = {"replaced_by": "claimants", "retired_on": "2023-01-01"}
    after = world.release({"road": {"year": returned("year", ("claimants", people(20)))}})
    assert shown(after) == {("claimants", "2023-04-01"): None}


def test_nothing_is_told_that_is_not_settled(tmp_path: Path) -> None:
    """Without its row a return is held back, in a private repository; a public one needs none."""
    numbers = {SECRET: 3, people(10): 10}
    project = {"road": {"q2": returned("q2", ("trainees", people(10)), ("claimants", SECRET))}}
    world = World(tmp_path, numbers)
    world.release(project)
    table = tmp_path / "register" / "disclosures.csv"
    table.write_text(table.read_text(encoding="utf-8").splitlines()[0] + "\n", encoding="utf-8")
    assert {finding.rule for finding in run.checked(tmp_path).errors} == {"counts-recorded", "disclosures-in-order"}
    settings = tmp_path / "authority.toml"
    settings.write_text(
        settings.read_text(encoding="utf-8").replace("public = false", "public = true"), encoding="utf-8"
    )
    assert {finding.rule for finding in run.checked(tmp_path).errors} == {"small-counts", "disclosures-in-order"}


def test_a_row_that_was_published_stays(tmp_path: Path) -> None:
    """What a site has told of can't be forgotten, nor told otherwise by hand: git remembers the rows."""
    world = World(tmp_path, {people(10): 10})
    world.release({"road": {"q2": returned("q2", ("trainees", people(10)))}})
    before = load(tmp_path)
    table = tmp_path / "register" / "disclosures.csv"
    rows = table.read_text(encoding="utf-8")
    for written, rules in (
        (rows, []),
        (rows.replace(",10,", ",11,"), ["counts-recorded", "disclosures-in-order"]),
        (rows.splitlines()[0] + "\n", ["counts-recorded", "disclosures-in-order"]),
    ):
        table.write_text(written, encoding="utf-8")
        found = check(replace(load(tmp_path), before=before))
        assert sorted({finding.rule for finding in found.errors}) == rules


@pytest.mark.parametrize("form", ["text", "json", "markdown", "html", "github"])
def test_no_report_repeats_a_number_of_a_private_repository(form: str, tmp_path: Path) -> None:
    """Logs and reports of a request are read by many: they name the row and the rule."""
    many, more = people(7919), people(8837)
    world = World(tmp_path, {SECRET: 3, many: 7919, more: 8837})
    now = returned("q1", ("trainees", many))
    world.release({"road": {"q4": returned("q4", ("trainees", SECRET), ("visitors", more)), "q1": now}})
    lines = next(tmp_path.glob("returns/*/road/q4/lines.csv"))
    lines.write_text(lines.read_text(encoding="utf-8").replace("2,visitors,8837", '2,visitors,"8,837"'), "utf-8")
    text, code = commands.judged(tmp_path, (), form)
    text = unescape(text)
    assert code == 1
    assert "plain-number" in text
    assert "order-of-magnitude" in text
    assert not re.search(r"7,?919|8,?837|It was \d", text)


def test_the_order_of_a_site_and_its_counts_do_not_depend_on_a_hidden_number(tmp_path: Path) -> None:
    """Every page, chart, search entry and download of a whole site is the same with another hidden number."""
    project = {"road": {"q2": returned("q2", ("trainees", SECRET), ("locals", people(30)), ("claimants", people(12)))}}
    sites = []
    for secret in (3, 2):
        world = World(tmp_path / str(secret), {SECRET: secret, people(30): 30, people(12): 12}, whole_site=True)
        sites.append(world.release(project).files)
    assert differing(*sites) == []
