"""What is said once of all figures, above or below them or in the sheet’s name, is asked about, never passed over."""

from pathlib import Path

import pytest

from intake.books import Cell, table
from intake.conftest import DECLARED, Said
from intake.test_rows_of_others import HOME, SAYS, TITLE, taken
from said_of_all import NOT_SAID, ROWS, SAID_OF_ALL

TARGETS, OTHERS, UNITS = (f"--answer {kind}:" for kind in ("done", "alone", "units"))
TOTALS = "--answer running-totals="


@pytest.mark.parametrize(("above", "below", "sheet", "kind"), SAID_OF_ALL)
def test_it_is_asked_about(
    above: str, below: str, sheet: str, kind: str, bring: Said, data: Path, tmp_path: Path
) -> None:
    """Wherever it stands; nothing is written before, and nothing where they are not what was done in the period."""
    asked = TOTALS if kind == "totals" else f"--answer {kind}:"
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


@pytest.mark.parametrize(("rows", "below"), NOT_SAID)
def test_words_like_these_of_other_things_ask_nothing(
    rows: list[list[Cell]], below: str, bring: Said, data: Path, tmp_path: Path
) -> None:
    """Targets beside what was done, a plan above a column of what was delivered, a note about a row."""
    path = table(tmp_path / "t.xlsx", [TITLE, *rows, *([[], [below]] if below else [])])
    _, said = bring(path, "--yes", *DECLARED, **SAYS)
    assert not [key for key in (TARGETS, OTHERS, UNITS, TOTALS) if key in said], said
    assert taken(data) == [("fw1", "4"), ("co1", "40")], said
