"""The few words that describe a project or a return tell a promise as a promise, and a part never as the whole."""

from typing import Any

import pandas as pd
import pytest

from publish.test_front_page import changed, jobs, lines
from socialvalue.publish.pages.project import entries
from socialvalue.publish.site import Site
from socialvalue.publish.story.in_short import of_project, of_return
from socialvalue.records import MILLION, Checked, plain

CENTRE, RETURN = "skills-centre", "skills-centre/2023-24"


def promised(checked: Checked, number: int, **cells: Any) -> pd.DataFrame:
    """The promises of the small repository, where its forecast of jobs is a commitment of this many."""
    targets = plain(checked.tables["targets"])
    mine = {"strength": "commitment", "quantity": number * MILLION, "bound": "", **cells}
    return targets.assign(
        **{name: targets[name].mask(targets["target"] == "skills-centre-jobs", cell) for name, cell in mine.items()}
    )


def unreported(checked: Checked) -> pd.DataFrame:
    found = plain(checked.tables["lines"])
    return found[found["owner"] != RETURN]


def described(site: Site) -> str:
    return next(entry.description for entry in entries(site) if entry.path == f"projects/{CENTRE}.html")


def test_a_larger_promise_is_not_told_as_done(checked: Checked) -> None:
    """143 of 500 jobs were delivered: the description of the page says 143, also of its return."""
    site = changed(checked, targets=promised(checked, 500))
    assert described(site).endswith(" 143 jobs created.")
    assert of_return(site, RETURN) == "143 jobs created."


@pytest.mark.parametrize("statuses", [("self-reported", "evidenced"), ("verified", "self-reported")])
def test_all_statuses_are_told_together(checked: Checked, statuses: tuple[str, str]) -> None:
    """What is evidenced and what is not are one figure, with its bound; the largest part is not the whole."""
    first, second = statuses
    more = (jobs(100, status=first), jobs(57, status=second, bound="at least"))
    site = changed(checked, lines=lines(checked, *more, without=["po1"]))
    assert described(site).endswith(" At least 157 jobs created.")
    assert of_return(site, RETURN) == "At least 157 jobs created."


def test_what_is_not_added_is_not_told_as_the_whole_of_a_return(checked: Checked) -> None:
    """Counts on one day of two statuses may be of the same people: neither of them is all."""
    measures = checked.tables["measures"]
    one_day = measures.assign(adds_up=measures["adds_up"].mask(measures["measure"] == "po1", "stock"))
    more = (jobs(100, status="evidenced"), jobs(57, status="self-reported"))
    site = changed(checked, measures=one_day, lines=lines(checked, *more, without=["po1"]))
    assert of_return(site, RETURN) == ""
    one = changed(checked, measures=one_day, lines=lines(checked, more[0], without=["po1"]))
    assert of_return(one, RETURN) == "100 jobs created."


def test_a_promise_without_a_result_is_told_as_a_promise(checked: Checked) -> None:
    """With its bound; a forecast is none, and beside a claim the claim comes first."""
    mine = promised(checked, 500, bound="at least")
    site = changed(checked, lines=unreported(checked), targets=mine)
    assert described(site).endswith(" Promised, with no result published: at least 500 jobs created.")
    assert of_project(changed(checked, lines=unreported(checked)), CENTRE) == ""
    claim = checked.tables["published-figures"].assign(project=CENTRE)
    claimed = changed(checked, lines=unreported(checked), targets=mine, **{"published-figures": claim})
    said = "£1.2 million is claimed; nothing was counted. Promised: at least 500 jobs created."
    assert of_project(claimed, CENTRE) == said


def test_a_promise_is_not_said_to_have_no_result_where_that_is_hidden(checked: Checked) -> None:
    """Something came of it that nobody may see."""
    shown = plain(checked.tables["lines"])
    hidden = shown[shown["measure"] == "fw2"].iloc[0].to_dict() | {"owner": RETURN, "headcount": 3, "line": 90}
    targets = promised(checked, 500)
    site = changed(checked, lines=pd.concat([unreported(checked), pd.DataFrame([hidden])]), targets=targets)
    assert site.lines("project", CENTRE)[0]["marker"] == "c"
    assert of_project(site, CENTRE) == "Promised: 500 jobs created."
