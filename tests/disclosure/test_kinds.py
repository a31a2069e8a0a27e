"""Each way in which a hidden count could be told, by its smallest example. All invented.

Every example is released twice, with one number for the hidden count and with another. No file of any release may
differ, and none may hold what would tell the count.
"""

import re
from collections.abc import Sequence
from copy import deepcopy
from dataclasses import replace
from html import unescape
from pathlib import Path

import pytest

from disclosure.attack_over_time import Told, told_of
from disclosure.history import Line, Name, Return
from disclosure.world import Refused, Released, World, least
from socialvalue import commands, run
from socialvalue.check import check
from socialvalue.load import load

DAYS = {
    "q2": ("2023-04-01", "2023-06-30"),
    "q3": ("2023-07-01", "2023-09-30"),
    "q4": ("2023-10-01", "2023-12-31"),
    "q1": ("2024-01-01", "2024-03-31"),
    "year": ("2023-04-01", "2024-03-31"),
    "moved": ("2024-04-01", "2024-06-30"),
}
SECRET = Name("road", 0)
"""The number that is hidden: 3 people, or 2 in the twin."""
Project = dict[str, Return]
Releases = Sequence[Project]


def people(number: int) -> Name:
    """A number that both twins have."""
    return Name("road", 1000 + number)


def returned(period: str, *lines: tuple[str, Name], basis: str = "submitted", **more: str) -> Return:
    """A return with these lines."""
    numbered = {at: Line(measure, name, **more) for at, (measure, name) in enumerate(lines, start=1)}
    return Return(*DAYS[period], numbered, basis)


def corrected(earlier: str, later: Return, version: int = 2) -> Return:
    later.supersedes, later.version = earlier, version
    return later


def released(folder: Path, secret: int, releases: Releases, thresholds: Sequence[int] = ()) -> list[Released]:
    numbers = {SECRET: secret} | {people(number): number for number in range(60)}
    world = World(folder, numbers)
    found = []
    for place, project in enumerate(releases):
        with least(**({"sensitive": thresholds[place]} if thresholds else {})):
            found.append(world.release({"road": project}))
    return found


def twins(folder: Path, releases: Releases, thresholds: Sequence[int] = ()) -> list[Released]:
    """What is released, after it was seen to be the same with another hidden number."""
    one, other = (released(folder / str(secret), secret, deepcopy(releases), thresholds) for secret in (3, 2))
    for place, (here, there) in enumerate(zip(one, other, strict=True)):
        assert [path for path in here.files if here.files[path] != there.files.get(path)] == [], place
    return one


def shown(found: Released) -> dict[tuple[str, str], int | None]:
    """The people of each count, by its measure and first day; none where it is hidden."""
    told: Sequence[Told] = list(told_of(found.files, 0))
    return {(each.count.measure, each.count.start): each.people for each in told}


def quarters(*numbers: Name) -> Project:
    """A return of trainees for each quarter of the year, as far as numbers go."""
    return {period: returned(period, ("trainees", name)) for period, name in zip(DAYS, numbers, strict=False)}


def test_a_late_quarter_is_in_no_sum(tmp_path: Path) -> None:
    """A pool of 12 in four counts that becomes one of 9 in three tells the fourth. There is no pool."""
    three, four = quarters(people(4), people(2), people(3)), quarters(people(4), people(2), people(3), SECRET)
    for releases in ([three, four], [four, three]):
        for each in twins(tmp_path / str(len(releases[0])), releases):
            assert not any(shown(each).values())
            assert "data/pools.csv" not in each.files


def test_a_year_that_nobody_linked_is_held_back(tmp_path: Path) -> None:
    """6, 7 and 5 are shown and 2 or 3 hidden; a compiled return of the year says 20, under another organisation."""
    four = quarters(people(6), people(7), people(5), SECRET)
    year = {"year": returned("year", ("trainees", people(20)), basis="compiled", organisation="charity")}
    beside, after = twins(tmp_path, [{**four, **year}, {**four, **year}])
    for each in (beside, after):
        assert 20 not in shown(each).values()
        assert list(each.checked.held_back) == ["road/year"]


def test_a_year_in_the_place_of_its_quarters_is_hidden(tmp_path: Path) -> None:
    """The quarters were told before, so that the year would tell the one that was hidden; whatever it is called."""
    four = quarters(people(6), people(7), people(5), SECRET)
    year = {"year": returned("year", ("trainees", people(20)), basis="compiled", organisation="charity")}
    _, after = twins(tmp_path, [four, year])
    assert shown(after) == {("trainees", "2023-04-01"): None}
    assert after.valuation.counts.query("measure == 'trainees' and status != 'committed'").empty


def test_a_correction_with_another_number_is_hidden(tmp_path: Path) -> None:
    """10 that becomes 7 would tell that 3 went; 7 that becomes 10, that 3 came. The same number stays."""
    before = {"q2": returned("q2", ("trainees", people(10)))}
    for number, stays in ((7, False), (13, False), (10, True)):
        after = {**before, "q2-2": corrected("q2", returned("q2", ("trainees", people(number))))}
        _, later = twins(tmp_path / str(number), [before, after])
        assert shown(later) == {("trainees", "2023-04-01"): 10 if stays else None}


def test_a_file_edited_in_place_is_as_a_correction(tmp_path: Path) -> None:
    """The number grows, shrinks, or becomes that of another measure."""
    before = {"q2": returned("q2", ("trainees", people(10)), ("claimants", SECRET))}
    after = {"q2": returned("q2", ("trainees", people(13)), ("claimants", people(40)))}
    first, later = twins(tmp_path, [before, after])
    assert shown(first) == {("trainees", "2023-04-01"): 10, ("claimants", "2023-04-01"): None}
    assert set(shown(later).values()) == {None}


def test_what_moves_into_told_days_is_hidden(tmp_path: Path) -> None:
    """A return that gets other days is a new one where these are free, and hidden where they overlap with told ones."""
    before = {"q2": returned("q2", ("trainees", people(10)))}
    free, overlapping = (
        {"q2": returned("moved", ("trainees", people(10)))},
        {"q2": returned("year", ("trainees", people(13)))},
    )
    assert shown(twins(tmp_path / "free", [before, free])[1]) == {("trainees", "2024-04-01"): 10}
    assert shown(twins(tmp_path / "told", [before, overlapping])[1]) == {("trainees", "2023-04-01"): None}


def test_a_threshold_that_falls_tells_nothing_that_was_hidden(tmp_path: Path) -> None:
    """7 was hidden below 10. It stays hidden below 5, and what was shown is hidden below 10."""
    seven = {"q2": returned("q2", ("trainees", people(7))), "q3": returned("q3", ("trainees", SECRET))}
    fell = twins(tmp_path / "fell", [seven, seven], (10, 5))
    assert [shown(each)["trainees", "2023-04-01"] for each in fell] == [None, None]
    rose = twins(tmp_path / "rose", [seven, seven], (5, 10))
    assert [shown(each)["trainees", "2023-04-01"] for each in rose] == [7, None]


def test_a_group_may_be_as_large_as_its_threshold_was(tmp_path: Path) -> None:
    """Fewer than 10 were hidden. 7 people beside them, who come when it takes 5, would tell that they are 7 at most."""
    before = {"q2": returned("q2", ("trainees", SECRET))}
    after = {"q2": returned("q2", ("trainees", SECRET), ("visitors", people(7)))}
    assert shown(twins(tmp_path, [before, after], (10, 5))[1])["visitors", "2023-04-01"] is None


def test_a_part_is_held_back(tmp_path: Path) -> None:
    """Neither a whole that was shown before its part, nor two lines of which one becomes a part of the other."""
    before = {"q2": returned("q2", ("visitors", people(1)))}
    after = deepcopy(before)
    after["q2"].lines[2] = Line("offenders", people(1), part_of="1")
    for later in ({**before, "q2": after["q2"]}, {"q2": returned("q2", ("visitors", people(1)), ("trainees", SECRET))}):
        found = twins(tmp_path / str(len(later["q2"].lines[2].part_of)), [before, later])[1]
        assert list(found.checked.held_back) == ["road/q2"]


def test_few_people_beside_a_hidden_group_are_hidden(tmp_path: Path) -> None:
    """1 local person taken on tells the group that is among those taken on; 30 do not."""
    few = {"q2": returned("q2", ("locals", people(4)), ("claimants", SECRET))}
    many = {"q2": returned("q2", ("locals", people(30)), ("claimants", SECRET))}
    assert set(shown(twins(tmp_path / "few", [few])[0]).values()) == {None}
    assert shown(twins(tmp_path / "many", [many])[0])["locals", "2023-04-01"] == 30
    fewer_now = twins(tmp_path / "fewer", [many, few])[1]
    assert set(shown(fewer_now).values()) == {None}


def test_a_group_comes_with_its_people_or_not_at_all(tmp_path: Path) -> None:
    """4 local people were shown. That some of them had been out of work is not told of later, unless they are many."""
    for number, refused in ((4, True), (30, False)):
        before = {"q2": returned("q2", ("locals", people(number)))}
        after = {"q2": returned("q2", ("locals", people(number)), ("claimants", SECRET))}
        later = twins(tmp_path / str(number), [before, after])[1]
        assert ("road/q2" in later.checked.held_back) == refused


def test_no_word_is_told_about_a_return_that_is_held_back(tmp_path: Path) -> None:
    """Q1 has 30; Q4, with the hidden 3, is held back for another line. “30 is ten times the 3 …” stands nowhere."""
    held = returned("q4", ("trainees", SECRET), ("visitors", people(8)))
    held.lines[2].wrong = True
    project = {"q4": held, "q1": returned("q1", ("trainees", people(30)))}
    (found,) = twins(tmp_path, [project])
    assert list(found.checked.held_back) == ["road/q4"]
    assert not [finding for finding in found.valuation.findings if finding.owner]
    assert dict(found.valuation.checked.held_back) == {"road/q4": "It has errors."}


def test_a_held_back_return_that_is_mended_changes_no_sum(tmp_path: Path) -> None:
    """Its count is new when it is mended, and known when it was told of before."""
    project = quarters(people(6), people(7), SECRET)
    held = deepcopy(project)
    held["q4"].lines[1].wrong = True
    for name, releases in (("mended", [held, project]), ("held", [project, held, project])):
        found = twins(tmp_path / name, releases)
        assert shown(found[-1]) == {
            ("trainees", "2023-04-01"): 6, ("trainees", "2023-07-01"): 7, ("trainees", "2023-10-01"): None,
        }  # fmt: skip


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


def test_a_contract_that_moves_to_another_framework_tells_its_days_no_second_time(tmp_path: Path) -> None:
    """The same trainees, counted for the year under the other framework, would tell the quarter that was hidden."""
    year = {"year": returned("year", ("trainees", people(20)))}
    year["year"].framework = "other"
    _, after = twins(tmp_path, [quarters(people(6), people(7), people(5), SECRET), year])
    assert shown(after) == {("trainees", "2023-04-01"): None}


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
    assert [finding.rule for finding in run.checked(tmp_path).errors] == ["counts-recorded"]
    settings = tmp_path / "authority.toml"
    settings.write_text(
        settings.read_text(encoding="utf-8").replace("public = false", "public = true"), encoding="utf-8"
    )
    assert [finding.rule for finding in run.checked(tmp_path).errors] == ["small-counts"]


def test_a_row_that_was_published_stays(tmp_path: Path) -> None:
    """What a site has told of can't be forgotten, nor told otherwise by hand: git remembers the rows."""
    world = World(tmp_path, {people(10): 10})
    world.release({"road": {"q2": returned("q2", ("trainees", people(10)))}})
    before = load(tmp_path)
    table = tmp_path / "register" / "disclosures.csv"
    rows = table.read_text(encoding="utf-8")
    for written, rules in (
        (rows, []),
        (rows.replace(",10,", ",11,"), ["disclosures-in-order"]),
        (rows.splitlines()[0] + "\n", ["counts-recorded", "disclosures-in-order"]),
    ):
        table.write_text(written, encoding="utf-8")
        found = check(replace(load(tmp_path), before=before))
        assert sorted(finding.rule for finding in found.errors) == rules


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
    assert [path for path in sites[0] if sites[0][path] != sites[1].get(path)] == []
