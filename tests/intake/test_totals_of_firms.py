"""A total or a target that stands where rows name who did it: its rows can be left out by an answer. Invented."""

from pathlib import Path

from intake.books import Cell, table
from intake.conftest import DECLARED, Said
from intake.test_rows_of_others import SAYS, taken

BY_FIRM: list[list[Cell]] = [
    ["North Road, Q1 2024-25"],
    ["KPI", "Company", "Actual"],
    ["fw1", "Example Builder (invented)", 4],
    ["fw1", "Conlon group", 9],
]


def test_the_rows_of_a_firm_that_is_none_can_be_left_out(bring: Said, data: Path, tmp_path: Path) -> None:
    """With the cell emptied its figure would count once more."""
    path = table(tmp_path / "firms.xlsx", BY_FIRM)
    code, said = bring(path, "--yes", *DECLARED, **SAYS)
    assert code == 1
    assert 'Which organisation is "Conlon group"?' in said
    assert "leave the rows out" in said.partition('"Conlon group"?')[2]
    code, said = bring(path, "--yes", "--answer", "organisation:conlon-group=leave-out", *DECLARED, **SAYS)
    assert code == 0, said
    assert taken(data) == [("fw1", "4")]
