"""A measure in each heading, one of them with a unit: every figure is taken, asked about or listed, none lost."""

from pathlib import Path

import pytest

from intake.books import Cell, table
from intake.conftest import DECLARED, Said
from intake.test_rows_of_others import SAYS, taken

ACROSS: list[list[Cell]] = [
    ["North Road, Q1 2024-25"],
    ["Site", "Apprenticeships", "Volunteers", "Local spend (£k)", "Postcode", "Total"],
    ["North Road", 1, 7, 1, "XX1 2YY", 9],
]
MEANT = {"measure__apprenticeships": "fw1", "measure__volunteers": "co1", "measure__local-spend": "le1"}


def test_measures_without_a_unit_beside_one_that_has_it_are_asked_about(
    bring: Said, data: Path, tmp_path: Path
) -> None:
    """Also where the figures of two coincide: trees are not pounds. A total and a postcode are no measures."""
    path = table(tmp_path / "across.xlsx", ACROSS)
    code, said = bring(path, "--yes", *DECLARED, **SAYS)
    assert code == 1
    assert 'Which measure is "Apprenticeships"?' in said
    assert 'Which measure is "Volunteers"?' in said
    assert "the same as" not in said
    assert 'Which measure is "Postcode"?' not in said
    assert 'Which measure is "Total"?' not in said
    code, said = bring(path, "--yes", "--learn", *DECLARED, **SAYS, **MEANT)
    assert code == 0, said
    assert taken(data) == [("fw1", "1"), ("co1", "7"), ("le1", "1000")]
    code, said = bring(path, "--yes", *DECLARED, **SAYS)
    assert "as before: not touched" in said or "Every return stands as the file has it" in said


@pytest.mark.parametrize(
    ("heading", "plan", "done"), [("Measure", "Target", "Actual"), ("Metric", "Baseline", "Achieved")]
)
def test_a_row_of_targets_below_measures_is_none_of_what_was_done(
    heading: str, plan: str, done: str, bring: Said, data: Path, tmp_path: Path
) -> None:
    """The column that names measures elsewhere says here which figures these are."""
    rows: list[list[Cell]] = [
        ["North Road, Q1 2024-25"],
        [heading, "Apprenticeship weeks (weeks)", "Spend with local firms (£)"],
        [plan, 30, 400],
        [done, 40, 500],
    ]
    _, said = bring(table(tmp_path / "t.xlsx", rows), "--yes", *DECLARED, **SAYS)
    assert taken(data) == [("fw1", "40"), ("le1", "500")], said


def test_a_total_says_that_it_repeats_the_figures_and_another_column_does_not(bring: Said, tmp_path: Path) -> None:
    """Numbers that coincide make no two columns the same."""
    rows: list[list[Cell]] = [["KPI", "Actual", "Total", "Batch"], ["fw1", 4, 4, 4]]
    _, said = bring(table(tmp_path / "same.xlsx", [["North Road, Q1 2024-25"], *rows]), "--dry-run", "--yes")
    assert said.count("left out: the same as Actual") == 1
