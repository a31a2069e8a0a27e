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

KEY = "rows:s-c"


def sheet_of(heading: str, words: list[str]) -> Table:
    """A table of figures with such a column beside them, below headings in row 1."""
    rows = [["KPI", "Delivered", heading], *(["fw1", "4", word] for word in words)]
    columns = [Column(1, "KPI", field="measure"), Column(2, "Delivered", field="quantity"), Column(3, heading)]
    return Table(Sheet("S", rows), 1, columns)


@pytest.mark.parametrize(
    ("heading", "words", "answer", "left"),
    [
        ("Approved?", ["Y", "N", "Rejected"], "yes", [3, 4]),
        ("Approved?", ["N", "N"], "none", [2, 3]),
        ("Include in return (Y/N)", ["Y", "N", ""], "not-no", [3]),
        ("Include", ["x", "", "✔"], "yes", [3]),
        ("Exclude?", ["", "✓", ""], "not-yes", [3]),
        ("Duplicate", ["Y", "Y"], "none", [2, 3]),
        ("Night shift", ["No", "Yes"], "all", []),
        ("Counts?", ["1", "0"], "yes", [3]),
        ("Approved?", ["Yes - DW 3/7", "No - no evidence", "No, awaiting"], "yes", [3, 4]),
        ("Validated", ["Valid", "Invalid"], "yes", [3]),
        ("Included", ["a", "r"], "says-a", [3]),
        ("Accepted by client", ["Y", "Part"], "not-yes", [2]),
        ("Signed off by", ["J Smith", ""], "filled", [3]),
        ("Cumulative?", ["Yes", "Yes"], "none", [2, 3]),
        ("Target?", ["Y", "N"], "not-yes", [2]),
    ],
)
def test_which_rows_are_meant_is_asked(heading: str, words: list[str], answer: str, left: list[int]) -> None:
    """Whatever the heading says, and where some cells are empty."""
    answers = Answers()
    found = rows_that_count(sheet_of(heading, words), (), answers)
    assert list(answers.open) == [KEY]
    assert list(found.waits) == [*range(2, len(words) + 2)]
    found = rows_that_count(sheet_of(heading, words), (), Answers({KEY: answer}))
    assert list(found.left) == left
    assert not found.waits


@pytest.mark.parametrize(
    ("heading", "words"),
    [
        ("Approved?", ["Y", "yes", "Approved"]),
        ("Batch", ["A", "No. 7", "Yes, see the log"]),
        ("Batch", ["", ""]),
        ("Approved by", ["J Smith", "A Jones"]),
        ("Visits", ["1", "0", "3"]),
        ("YTD?", ["N", "No"]),
        ("Lots", ["1", "1"]),
        ("Target", ["1,200", "50"]),
        ("Counted", ["4", "30"]),
        ("What counts", ["Weeks", ""]),
    ],
)
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
