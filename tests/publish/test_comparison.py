"""What stands side by side: each project and area once, with its kinds apart and nothing added across them."""

import json
from html import unescape

import pytest

from publish.test_front_page import changed, jobs, lines
from publish.test_in_short import promised
from publish.test_story_pages import drawn
from socialvalue.publish.downloads import compare_data
from socialvalue.publish.pages.compare import PAGE as COMPARE
from socialvalue.publish.site import Site
from socialvalue.publish.words import figures
from socialvalue.records import Checked, Valuation, plain


@pytest.fixture(scope="module")
def site(valuation: Valuation) -> Site:
    return Site(valuation)


def test_every_project_once_by_name(site: Site) -> None:
    """Each project is there once, in the order of the names."""
    members = compare_data.projects(site)
    assert sorted(member.id for member in members) == sorted(row["project"] for row in site.rows("projects"))
    assert [member.name for member in members] == sorted((member.name for member in members), key=str.casefold)


def test_each_kind_is_the_published_total(site: Site) -> None:
    """The £ of a kind is the sum of that project's delivered totals of that kind, and of nothing else."""
    for member in compare_data.projects(site):
        mine = [
            row
            for row in site.rows("totals", "member", member.id)
            if row["dimension"] == "project" and row["status"] != "committed"
        ]
        assert set(member.kinds) == {row["kind"] for row in mine}
        for kind, said in member.kinds.items():
            assert said.endswith(figures.pounds(sum(row["net"] for row in mine if row["kind"] == kind)))


def test_facts_fit_their_headings(site: Site) -> None:
    """Each member has one fact for each heading, and a promise stands with its measure."""
    projects, areas = compare_data.projects(site), compare_data.areas(site)
    assert all(len(member.facts) == len(compare_data.project_facts()) for member in projects)
    assert all(len(member.facts) == len(compare_data.area_facts()) for member in areas)
    assert any(measured.promised for member in projects for measured in member.measures)
    assert not any(measured.promised for member in areas for measured in member.measures)


def test_script_gets_the_same_members(site: Site) -> None:
    """The file for the script holds the members of both tables, and a name for every measure they use."""
    data = json.loads(compare_data.members_json(site))
    names = dict(data["measures"])
    for kind, members in (("projects", compare_data.projects(site)), ("areas", compare_data.areas(site))):
        assert [member["id"] for member in data[kind]["members"]] == [member.id for member in members]
        assert all(row[0] in names for member in data[kind]["members"] for row in member["measures"])


def test_what_was_not_published_is_not_said_to_be_none(checked: Checked) -> None:
    """Of a promise without a line nobody knows what came; where its project reports, and leaves it out, none did."""
    without = lines(checked, without=["po1"])
    targets = promised(checked, 500)
    for basis, said in (("compiled", "nothing published (promised: 500 jobs)"), ("submitted", "0 jobs (promised: 500")):
        returns = plain(checked.tables["returns"]).assign(basis=basis)
        site = changed(checked, lines=without, targets=targets, returns=returns)
        page = unescape(drawn(site.valuation, COMPARE)["compare.html"])
        assert f"Jobs created: {said}" in page
        assert "none yet" not in page


def compared(site: Site, of: str, name: str, measure: str) -> str:
    """What is said of a project or an area by this measure."""
    members = {"projects": compare_data.projects, "areas": compare_data.areas}[of](site)
    (member,) = (each for each in members if each.id == name)
    return next(each.delivered for each in member.measures if each.measure == measure)


def test_a_figure_that_is_never_added_is_not_told_as_nothing(site: Site, checked: Checked) -> None:
    """A share is said as it is; of several, each with its days; and of many, how many there are."""
    assert compared(site, "projects", "skills-centre", "le2") == "79.7%"
    share = {"measure": "le2", "unit": "percent", "quantity": 28_000_000}
    more = [{**share, "owner": f"north-road/{period}"} for period in ("2023-q4", "2024-q2")]
    found = compared(changed(checked, lines=lines(checked, *more)), "projects", "north-road", "le2")
    assert found == "28% (October to December 2023), 28% (April to June 2024)"
    many = changed(checked, lines=lines(checked, *more, *more, more[0]))
    assert compared(many, "projects", "north-road", "le2") == "5 figures that are never added"


def test_counts_of_one_day_and_other_circles_are_not_told_as_nothing(checked: Checked) -> None:
    """Of an area no sum holds a count of one day, nor spend that two lines call local in two ways: each is said."""
    measures = checked.tables["measures"]
    one_day = measures.assign(adds_up=measures["adds_up"].mask(measures["measure"] == "po1", "stock"))
    placed = lines(checked, jobs(57, area="E07000901"), without=["po1"])
    assert compared(changed(checked, measures=one_day, lines=placed), "areas", "northtown", "po1") == "57 jobs"
    spent = {"measure": "le1", "unit": "gbp", "quantity": 5_000_000, "area": "E07000901", "bound": ""}
    circles = lines(checked, *({**spent, "local_definition": what} for what in ("within 10 miles", "in the county")))
    found = compared(changed(checked, lines=circles), "areas", "northtown", "le1")
    assert "£5 (" in found
    assert "£1,200,000 (" in found


def test_the_part_of_another_figure_is_told_with_what_it_is_part_of(checked: Checked) -> None:
    """A line that counts in the figure of another place is all that is known of its own."""
    inside = jobs(3, area="E07000901", part_of="1")
    found = compared(changed(checked, lines=lines(checked, inside)), "areas", "northtown", "po1")
    assert found.startswith("3 jobs (part of 143 jobs, "), found
