"""Pages that gather lines, of our own data: families that stay apart, order only where it means something."""

import pytest

from lancashire.ours import valued
from socialvalue.publish.site import Row, Site
from socialvalue.publish.story import project_answers
from socialvalue.publish.story.doors import doors_of
from socialvalue.publish.story.families import families
from socialvalue.publish.story.gathered import gathered
from socialvalue.publish.story.gathered_answers import answers, family_answers, measure_answers
from socialvalue.publish.story.line_rows import line_rows
from socialvalue.publish.story.models import parts_of
from socialvalue.publish.story.side_by_side import reported

PRESTON = "E07000123"


@pytest.fixture(scope="module")
def real() -> Site:
    """The repository's own data."""
    return Site(valued())


def family_rows(site: Site) -> list[Row]:
    group = next(group for group in gathered(site, "area", PRESTON) if group.anchor == "apprentices")
    return group.rows


def test_the_apprentice_measures_stand_together_and_nothing_is_added_across(real: Site) -> None:
    """Four measures in the order of their family, each with its own unit, and one sentence why."""
    rows = family_rows(real)
    assert [row["measure"] for row in rows] == ["fw1", "fw8", "fw3", "fw4"]
    assert [row["delivered"] // 1_000_000 for row in rows] == [10, 9, 255, 500]
    assert not any(row["bar"] for row in rows)
    (family,) = families(real)
    assert family.why.startswith("A start is a person; weeks, days and hours are time.")


def test_a_place_says_who_started_most_apprentices_and_why_that_is_no_order_for_all(real: Site) -> None:
    """The first measure of the family that adds up is answered; the others are named, with the reason."""
    found = next(each for each in answers(real, "area", PRESTON) if each["question"] == "Apprentices")
    assert found["answer"] == "The Vault (Preston Youth Zone): 10 people"
    assert "The only project here that counts this: apprenticeships started." in found["words"]
    assert "apprenticeship weeks and apprenticeship days" in found["words"]
    assert "any rate between them would be invented" in found["words"]


def test_a_family_says_how_much_of_each_and_that_they_cannot_be_added(real: Site) -> None:
    """Each measure that adds up has its answer; a count on one day has none."""
    (family,) = families(real)
    found = {each["question"]: each["answer"] for each in family_answers(real, family)}
    assert found["Apprenticeships started"] == "230"
    assert found["Apprenticeship weeks"] == "255"
    assert found["Added up?"] == "They can’t be"
    assert "Apprentices on one date" not in found


def test_projects_stand_in_order_of_size_only_where_they_can_be_compared(real: Site) -> None:
    """Starts are ranked, with bars; counts on one day stand from A to Z, without."""
    (starts,) = reported(real, "fw1")
    amounts = [row["delivered"] for row in starts.rows if row["delivered"] is not None]
    assert amounts == sorted(amounts, reverse=True)
    assert starts.finding == "At least 230 people, in 3 projects"
    assert starts.note.startswith("Largest first. Their periods differ in length")
    assert all(row["bar"] for row in starts.rows if row["delivered"] is not None)
    (dated,) = reported(real, "fw2")
    names = [real.one("projects", row["project"])["name"] for row in dated.rows]
    assert names == sorted(names, key=str.casefold)
    assert not any(row["bar"] for row in dated.rows)
    assert "never added" in dated.note


def test_a_figure_inside_another_stands_last_and_says_so(real: Site) -> None:
    """It keeps its number, in no sum."""
    (starts,) = reported(real, "fw1")
    last = starts.rows[-1]
    assert last["delivered"] is None
    assert last["aside"]["quantity"] == 13_000_000


def test_local_means_one_thing_or_there_is_no_order(real: Site) -> None:
    """Spending that each source draws its own ring for isn't ranked."""
    found = [each for row in real.each("measures") for each in reported(real, row["measure"])]
    several = [each for each in found if "“local” means" in each.note]
    assert several
    assert not any(row["bar"] for each in several for row in each.rows)


def test_a_member_without_a_line_has_no_doors(real: Site) -> None:
    """Nothing is offered that isn't there."""
    silent = next(row["measure"] for row in real.rows("measures") if not real.rows("lines", "measure", row["measure"]))
    assert doors_of(real, "measure", silent) is None


def test_what_means_different_things_by_local_is_never_added_or_ranked(real: Site) -> None:
    """Workers from three rings: no sum of them, for their measure, their place or a national model; each stands."""
    (found,) = reported(real, "le5")
    assert found.finding == "3 figures, never added up"
    assert "“local” means 3 different things" in found.note
    said = {each["question"]: each for each in measure_answers(real, real.leading("measures", "le5"))}
    assert said["Counted"]["answer"] == "3 projects"
    assert "largest" not in said["Counted"]["words"]
    rows = [row for group in gathered(real, "area", PRESTON) for row in group.rows if row["measure"] == "le5"]
    assert [row["delivered"] // 1_000_000 for row in rows] == [200, 286, 126]  # as their projects stand, not by size
    assert not any(row["bar"] for row in rows)
    summed = [row for row in real.rows("counts") if row["measure"] in ("le5", "le9")]
    assert {row["dimension"] for row in summed if row["lines"] > 1} == set()
    national = [count for part in parts_of(real, real.one("models", "national-toms")) for count in part.counts]
    assert {count.quantity for count in national if count.measure["measure"] == "le9"} == {None}


def test_two_sums_that_may_not_be_one_measure_stand_side_by_side(real: Site) -> None:
    """Boost states £50 million for one phase and £3.5 million for half of the next; neither is explained."""
    (found,) = reported(real, "po28")
    assert found.finding == "2 figures, never added up"
    rows = [row for group in gathered(real, "project", "boost") for row in group.rows if row["measure"] == "po28"]
    assert sorted(row["delivered"] // 1_000_000 for row in rows) == [3_500_000, 50_000_000]
    assert not [row for row in real.rows("counts") if row["measure"] in ("po21", "po28")]
    assert not [row for row in real.rows("lines", "measure", "po21") if row["counted"]]


def test_people_of_several_projects_may_count_twice(real: Site) -> None:
    """Two trainers of Preston add up to the headline; where one project counts the people, nothing is said of it."""
    said = "Some people may count twice"
    for area, several in ((PRESTON, "Some people and jobs may count twice"), ("E07000119", "")):
        counted = next(each for each in answers(real, "area", area) if each["question"] == "Counted")
        assert "people" in counted["small"]
        assert several in counted["words"], area
        assert ("twice" in counted["words"]) is bool(several), area
    measured = measure_answers(real, real.leading("measures", "fw1"))
    assert said in next(each for each in measured if each["question"] == "Counted")["words"]


def test_a_figure_inside_another_is_still_counted_by_its_project(real: Site) -> None:
    """Where two projects count starts and one figure lies inside another, neither is the only one that counts them."""
    found = next(each for each in answers(real, "area", "E07000127") if each["question"] == "Apprentices")
    assert "The only figure here in no other: apprenticeships started." in found["words"]
    assert "The only project" not in found["words"]


def test_a_project_with_shares_alone_says_its_share(real: Site) -> None:
    """A share is in no sum, and is what was counted all the same."""
    found = project_answers.answers(real, real.one("projects", "preston-council-procurement"))
    counted = next(each for each in found if each["question"] == "Counted")
    assert counted["answer"] == "28%"


def test_a_project_is_told_what_its_programmes_claim(real: Site) -> None:
    """Broughton is a City Deal project that the Growth Deal pays for, too: what was stated of all of that is said."""
    project = real.one("projects", "broughton-bypass")
    assert project_answers.programmes_of(real, project) == ["city-deal", "growth-deal"]
    claimed = project_answers.answers(real, project)[0]
    assert "£25.9 million is stated for Lancashire Growth Deal, the whole programme." in claimed["words"]


def test_a_claim_without_a_line_is_answered_whole(real: Site) -> None:
    """What was counted, what it is worth and whether it is on track, though nothing is known of any."""
    found = project_answers.answers(real, real.one("projects", "penwortham-bypass"))
    assert [each["question"] for each in found] == ["Claimed", "Counted", "Worth", "On track"]


def test_a_line_inside_that_of_another_project_names_it(real: Site) -> None:
    """A number of a line alone would say which of one's own."""
    apart = [
        line
        for line in line_rows(real, real.rows("lines"))
        if line["held_in"] and real.one("lines", line["held_in"]).get("project", line["project"]) != line["project"]
    ]
    assert apart
    for line in apart:
        assert real.one("projects", real.one("lines", line["held_in"])["project"])["name"] in line["inside"]
