"""A figure that its comma parts in a table of text: 1,200 without quotation marks never becomes 1."""

from pathlib import Path

import pytest

from intake.books import Cell, table
from intake.conftest import DECLARED, Said
from intake.test_rows_of_others import HOME, SAYS, TITLE, taken
from parted_rows import FIT, JOINED, UNFIT

HEAD = "North Road\nQ1 2024-25\n"
KEY = "parted:t"


def written(path: Path, text: str) -> Path:
    path.write_text(HEAD + text, encoding="utf-8")
    return path


@pytest.mark.parametrize(("text", "figures"), JOINED.items())
def test_a_figure_in_two_cells_is_asked_about_and_put_together(
    text: str, figures: list[str], bring: Said, data: Path, tmp_path: Path
) -> None:
    """Also before a column of notes or of units, of millions, and twice in a row."""
    path = written(tmp_path / "t.csv", text)
    code, said = bring(path, "--yes", *DECLARED, **SAYS, notes="yes")
    assert code == 1
    assert "may have been parted at its comma" in said
    assert not (data / HOME).exists()
    _, said = bring(path, "--yes", *DECLARED, **SAYS, notes="yes", **{KEY: "join"})
    assert (data / HOME).exists(), said
    assert [quantity for _, quantity in taken(data)] == figures, said


def test_two_cells_stay_two_where_that_is_the_answer(bring: Said, data: Path, tmp_path: Path) -> None:
    """It is offered where the row fits the headings, and only there."""
    path = written(tmp_path / "t.csv", "KPI,Actual,People,Evidence\nfw1,40,120,17\n")
    _, said = bring(path, "--yes", *DECLARED, **SAYS, **{KEY: "apart"})
    assert taken(data) == [("fw1", "40")], said
    path = written(tmp_path / "t.csv", "KPI,Actual\nfw1,40,120\n")
    code, said = bring(path, "--yes", *DECLARED, **SAYS)
    assert code == 1
    assert "apart" not in said


@pytest.mark.parametrize("text", UNFIT)
def test_a_row_that_does_not_fit_is_refused(text: str, bring: Said, data: Path, tmp_path: Path) -> None:
    """Nothing is guessed of it, and the row is named."""
    code, said = bring(written(tmp_path / "t.csv", text), "--yes", *DECLARED, **SAYS, notes="yes")
    assert code != 0
    assert "Row 4 of t does not fit its" in said
    assert "The figure may have been parted at its" in said
    assert not (data / HOME).exists()


@pytest.mark.parametrize("text", FIT)
def test_rows_that_fit_ask_nothing(text: str, bring: Said, data: Path, tmp_path: Path) -> None:
    """Figures beside figures, and a comma at the end of a row."""
    answers = {"headcount:fw1": "40"}
    _, said = bring(written(tmp_path / "t.csv", text), "--yes", *DECLARED, **SAYS, notes="yes", **answers)
    assert KEY not in said
    assert taken(data) == [("fw1", "40"), ("co1", "50")], said


@pytest.mark.parametrize(("second", "asked"), [([35, 90], True), ([40, 50], False), (["a", "b"], False)])
def test_a_column_of_other_figures_without_a_heading_is_asked_about(
    second: list[Cell], asked: bool, bring: Said, data: Path, tmp_path: Path
) -> None:
    """In a workbook too; the same figures once more, words and the numbers of the rows are not."""
    rows: list[list[Cell]] = [TITLE, [None, "KPI", "Actual"], [1, "fw1", 40, second[0]], [2, "co1", 50, second[1]]]
    path = table(tmp_path / "t.xlsx", rows)
    _, said = bring(path, "--yes", *DECLARED, **SAYS)
    assert ("column D (no heading) have figures. Which are this return’s?" in said) == asked
    assert (data / HOME).exists() != asked
    if asked:
        _, said = bring(path, "--yes", *DECLARED, **SAYS, figures__master="C")
    assert taken(data) == [("fw1", "40"), ("co1", "50")], said
