"""Sentences that a doubting reader would try: each holds where nothing, one or all of what it is about is so."""

from dataclasses import replace
from types import SimpleNamespace
from typing import Any

import pandas as pd
import pytest

from publish.test_answers import delivered
from publish.test_front_page import changed, jobs, lines
from socialvalue.publish.chart import Subject
from socialvalue.publish.charts import gross_to_net
from socialvalue.publish.downloads.compare_data import projects
from socialvalue.publish.pages.area import naming
from socialvalue.publish.site import Row, Site
from socialvalue.publish.story.answering import came
from socialvalue.publish.story.cost import cost_of
from socialvalue.publish.story.not_known import gaps
from socialvalue.publish.story.project_answers import _cost
from socialvalue.records import Checked, Valuation, plain


@pytest.fixture
def site(valuation: Valuation) -> Site:
    return Site(valuation)


def facts(valuation: Valuation, *rows: Row) -> Site:
    """The small site where the second project, which has no dates, has these facts."""
    table = valuation.checked.tables["project-facts"]
    blank = dict.fromkeys(table.columns, "")
    more = pd.DataFrame([{**blank, "project": "skills-centre", **row} for row in rows], columns=table.columns)
    tables = {**valuation.checked.tables, "project-facts": more}
    return Site(replace(valuation, checked=replace(valuation.checked, tables=tables)))


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ([], "Its dates."),
        ([{"fact": "size", "value": "two halls"}], "Its dates."),
        ([{"fact": "completion", "value": "planned for 2030"}], "Its exact dates."),
        ([{"fact": "start", "value": "not started"}], "Its exact dates."),
        ([{"fact": "opening", "value": "2023-09-14"}], "Its exact dates."),
    ],
)
def test_what_is_not_done_is_not_asked_when_it_was_done(valuation: Valuation, rows: list[Row], said: str) -> None:
    """A forecast, a plan and a day of opening say nothing of work that is over."""
    site = facts(valuation, *rows)
    found = dict(gaps(site, site.one("projects", "skills-centre")))
    assert said in found
    assert not any("done" in question or "gives the day" in words for question, words in found.items())


@pytest.mark.parametrize(
    ("stated", "gap", "cost"),
    [
        ([], "No public figure was found for the whole cost, so value can’t be compared with it.", "not published"),
        ([("grant", 5)], "No public figure was found for the whole cost, so", "not published"),
        ([("total cost", 434)], "No one figure stands for the whole of it.", "no one figure: £434 million stated"),
        (
            [("total cost", 5), ("total cost", 434), ("total cost", 5)],
            "No one figure stands for the whole of it.",
            "no one figure: £5 million and £434 million stated",
        ),
    ],
)
def test_what_was_stated_of_the_cost_is_not_called_unpublished(
    valuation: Valuation, stated: list[tuple[str, int]], gap: str, cost: str
) -> None:
    """A cost that no one figure stands for is told alike by the project, among others and beside others."""
    rows = [{"fact": fact, "amount_gbp": millions * 1_000_000} for fact, millions in stated]
    site = facts(valuation, *rows)
    project = site.one("projects", "skills-centre")
    assert dict(gaps(site, project))["What it cost."].startswith(gap)
    assert cost_of(site, project).said == cost
    assert cost in next(member.facts for member in projects(site) if member.id == "skills-centre")
    road = site.one("projects", "north-road")
    assert cost_of(site, road).said == "£12 million"
    assert "What it cost." not in dict(gaps(site, road))


@pytest.mark.parametrize(
    ("figures", "said"),
    [
        ([("jobs", 1)], ""),
        ([("tonnes", 3)], ""),
        ([("jobs", 2)], "Some jobs may count twice, because several projects are added up."),
        ([("businesses", 2), ("jobs", 3)], "Some jobs and businesses may count twice, because several"),
        ([("jobs", 1), ("businesses", 2)], "Some businesses may count twice, because several"),
    ],
)
def test_what_two_projects_can_both_have_helped_may_count_twice(
    valuation: Valuation, figures: list[tuple[str, int]], said: str
) -> None:
    """Said of each unit that is counted one by one, where the figure adds up several projects and nowhere else."""
    units = valuation.checked.tables["units"].drop_duplicates("unit").set_index("unit", drop=False)
    for unit in ("businesses", "tonnes"):
        units.loc[unit] = {**units.iloc[0], "unit": unit, "one": unit, "many": unit, "owner": "example-open"}
    tables = {**valuation.checked.tables, "units": units.reset_index(drop=True)}
    site = Site(replace(valuation, checked=replace(valuation.checked, tables=tables)))
    words = came(site, [{**delivered(unit, 9), "projects": projects} for unit, projects in figures])["words"]
    assert said in words
    assert ("twice" in words) is bool(said)


@pytest.mark.parametrize(
    ("projects", "ending"),
    [
        (("north-road", "skills-centre"), "here"),
        ((), "of another project"),
        (("skills-centre",), "of another project"),
    ],
)
def test_lines_of_a_project_that_is_not_here_are_told_apart(site: Site, projects: tuple[str, ...], ending: str) -> None:
    """An area without a project with figures can have lines: another project names it."""
    said = naming(site, "E07000901", [site.one("projects", key) for key in projects])
    assert said.endswith(ending)
    assert naming(site, "E99999999", []) == ""


@pytest.mark.parametrize(
    ("projects", "said"),
    [
        ("aa", "2 lines count here"),
        ("ab", "2 lines count here, some of them of another project"),
        ("abc", "3 lines count here, some of them of other projects"),
        ("bc", "2 lines count here, of other projects"),
        ("b", "1 line counts here, of another project"),
    ],
)
def test_some_and_all_lines_of_other_projects_are_said_apart(projects: str, said: str) -> None:
    """Of an area in which the project a is."""
    site: Any = SimpleNamespace(lines_of=lambda *_about: [{"project": project} for project in projects])
    assert naming(site, "E07000901", [{"project": "a"}]) == said


def test_a_share_that_a_part_alone_had_taken_off_says_so(valuation: Valuation) -> None:
    """Half of one line in ten is no half of what was left."""
    about = Subject("project", "north-road", "", "fiscal")
    plain = [row["taken"] for row in gross_to_net.table(Site(valuation), about)][1:-1]
    parts = replace(valuation, deductions=valuation.deductions.assign(of_all=False))
    found = [row["taken"] for row in gross_to_net.table(Site(parts), about)][1:-1]
    assert plain
    assert not any("part" in share for share in plain)
    assert found == [f"{share} of a part" for share in plain]


def test_all_bounds_of_the_page_are_counted_and_no_source_is_named(checked: Checked) -> None:
    """Also of what is never added up and of a part; a sum of ours is no figure of a source."""
    measures = plain(checked.tables["measures"])
    never = measures.assign(adds_up=measures["adds_up"].mask(measures["measure"] == "po1", "never"))
    more = jobs(100, bound="at least"), jobs(40, bound="about"), jobs(30)
    site = changed(checked, measures=never, lines=lines(checked, *more, without=["po1"]))
    found = dict(gaps(site, site.one("projects", "skills-centre")))
    assert found["The exact numbers."] == "2 are bounds or rounded: at least 100 jobs and about 40 jobs."
    summed = jobs(100, bound="at least"), jobs(40), jobs(30, bound="up to", part_of="90")
    site = changed(checked, lines=lines(checked, *summed, without=["po1"]))
    found = dict(gaps(site, site.one("projects", "skills-centre")))
    assert found["The exact numbers."] == "2 are bounds or rounded: at least 140 jobs and up to 30 jobs."


@pytest.mark.parametrize(
    ("stated", "words"),
    [
        ([("total cost", 12, "")], None),
        ([("total cost", 12, ""), ("grant", 3, "")], None),
        ([("total cost", 12, ""), ("total cost", 14, "")], "Sources also state £14 million."),
        ([("grant", 3, "A fund"), ("grant", 3, "A fund")], "A grant is stated: £3 million from A fund."),
        ([("grant", 3, "A fund"), ("grant", 4, "Another fund")], None),
        ([("grant", 3, "A fund"), ("grant", 4, "A fund")], None),
    ],
)
def test_the_cost_is_an_answer_where_more_is_stated_of_it(
    valuation: Valuation, stated: list[tuple[str, int, str]], words: str | None
) -> None:
    """Two grants may be parts of each other, or one told twice: the list of all that was said has them."""
    rows = [
        {"project": "north-road", "fact": fact, "amount_gbp": millions * 1_000_000, "paid_by": by}
        for fact, millions, by in stated
    ]
    site = facts(valuation, *rows)
    found = _cost(site, site.one("projects", "north-road"))
    assert [(each["answer"], each["words"]) for each in found] == ([("£12 million", words)] if words else [])


@pytest.mark.parametrize(
    ("note", "said"),
    [("", ""), ("An estimate.", "an estimate"), ("The plan. The last cost was not seen.", "the plan")],
)
def test_what_a_source_says_of_a_cost_goes_with_it(valuation: Valuation, note: str, said: str) -> None:
    """A plan is not told as what was paid; what is said of another figure is not said of this one."""
    row = {"project": "north-road", "fact": "total cost", "note": note}
    site = facts(valuation, {**row, "amount_gbp": 12_000_000}, {**row, "amount_gbp": 9, "note": "Of a part."})
    assert cost_of(site, site.one("projects", "north-road")).qualified == said
