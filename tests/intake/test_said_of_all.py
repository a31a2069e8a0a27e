"""What is said once of all figures, above or below them or in the sheet’s name, is asked about, never passed over."""

from pathlib import Path

import pytest

from intake.books import Cell, table
from intake.conftest import DECLARED, Said
from intake.test_rows_of_others import HOME, SAYS, TITLE, taken

ROWS: list[list[Cell]] = [["KPI", "Quantity"], ["fw1", 4], ["co1", 40]]
TARGETS, OTHERS, UNITS = (f"--answer {kind}:" for kind in ("done", "alone", "units"))
TOTALS = "--answer running-totals="


@pytest.mark.parametrize(
    ("above", "below", "sheet", "asked"),
    [
        ("All figures are cumulative since start on site", "", "S", TOTALS),
        ("Cumulative figures", "", "S", TOTALS),
        ("", "All figures are cumulative since start on site", "S", TOTALS),
        ("Totals since the start of the contract", "", "S", TOTALS),
        ("", "", "YTD", TOTALS),
        ("Targets", "", "S", TARGETS),
        ("Social value targets", "", "S", TARGETS),
        ("EXAMPLE - figures are targets, not yet delivered", "", "S", TARGETS),
        ("", "", "Forecast", TARGETS),
        ("", "* all figures are planned", "S", TARGETS),
        ("", "Note: figures include Q4", "S", OTHERS),
        ("Including the previous quarter", "", "S", OTHERS),
        ("", "Figures in days not hours", "S", UNITS),
        ("All volunteering is in days", "", "S", UNITS),
    ],
)
def test_it_is_asked_about(
    above: str, below: str, sheet: str, asked: str, bring: Said, data: Path, tmp_path: Path
) -> None:
    """Wherever it stands; nothing is written before, and nothing where they are not what was done in the period."""
    rows = [TITLE, *([[above]] if above else []), *ROWS, *([[], [below]] if below else [])]
    path = table(tmp_path / "t.xlsx", rows, sheet)
    code, said = bring(path, "--yes", *DECLARED, **SAYS)
    assert code == 1
    assert asked in said
    assert "1 question stands open" in said
    assert not (data / HOME).exists()
    key = asked.removeprefix("--answer ").rstrip("=:")
    key = key if asked == TOTALS else f"{key}:{sheet.casefold()}"
    _, said = bring(path, "--yes", *DECLARED, **SAYS, **{key: "no" if asked == TOTALS else "yes"})
    assert taken(data) == [("fw1", "4"), ("co1", "40")], said


def test_a_sheet_that_is_none_of_the_return_is_left_out(bring: Said, data: Path, tmp_path: Path) -> None:
    """By the answer, and it is listed."""
    path = table(tmp_path / "t.xlsx", [TITLE, *ROWS], "Targets")
    code, said = bring(path, "--yes", *DECLARED, **SAYS, done__targets="leave-out")
    assert code != 0
    assert "Targets: left out by an answer" in said
    assert not (data / HOME).exists()


@pytest.mark.parametrize(
    ("period", "asked"),
    [("Q1 2024-25 YTD", TOTALS), ("Q1 2024-25 to date", TOTALS), ("Q1 2024-25 Forecast", TARGETS), ("Q1 2024-25", "")],
)
@pytest.mark.parametrize("column", [True, False])
def test_a_period_that_says_more_is_asked_about(
    period: str, asked: str, column: bool, bring: Said, data: Path, tmp_path: Path
) -> None:
    """In a cell above the table, and in a column of periods."""
    rows: list[list[Cell]] = [["North Road"], [period], *ROWS]
    if column:
        rows = [["North Road"], ["KPI", "Period", "Quantity"], ["fw1", period, 4], ["co1", period, 40]]
    _, said = bring(table(tmp_path / "t.xlsx", rows), "--yes", *DECLARED, **SAYS)
    assert asked in said
    assert (data / HOME).exists() == (not asked)


@pytest.mark.parametrize(
    ("rows", "below"),
    [
        ([["Targets and actuals"], *ROWS], ""),
        ([["Social value plan"], ["KPI", "Delivered"], ["fw1", 4], ["co1", 40]], ""),
        ([["Working with the county since then"], *ROWS], ""),
        ([[None, "Target", "Done"], ["KPI", "Q1 2024-25", "Quantity"], ["fw1", 9, 4], ["co1", 90, 40]], ""),
        (ROWS, "Signed by the manager, in person"),
        (ROWS, "Volunteers target schools in need"),
    ],
)
def test_words_like_these_of_other_things_ask_nothing(
    rows: list[list[Cell]], below: str, bring: Said, data: Path, tmp_path: Path
) -> None:
    """Targets beside what was done, a plan above a column of what was delivered, a note about a row."""
    path = table(tmp_path / "t.xlsx", [TITLE, *rows, *([[], [below]] if below else [])])
    _, said = bring(path, "--yes", *DECLARED, **SAYS)
    assert not [key for key in (TARGETS, OTHERS, UNITS, TOTALS) if key in said], said
    assert taken(data) == [("fw1", "4"), ("co1", "40")], said
