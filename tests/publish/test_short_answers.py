"""What is said of one thing, of all and of some; and of what is taken off, with a bound. All invented."""

import re
from html import unescape
from typing import Any

import pytest

from publish.test_front_page import changed, lines
from publish.test_story_pages import drawn
from socialvalue.publish.chart import Column
from socialvalue.publish.drawing.chart_cells import as_table, bound, described, said
from socialvalue.publish.pages.project import PAGE as PROJECT
from socialvalue.publish.story.answering import second_hand
from socialvalue.publish.story.project_answers import _kept
from socialvalue.records import Checked, plain

POUNDS = Column("pounds", "£", "pounds")


@pytest.mark.parametrize(
    ("hands", "words"),
    [
        ("A", ""),
        ("B", "It was read second-hand."),
        ("BBB", "All were read second-hand."),
        ("ABA", "1 was read second-hand."),
        ("ABB", "2 were read second-hand."),
    ],
)
def test_how_many_lines_were_read_second_hand(hands: str, words: str) -> None:
    """Where all were, no number stands twice."""
    assert second_hand([{"confidence": hand} for hand in hands]) == words


@pytest.mark.parametrize(
    ("number", "words"),
    [(1, "On what was published, the promise was met."), (2, "On what was published, each of the promises was met.")],
)
def test_one_promise_that_was_met_is_one(number: int, words: str) -> None:
    """A single promise is not called every promise."""
    met: Any = {"met": True, "suppressed": 0, "delivered": 1, "rating": "good"}
    assert _kept([met] * number)["words"] == words


@pytest.mark.parametrize(("code", "filed"), [("at least", "up to"), ("up to", "at least"), ("about", "about")])
def test_a_bound_of_what_is_taken_off_is_one_of_how_much(code: str, filed: str) -> None:
    """At least £5 taken off reads as that. In a file the number is below zero, and its bound the other way round."""
    row = {"pounds": -500, "pounds_bound": code}
    assert (bound(row, POUNDS), said(row, POUNDS)) == (f"minus {code}", "£5")
    assert f"minus {code} £5" in described([row], [POUNDS])
    assert as_table([row], [POUNDS]) == (["pounds", "pounds_bound"], [["-5.00", filed]])
    assert (bound({"pounds": -500}, POUNDS), said({"pounds": -500}, POUNDS)) == ("", "−£5")


def test_figures_that_are_never_added_are_no_silence(checked: Checked) -> None:
    """Two shares of one period answer a promise with no number: they are in no sum, and were published all the same."""
    share = {"measure": "le2", "unit": "percent", "owner": "north-road/2024-q2"}
    shares = [{**share, "quantity": number * 1_000_000} for number in (28, 41)]
    targets = plain(checked.tables["targets"])
    ours = targets["target"] == "north-road-weeks"
    promised = {"measure": "le2", "unit": "percent", "quantity": 80_000_000}
    targets = targets.assign(**{name: targets[name].mask(ours, cell) for name, cell in promised.items()})
    site = changed(checked, lines=lines(checked, *shares), targets=targets)
    text = " ".join(
        unescape(re.sub(r"<[^>]*>", " ", drawn(site.valuation, PROJECT)["projects/north-road.html"])).split()
    )
    assert "Not rated, for the reasons below: spend with local firms and share of spend that is local." in text
    assert "80% by December 2025 in no sum Other Several figures were reported" in text
    assert "none published" not in text
    assert "Nothing was published on" not in text


def test_a_promise_with_a_day_that_passed_is_not_on_track() -> None:
    """What was due when last reported on was done, and more was due since: it is late, not early."""
    row: Any = {"met": False, "suppressed": 0, "delivered": 9, "rating": "good", "lines": 1, "name": "Placements"}
    late = _kept([{**row, "overdue": True}])["words"]
    assert late == "As much as was due when last reported on, and more was due since: placements."
    early = _kept([{**row, "overdue": False}])["words"]
    assert early == "On track, and not due in full yet: placements."
