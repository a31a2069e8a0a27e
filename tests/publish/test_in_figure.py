"""A figure is of the days, projects and places of the lines that are in it, and of no others."""

import pytest

from socialvalue.publish.site import Row, Site
from socialvalue.publish.story.counted import Count
from socialvalue.publish.story.delivered_groups import in_figure, of_lines
from socialvalue.publish.story.gathered import rows_of
from socialvalue.records import Valuation

FLOW, SHARE = "po1", "le2"


@pytest.fixture(scope="module")
def site(valuation: Valuation) -> Site:
    return Site(valuation)


def a_line(site: Site, measure: str, project: str, start: str, counted: bool = True) -> Row:
    """A line of the small repository with other days, of a project."""
    known = site.lines("measure", measure)[0]
    key = f"{project}/{start}#1"
    area = "E07000901" if counted else "E07000902"
    given = {"key": key, "project": project, "start": start, "end": f"{start[:4]}-12-31", "area": area}
    return {**known, **given, "counted": counted}


def shown(site: Site, measure: str, *lines: Row) -> list[tuple[int | None, list[str], str]]:
    """The figures of rows with their projects and days."""
    one = next(line for line in lines if line["counted"])
    of = site.leading("measures", measure)
    count = Count(of, one["quantity"], "", len(lines), len(lines) - 1, 0, 0, 1, False)
    return [(row["delivered"], row["projects"], row["when"]) for row in rows_of(site, count, lines)]  # type: ignore[arg-type]


def test_days_and_places_are_those_of_the_lines_in_the_figure(site: Site) -> None:
    """A part of another line began a year before; it names a place of its own, too."""
    part = a_line(site, FLOW, "skills-centre", "2022-01-01", counted=False)
    mine = [a_line(site, FLOW, "skills-centre", "2023-01-01"), part]
    found = of_lines(site, mine)  # type: ignore[arg-type]
    assert (found["when"], found["start"], found["areas"]) == ("2023", "2023-01-01", ["E07000901"])
    assert len(found["mine"]) == 2


def test_what_is_in_no_figure_has_days_all_the_same(site: Site) -> None:
    """Where no line is counted the row is of them all; where each is, of each."""
    aside = [a_line(site, FLOW, "skills-centre", day, counted=False) for day in ("2021-01-01", "2023-01-01")]
    assert of_lines(site, aside)["when"] == "2021 to 2023"  # type: ignore[arg-type]
    both = [a_line(site, FLOW, "skills-centre", day) for day in ("2021-01-01", "2023-01-01")]
    assert in_figure(both) == both


def test_a_sum_is_of_the_projects_that_it_adds(site: Site) -> None:
    """The part of another project is among its lines, and not among its projects."""
    lines = (
        a_line(site, FLOW, "skills-centre", "2023-01-01"),
        a_line(site, FLOW, "north-road", "2020-01-01", counted=False),
    )
    (row,) = shown(site, FLOW, *lines)
    assert row[1:] == (["skills-centre"], "2023")
    (row,) = shown(site, FLOW, lines[0], {**lines[1], "counted": True})
    assert row[1:] == (["north-road", "skills-centre"], "2020 to 2023")


def test_a_share_is_of_its_own_project_and_another_stands_beside_it(site: Site) -> None:
    """That of another project has a row of its own; a recount of the same project has none."""
    own, other = (
        a_line(site, SHARE, "north-road", "2016-01-01"),
        a_line(site, SHARE, "skills-centre", "2017-01-01", False),
    )
    first, second = shown(site, SHARE, own, other)
    assert first == (own["quantity"], ["north-road"], "2016")
    assert second == (None, ["skills-centre"], "2017")
    again = a_line(site, SHARE, "north-road", "2015-01-01", counted=False)
    assert shown(site, SHARE, own, again) == [(own["quantity"], ["north-road"], "2016")]
