"""A column that says yes or no of each row, as Approved?: which rows are of the return is asked, never passed over."""

from pathlib import Path

import pytest

from intake.books import Cell, table
from intake.conftest import DECLARED, Said
from intake.test_rows_of_others import HOME, SAYS, TITLE, taken
from socialvalue.intake.column import Column
from socialvalue.intake.questions import Answers
from socialvalue.intake.rows_that_count import rows_that_count
from socialvalue.intake.table import Table
from socialvalue.intake.workbook import Sheet
from yes_and_no import PARTING, SAYING_NOTHING

KEY = "rows:s-c"


def sheet_of(heading: str, words: list[str]) -> Table:
    """A table of figures with such a column beside them, below headings in row 1."""
    rows = [["KPI", "Delivered", heading], *(["fw1", "4", word] for word in words)]
    columns = [Column(1, "KPI", field="measure"), Column(2, "Delivered", field="quantity"), Column(3, heading)]
    return Table(Sheet("S", rows), 1, columns)


@pytest.mark.parametrize(("heading", "words", "answer", "left"), PARTING)
def test_which_rows_are_meant_is_asked(heading: str, words: list[str], answer: str, left: list[int]) -> None:
    """Whatever the heading says, and where some cells are empty."""
    answers = Answers()
    found = rows_that_count(sheet_of(heading, words), (), answers)
    assert list(answers.open) == [KEY]
    assert list(found.waits) == [*range(2, len(words) + 2)]
    found = rows_that_count(sheet_of(heading, words), (), Answers({KEY: answer}))
    assert list(found.left) == left
    assert not found.waits


@pytest.mark.parametrize(("heading", "words"), SAYING_NOTHING)
def test_a_yes_to_all_and_other_words_ask_nothing(heading: str, words: list[str]) -> None:
    """They part no rows; and rows that are left out already are not asked about."""
    answers = Answers()
    rows_that_count(sheet_of(heading, words), (), answers)
    rows_that_count(sheet_of("Approved?", ["Y", "N"]), {3}, answers)
    assert not answers.asked


def test_nothing_is_written_before_the_answer_and_what_it_leaves_out_is_listed(
    bring: Said, data: Path, tmp_path: Path
) -> None:
    """From a workbook to a return."""
    rows: list[list[Cell]] = [TITLE, ["KPI", "Delivered", "Approved?"], ["fw1", 4, "Y"], ["co1", 40, "N"]]
    path = table(tmp_path / "t.xlsx", rows)
    code, said = bring(path, "--yes", *DECLARED, **SAYS)
    assert code == 1
    assert '"Approved?" says Y, N. Which rows are this return’s?' in said
    assert not (data / HOME).exists()
    _, said = bring(path, "--yes", *DECLARED, **SAYS, **{"rows:master-c": "yes"})
    assert taken(data) == [("fw1", "4")], said
    assert "row 4: Approved?: N" in said


@pytest.mark.parametrize("heading", ["Cumulative?", "To date?", "YTD?", "Cumulative (Y/N)", "Actual to date?"])
@pytest.mark.parametrize("words", [("Yes", "No"), ("Y - since May", "N"), (1, 0)])
def test_a_yes_below_cumulative_is_no_total_so_far(
    heading: str, words: tuple[Cell, Cell], bring: Said, data: Path, tmp_path: Path
) -> None:
    """It speaks of its rows, and the figures are in the column beside it."""
    rows: list[list[Cell]] = [TITLE, ["KPI", "Quantity", heading], ["fw1", 4, words[1]], ["co1", 40, words[0]]]
    path = table(tmp_path / "t.xlsx", rows)
    _, said = bring(path, "--yes", *DECLARED, **SAYS)
    assert "Which rows are this return’s?" in said
    assert not (data / HOME).exists()
    _, said = bring(path, "--yes", *DECLARED, **SAYS, **{"rows:master-c": "not-yes"})
    assert taken(data) == [("fw1", "4")], said
