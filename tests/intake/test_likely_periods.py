"""A period is certain where a text says nothing else; what else is asked, with the periods that the words allow."""

from pathlib import Path

import pytest

from intake.books import table
from intake.conftest import DECLARED, Said
from socialvalue.intake.likely_periods import certain_span, possible_spans
from socialvalue.intake.questions import yes_or_no

CERTAIN = {
    "1 July to 30 September 2025": "2025-q3",
    "1st July 2025 – 30th September 2025": "2025-q3",
    "Period: 2025-07-01 to 2025-09-30": "2025-q3",
    "Reporting period: July to September 2025": "2025-q3",
    "For the three months to September 2025": "2025-q3",
    "Quarter ended September 2025": "2025-q3",
    "FY25/26 Q2": "2025-q3",
    "Q2 2025-26": "2025-q3",
    "Year ended 31 March 2026": "2025-26",
    "H1 2025-26": "2025-04-to-2025-09",
    "15 July to 30 September 2025": "2025-07-15-to-2025-09-30",
}
OPEN = {
    "Year to September 2025": ["2025-q3", "2025-26", "2025", "2024-10-to-2025-09", "2025-09"],
    "as at 30 September 2025": ["2025-q3", "2025-q2", "2025-26", "2025", "2025-09"],
    "Report date: 15 October 2025": ["2025-q4", "2025-q3", "2025-26", "2025", "2025-10"],
    "Printed 14/11/2025": ["2025-q4", "2025-q3", "2025-26", "2025", "2025-11"],
    "April 2025 to date": ["2025-q2", "2025-26", "2025", "2025-04"],
    "Jul 2025, Aug 2025, Sep 2025": ["2025-q3", "2025-26", "2025", "2025-09", "2025-07"],
    "Return for Q1 2025-26 (draft)": ["2025-q2", "2025-q1"],
    "3rd quarter 2025": ["2025-q3", "2025-q4"],
    "H1 2025": ["2025-01-to-2025-06", "2025-04-to-2025-09"],
    "31 February to 30 September 2025": ["2025-q3", "2025-q2", "2025-26", "2025", "2025-09"],
    "Version 3": [],
}


@pytest.mark.parametrize("text", CERTAIN)
def test_a_text_that_is_a_period_is_certain(text: str) -> None:
    """In every way that people write it, with or without a word that says so."""
    found = certain_span(["North Road", text, "Printed 14 November 2025"])
    assert found is not None
    assert found.folder == CERTAIN[text]


@pytest.mark.parametrize("text", OPEN)
def test_a_text_that_says_more_is_asked_about(text: str) -> None:
    """A month in it may be the last of three, and a day the one that it was printed on: both are offered."""
    assert certain_span([text]) is None
    assert [span.folder for span in possible_spans(text)] == OPEN[text]


def test_two_texts_that_name_periods_apart_are_not_certain() -> None:
    """The title and the name of the file: a month inside the quarter is no contradiction, another quarter is one."""
    assert certain_span(["Q2 2025-26", "return as of september 2025"]) is not None
    assert certain_span(["Q2 2025-26", "return of Q3 2025-26, last"]) is None
    assert certain_span(["Q2 2025-26", "Q3 2025-26"]) is None


def test_no_guess_is_taken_and_what_is_certain_is_said(bring: Said, tmp_path: Path) -> None:
    """With --yes a day is no period; a span is taken, and its days are printed."""
    rows = [["KPI", "Actual"], ["Apprenticeship weeks", 20]]
    says = {"status": "self-reported", "tier": "main contractor", "organisation": "example-builder"}
    guess = table(tmp_path / "guess.xlsx", [["North Road"], ["Report date: 15 October 2024"], *rows])
    code, said = bring(guess, "--yes", *DECLARED, **says)
    assert code == 1
    assert "1 July to 30 September 2024" in said
    assert "[2024-10]" not in said
    sure = table(tmp_path / "sure.xlsx", [["North Road"], ["1 July to 30 September 2024"], *rows])
    code, said = bring(sure, "--yes", "--dry-run", *DECLARED, **says)
    assert code == 0, said
    taken = said[said.index("Taken as certain:") :]
    assert "1 July to 30 September 2024" in taken
    assert "(north-road)" in taken


@pytest.mark.parametrize(("typed", "answer"), [("y", "yes"), ("N", "no"), ("Yes", "yes"), ("maybe", "")])
def test_yes_and_no_have_a_first_letter(typed: str, answer: str) -> None:
    """What people type at a question of yes or no."""
    assert yes_or_no("mapping", "Is it so?").answer(typed) == answer
