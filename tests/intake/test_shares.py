"""0.6 in a measure of percent is asked about once: a share of one, or less than one percent."""

from pathlib import Path

import pytest

from intake.books import Cell, table
from intake.conftest import DECLARED, Said
from intake.test_rows_of_others import HOME, SAYS, TITLE, taken

ROWS: list[list[Cell]] = [["KPI", "Area", "Actual"], ["le2", "Northtown", 0.6], ["le2", "Southtown", 0.305]]
ASKED = "is 0.6. le2 (Share of spend that is local) is counted in percent. Which is meant?"


@pytest.mark.parametrize(("answer", "written"), [("share", ["60", "30.5"]), ("right", ["0.6", "0.305"])])
@pytest.mark.parametrize("unit", [None, "%"])
def test_a_figure_below_one_is_asked_about_once(
    unit: str | None, answer: str, written: list[str], bring: Said, data: Path, tmp_path: Path
) -> None:
    """Also where % stands beside it; figures of percent that are larger stay as they are."""
    rows = [TITLE, *([*row, "Unit" if row is ROWS[0] else unit] for row in [*ROWS, ["le2", None, 45]])]
    path = table(tmp_path / "t.xlsx", rows)
    _, said = bring(path, "--yes", *DECLARED, **SAYS, blanks__area="no")
    assert said.count(ASKED) == 1
    assert "1 question stands open" in said
    assert not (data / HOME).exists()
    _, said = bring(path, "--yes", *DECLARED, **SAYS, blanks__area="no", shares=answer)
    assert [quantity for _, quantity in taken(data)] == [*written, "45"], said


@pytest.mark.parametrize("figure", ["0.6%", "0.6 per cent", 0, 45, 1.5])
def test_what_says_percent_or_is_more_than_one_asks_nothing(figure: Cell, bring: Said, tmp_path: Path) -> None:
    """Nor does none."""
    path = table(tmp_path / "t.xlsx", [TITLE, ["KPI", "Actual"], ["le2", figure]])
    _, said = bring(path, "--yes", *DECLARED, **SAYS)
    assert "--answer shares" not in said
