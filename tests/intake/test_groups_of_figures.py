"""Actual of this quarter beside Actual of the contract: never added up unasked. Invented."""

from pathlib import Path

import pytest
import xlsxwriter

from intake.books import Cell, table
from intake.conftest import DECLARED, Said
from intake.test_rows_of_others import SAYS, taken


def grouped(path: Path, first: str, second: str) -> Path:
    """Two merged headings, each over Target and Actual."""
    book = xlsxwriter.Workbook(path)
    sheet = book.add_worksheet("KPIs")
    sheet.write("A1", "North Road, Q1 2024-25")
    sheet.merge_range("C2:D2", first)
    sheet.merge_range("E2:F2", second)
    sheet.write_row("A3", ["KPI", "Unit", "Target", "Actual", "Target", "Actual"])
    sheet.write_row("A4", ["fw1", "weeks", 50, 40, 90, 45])
    book.close()
    return path


@pytest.mark.parametrize("second", ["Contract total", "Lifetime", "Next quarter", "Total"])
def test_a_group_without_a_period_is_asked_about(second: str, bring: Said, data: Path, tmp_path: Path) -> None:
    """85 weeks were never done in a quarter that had 40."""
    path = grouped(tmp_path / "g.xlsx", "Q1 2024-25", second)
    code, said = bring(path, "--yes", *DECLARED, **SAYS)
    assert code == 1
    assert f'"Q1 2024-25 / Actual" and "{second} / Actual" have figures' in said
    code, said = bring(path, "--yes", *DECLARED, **SAYS, groups__kpis="d")
    assert code == 0, said
    assert taken(data) == [("fw1", "40")]


def test_a_heading_with_its_quarter_beside_one_without_is_asked_about(bring: Said, data: Path, tmp_path: Path) -> None:
    """The second may be of any days."""
    rows: list[list[Cell]] = [["North Road, Q1 2024-25"], ["KPI", "Q1 2024-25 Actual", "Actual"], ["fw1", 40, 45]]
    path = table(tmp_path / "t.xlsx", rows)
    code, said = bring(path, "--yes", *DECLARED, **SAYS)
    assert code == 1
    assert "have figures" in said
    assert not (data / "returns/road-fund/north-road/2024-q2").exists()
