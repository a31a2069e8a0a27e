"""What pages answer first says no more than is known: of a claim, of a promise, of an area alone."""

from dataclasses import replace

import pytest
from pandas import DataFrame, concat

from socialvalue import run
from socialvalue.publish.chart import Subject
from socialvalue.publish.charts.projects_by_area import title
from socialvalue.publish.site import Row, Site
from socialvalue.publish.story.answering import came, sure
from socialvalue.publish.story.claims import said_by
from socialvalue.publish.story.gathered_answers import _beside
from socialvalue.publish.story.project_answers import answers
from socialvalue.records import Checked, Valuation


def delivered(unit: str, number: int, bound: str = "") -> Row:
    row = {"name": f"Counted in {unit}", "unit": unit, "framework": "example-open"}
    return {**row, "delivered": number * 1_000_000, "delivered_bound": bound}


@pytest.mark.parametrize(
    ("jobs", "people", "first"), [(500, 100, "500"), (100, 500, "500"), (500, 499, "500"), (499, 500, "500")]
)
def test_the_larger_of_people_and_jobs_comes_first(valuation: Valuation, jobs: int, people: int, first: str) -> None:
    """Neither unit is more than the other; money comes after both, however much it is."""
    units = valuation.checked.tables["units"]
    more = units[units["unit"] == "jobs"].assign(unit="headcount")
    tables = {**valuation.checked.tables, "units": concat([units, more], ignore_index=True)}
    site = Site(replace(valuation, checked=replace(valuation.checked, tables=tables)))
    rows = [delivered("gbp", 9_000_000), delivered("headcount", people), delivered("jobs", jobs)]
    assert came(site, rows)["answer"] == first


def test_a_paper_is_a_source_and_claims_nothing(checked: Checked, valuation: Valuation) -> None:
    """Who publishes a figure of its own says so; where another tells of it, that is its source; a plan is named one."""
    claim = {**Site(valuation).rows("published-figures")[0]}
    assert said_by(Site(valuation), claim) == "So says Example Council (invented)."
    assert said_by(Site(valuation), {**claim, "strength": "forecast"}).endswith("It is a forecast, not a result.")
    sources = checked.tables["sources"].copy()
    sources["publisher"] = "The Example Gazette"
    told = replace(valuation, checked=replace(checked, tables={**checked.tables, "sources": sources}))
    assert said_by(Site(told), claim) == "Source: The Example Gazette."


def test_what_cannot_be_rated_is_not_said_to_be_unmet(valuation: Valuation) -> None:
    """Both promises of North Road are rated “other”: no share of them is met or missed."""
    site = Site(valuation)
    found = {each["question"]: each for each in answers(site, site.one("projects", "north-road"))}
    assert (found["On track"]["answer"], found["On track"]["nil"]) == ("Can’t be rated", True)
    assert "Not rated, for the reasons below" in found["On track"]["words"]


@pytest.mark.parametrize(
    ("level", "said"),
    [(3, "A0, A1 and A2 have the most projects: 4"), (4, "4 areas have the most projects: 4 each")],
)
def test_many_areas_that_are_level_are_counted_and_not_named(level: int, said: str) -> None:
    """Three names still read as a sentence."""
    rows = [{"name": f"A{place}", "projects": 4, "here": False, "whole": 0, "covered": ""} for place in range(level)]
    assert title(rows, Subject()) == said


@pytest.mark.parametrize(
    ("projects", "said"),
    [
        ({"w1": "a", "w2": "a"}, ["It also counts weeks."]),
        ({"w1": "a", "w2": "b"}, ["Others count weeks."]),
        ({"w1": "ab", "w2": "a"}, ["Some of these also count weeks."]),
        ({"w1": "a", "w2": "ab"}, ["Others count weeks."]),
    ],
)
def test_others_count_only_what_others_count(projects: dict[str, str], said: list[str]) -> None:
    """The other measures of a family are told by who counts them: the same projects, or others beside them."""
    first, other = ({"owner": "f", "measure": code, "name": name} for code, name in (("w1", "Starts"), ("w2", "Weeks")))
    lines = [{"framework": "f", "measure": code, "project": key} for code, keys in projects.items() for key in keys]

    class Here(Site):
        def lines_of(self, dimension: str, member: str) -> list[Row]:
            return lines

    assert list(_beside(Here(None), "area", "x", first, [other])) == said  # type: ignore[arg-type]


@pytest.mark.parametrize(("statuses", "small"), [(("self-reported", "verified"), "in part"), (("evidenced",) * 2, "")])
def test_how_sure_is_said_in_part_where_lines_differ(statuses: tuple[str, ...], small: str) -> None:
    """The least sure status stands alone only where every line has it."""
    found = sure([{"status": status, "confidence": "A"} for status in statuses])
    assert (found["status"], found["small"]) == (statuses[0], small)


def claimed(checked: Checked, part_of: str = "", kind: str = "service", area: str = "E07000902") -> str:
    """What is said of a claim for the centre on the road's page, both in one programme; the road is in Northtown."""
    tables = dict(checked.tables)
    tables["published-figures"] = tables["published-figures"].assign(project="skills-centre")
    projects = tables["projects"].assign(programme="road-fund")
    road, centre = projects["project"] == "north-road", projects["project"] == "skills-centre"
    tables["projects"] = projects.assign(
        part_of=projects["part_of"].mask(road, part_of), kind=projects["kind"].mask(centre, kind)
    )
    areas = tables["project-areas"]
    rows = {"north-road": "E07000901", "skills-centre": area}
    first = areas.iloc[0].to_dict()
    places = [{**first, "project": name, "area": code} for name, code in rows.items() if code]
    tables["project-areas"] = DataFrame(places, columns=areas.columns)
    site = Site(run.valued(replace(checked, tables=tables)))
    return next(each["words"] for each in answers(site, site.one("projects", "north-road")) if each["nil"])


@pytest.mark.parametrize(
    ("cells", "said"),
    [
        ({}, ""),
        ({"kind": "whole programme"}, ""),
        ({"kind": "whole programme", "area": "E07000901"}, " Nobody says whether this project is in it."),
        ({"kind": "whole programme", "area": ""}, " Nobody says whether this project is in it."),
        (
            {"part_of": "skills-centre"},
            " This project is part of it. Nobody says how much of the figure is for this part.",
        ),
    ],
)
def test_a_claim_for_one_project_is_not_told_of_its_programme(
    checked: Checked, cells: dict[str, str], said: str
) -> None:
    """It stands on the pages of its parts and, where it stands for a programme, of projects in its place alone; and
    there it is told of that project by name."""
    words = claimed(checked, **cells)
    about = "£1.2 million is stated for Skills Centre (invented)." if said else ""
    assert words == f"No source that we read states one figure for its social value. {about}{said}".strip()
