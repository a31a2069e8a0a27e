"""What the front page and the stated figures say first, by the rules that the method page tells."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from socialvalue import run
from socialvalue.publish.site import Site
from socialvalue.publish.story import front, pounds
from socialvalue.publish.story.largest import largest
from socialvalue.publish.story.pounds import _projects
from socialvalue.publish.story.theirs_and_ours import beside
from socialvalue.publish.story.worth import worth_in_words
from socialvalue.records import Checked, Valuation, plain

ROOT = Path(__file__).parents[2]


def changed(checked: Checked, **tables: Any) -> Site:
    """The site of the small repository with some tables changed."""
    return Site(run.valued(replace(checked, tables={**checked.tables, **tables})))


def lines(checked: Checked, *rows: dict[str, Any], without: Sequence[str] = ()) -> pd.DataFrame:
    """The lines of the small repository but for some measures, and more lines like its count of jobs."""
    found = plain(checked.tables["lines"])
    jobs = found[found["measure"] == "po1"].iloc[0]
    more = pd.DataFrame([{**jobs, "line": 90 + place, **row} for place, row in enumerate(rows)])
    return pd.concat([found[~found["measure"].isin(list(without))], more], ignore_index=True)


def jobs(number: int, **cells: Any) -> dict[str, Any]:
    return {"quantity": number * 1_000_000, **cells}


def test_a_figure_is_what_a_project_delivered_however_many_lines_say_so(checked: Checked) -> None:
    """Two lines of 143 and 57 jobs are one figure of 200, from the first day to the last."""
    (found,) = largest(changed(checked, lines=lines(checked, jobs(57))))
    assert (found["number"], found["words"], found["when"], found["status"]) == (
        "200",
        "jobs created",
        "2023-24",
        "self-reported",
    )


def test_the_most_that_a_figure_can_be_is_no_figure(checked: Checked) -> None:
    """ "Up to" never leads, nor what lies inside another figure; a bound from below may."""
    rest = lines(checked, without=["po1"])
    only = lines(checked, jobs(10, bound="up to"), without=["po1"])
    assert largest(changed(checked, lines=rest)) == []
    assert largest(changed(checked, lines=only)) == []
    assert largest(changed(checked, lines=lines(checked, jobs(10, part_of="2"), without=["po1"]))) == []
    (found,) = largest(changed(checked, lines=lines(checked, jobs(10, bound="at least"), without=["po1"])))
    assert found["delivered_bound"] == "at least"


def test_a_plain_name_stands_in_place_of_a_long_one(checked: Checked) -> None:
    """The name of a measure is for its page; the front page takes the plain one where there is one."""
    measures = checked.tables["measures"]
    named = measures.assign(plain_name=["jobs that are new" if code == "po1" else "" for code in measures["measure"]])
    assert largest(changed(checked, measures=named))[0]["words"] == "jobs that are new"


@pytest.mark.parametrize(
    ("valued", "figures", "leads"), [(1, 4, True), (24, 100, False), (25, 100, True), (0, 0, False)]
)
def test_the_pound_leads_where_a_quarter_of_the_figures_has_one(valued: int, figures: int, leads: bool) -> None:
    """25 in 100, and not 24; and never where there is nothing."""
    assert pounds.Lead(figures, valued).pounds is leads


def test_local_spending_is_no_pound_to_lead_with(checked: Checked) -> None:
    """With spending alone, however much, no figure counts, and the headline says so."""
    site = changed(checked, lines=lines(checked, without=["fw2", "co1", "en1"]))
    assert pounds.lead(site).valued == 0
    spent = "Spend with local firms: at least £2 million. It was kept nearby, and is not added value."
    assert worth_in_words(site) == f"No £ beyond local spending. {spent}"


def test_what_something_is_worth_begins_with_the_largest_kind_beside_local(valuation: Valuation) -> None:
    """Fiscal value leads though far more was spent nearby, which comes last and says what it is not."""
    said = worth_in_words(Site(valuation), "project", "north-road")
    assert said.startswith("£57,000 of fiscal value. Apart from that: ")
    assert said.endswith("Spend with local firms: at least £2 million. It was kept nearby, and is not added value.")
    assert worth_in_words(Site(valuation), "project", "skills-centre") == ""


def test_every_line_has_a_stroke_and_a_reason(valuation: Valuation) -> None:
    """Lines with a £ and lines with a reason make up all lines, and a share is told from other records."""
    site = Site(valuation)
    without = sum(reason.number for reason in pounds.reasons(site))
    assert len(pounds.strokes(site)) + without == len(site.rows("lines"))
    assert sum(row["number"] for row in pounds.keys(site)) == len(pounds.strokes(site))
    said = [reason.words for reason in pounds.reasons(site)]
    assert "is a share, such as 79.7% (share of spend that is local). A share has no amount to value." in said
    assert "lies inside a line that has its £." in said


def stated(checked: Checked, **cells: Any) -> Site:
    claim = checked.tables["published-figures"].assign(**{"amount_gbp": 9_000_000_000_000, **cells})
    return changed(checked, **{"published-figures": claim})


def test_a_claim_larger_than_all_that_we_found_is_set_beside_ours(checked: Checked) -> None:
    """Theirs beside our largest sum, which is local spending and says so; each row has both cells."""
    found = beside(stated(checked))
    assert found is not None
    assert (found.theirs["as_written"], found.ours["kind"]) == ("£1.2 million", "local")
    assert [thing for thing, _ in found.missing] == ["The quantity of each measure:", "What was taken off"]
    parts = {part.id: part for part in found.parts}
    assert parts["off"].theirs == "Not said."
    assert parts["checked"].theirs == "No. 2 things are missing, below."
    assert parts["method"].ours.startswith("£1 spent is recorded as £1. No multiplier.")
    assert all(part.theirs and part.ours for part in found.parts if part.id != "source")


def test_a_claim_for_a_project_is_not_set_beside_ours_as_its_programme_s(checked: Checked) -> None:
    """The register names the project: theirs is of that one, and else of the programme as a whole."""
    for project, said in {"skills-centre": "Skills Centre (invented).", "": "Road Fund (invented) as a whole."}.items():
        found = beside(stated(checked, project=project))
        assert found is not None
        assert next(part.theirs for part in found.parts if part.id == "projects").startswith(said)


def test_whether_our_projects_are_in_their_programme_comes_from_the_register(checked: Checked) -> None:
    """The road is a project of the fund, and so no other project; under another fund it is."""
    inside = beside(stated(checked))
    assert inside is not None
    projects = next(part for part in inside.parts if part.id == "projects")
    assert projects.ours == "1 of these is recorded as a project of Road Fund (invented)."
    assert "other projects" not in inside.verdict
    none = changed_programme(checked)
    assert none is not None
    projects = next(part for part in none.parts if part.id == "projects")
    assert projects.ours == "None of these is recorded as a project of Road Fund (invented)."
    assert none.verdict.startswith("They don’t measure the same thing: other projects")


def changed_programme(checked: Checked) -> Any:
    projects = checked.tables["projects"].assign(programme="skills-fund")
    claim = checked.tables["published-figures"].assign(amount_gbp=9_000_000_000_000)
    return beside(changed(checked, **{"projects": projects, "published-figures": claim}))


@pytest.mark.parametrize(
    "cells", [{"amount_gbp": 1}, {"strength": "forecast"}, {"strength": "pledged"}, {"programme": "", "project": "x"}]
)
def test_no_smaller_or_weaker_claim_is_set_beside_ours(checked: Checked, cells: dict[str, Any]) -> None:
    """A claim that is smaller than ours, not of something delivered, or of no programme, asks no such question."""
    assert beside(stated(checked, **cells)) is None


@pytest.mark.parametrize(
    ("missing", "said"),
    [
        ("", "Others have stated 1 total."),
        ("nothing", "Others have stated 1 total. 1 came with all that it takes to check it."),
        ("check", "Others have stated 1 total. None came with all that it takes to check it."),
    ],
)
def test_what_nobody_has_looked_for_is_not_said_to_be_there(checked: Checked, missing: str, said: str) -> None:
    """An empty cell is no answer: only the word nothing makes a claim checkable."""
    assert front.claimed_in_words(stated(checked, missing=missing)) == said


def test_what_is_named_first_is_what_most_projects_count() -> None:
    """Three lines, or twelve months, of one project are no more than one: how a fact is cut changes no example."""
    lines = [{"project": project, "measure": measure} for project, measure in ("aX", "aX", "aX", "aY", "bY")]
    assert _projects(lines, lambda line: line["measure"]) == {"X": 1, "Y": 2}
    assert _projects(lines[2:], lambda line: line["measure"]) == {"X": 1, "Y": 2}
