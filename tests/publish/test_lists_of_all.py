"""What the lists of all measures, projects and programmes say is known of each. All invented."""

import re
from html import unescape

import pandas as pd
import pytest

from publish.test_front_page import changed, lines
from publish.test_in_short import CENTRE, promised, unreported
from publish.test_story_pages import drawn
from socialvalue.publish.page import Page
from socialvalue.publish.pages.measure import PAGE as MEASURE
from socialvalue.publish.pages.measures import PAGE as MEASURES
from socialvalue.publish.pages.programmes import PAGE as PROGRAMMES
from socialvalue.publish.pages.projects import PAGE as PROJECTS
from socialvalue.publish.site import Site
from socialvalue.records import MILLION, Checked, Valuation, plain


def row_of(site: Site, page: Page, name: str) -> str:
    """The words of the row of a list that begins with this name."""
    (text,) = (text for path, text in drawn(site.valuation, page).items() if path.endswith("index.html"))
    (found,) = re.findall(rf"<th[^>]*><a [^>]*>{re.escape(name)}</a>.*?</tr>", text, re.DOTALL)
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", found)).split())


def test_a_forecast_is_not_counted_as_a_promise(valuation: Valuation, checked: Checked) -> None:
    """The one target of jobs is a forecast; the two of spend are one promise and what it replaced."""
    assert row_of(Site(valuation), MEASURES, "Jobs created").endswith(" 1 – none")
    assert row_of(Site(valuation), MEASURES, "Spend with local firms").endswith(" 3 1")
    assert row_of(changed(checked, targets=promised(checked, 500)), MEASURES, "Jobs created").endswith(" 1 1")


def test_a_promise_in_two_rows_is_one(checked: Checked) -> None:
    """300 and 200 jobs, or 500: one promise, in the list and on the page of the measure."""
    whole = promised(checked, 300)
    more = whole[whole["target"] == "skills-centre-jobs"].assign(target="skills-centre-more", quantity=200 * MILLION)
    for targets in (promised(checked, 500), pd.concat([whole, more], ignore_index=True)):
        site = changed(checked, targets=targets)
        assert row_of(site, MEASURES, "Jobs created").endswith(" 1 1")
        page = drawn(site.valuation, MEASURE)["measures/po1.html"]
        assert "1 promise<" in re.sub(r"\s+<", "<", page)


@pytest.mark.parametrize(
    ("promise", "claimed", "said"),
    [
        (True, False, "Promises alone"),
        (True, True, "Promises and a stated figure"),
        (False, False, "Forecasts alone"),
        (False, True, "Forecasts and a stated figure"),
    ],
)
def test_a_project_without_a_line_says_all_that_is_known(
    checked: Checked, promise: bool, claimed: bool, said: str
) -> None:
    """A forecast is no promise, and a stated figure is said beside either."""
    targets = promised(checked, 500) if promise else checked.tables["targets"]
    claims = checked.tables["published-figures"]
    stated = claims.assign(project=CENTRE) if claimed else claims.assign(project="")
    site = changed(checked, lines=unreported(checked), targets=targets, **{"published-figures": stated})
    assert row_of(site, PROJECTS, "Skills Centre (invented)").endswith(said)


def test_lines_are_counted_in_the_returns_that_have_them(checked: Checked) -> None:
    """A return without a line, as one that was replaced, is none of them."""
    found = plain(checked.tables["lines"])
    site = changed(checked, lines=found[found["owner"] != "north-road/2023-q4"])
    assert "5 lines in 1 return" in row_of(site, PROJECTS, "North Road (invented)")


def test_lines_that_count_under_another_programme_are_not_told_as_none(valuation: Valuation, checked: Checked) -> None:
    """A fund that also pays for a project says that its lines count elsewhere."""
    assert "2 and 9 that count elsewhere" in row_of(Site(valuation), PROGRAMMES, "Skills Fund (invented)")
    site = changed(checked, lines=lines(checked, without=["po1", "le2"]))
    assert "9, which count elsewhere" in row_of(site, PROGRAMMES, "Skills Fund (invented)")


def test_a_programme_without_a_line_has_no_cell_that_says_so(checked: Checked) -> None:
    """On a phone a row is a card, which has no line for what is none."""
    site = changed(checked, lines=plain(checked.tables["lines"]).iloc[:0])
    page = drawn(site.valuation, PROGRAMMES)["programmes/index.html"]
    assert (
        len(re.findall(r'<td role="cell" class="n none"[^>]* data-l="Lines"|data-l="Lines"[^>]* class="n none"', page))
        == 2
    )
