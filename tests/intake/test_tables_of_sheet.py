"""Tables one below the other, each with headings of its own: none of their figures is a title, or a row of another."""

from pathlib import Path

import pytest

from intake.books import Cell, table
from intake.conftest import DECLARED, Said
from intake.test_rows_of_others import HOME, SAYS, TITLE, taken

WEEKS: list[list[Cell]] = [["Measure", "Apprenticeship weeks (weeks)"], ["Achieved", 4]]
SPEND: list[list[Cell]] = [["Measure", "Spend with local firms (£)"], ["Achieved", 500]]
DOWN: list[list[Cell]] = [["KPI", "Quantity"], ["co1", 7]]
MANY: list[list[Cell]] = [["KPI", "Quantity"], *([f"Row {at}", None] for at in range(30)), ["co1", 7]]
BOTH = [("fw1", "4"), ("le1", "500")]


@pytest.mark.parametrize(
    ("upper", "lower", "written"),
    [
        (WEEKS, SPEND, BOTH),
        (SPEND, WEEKS, BOTH[::-1]),
        (WEEKS, DOWN, [BOTH[0], ("co1", "7")]),
        (DOWN, WEEKS, [("co1", "7"), BOTH[0]]),
        (MANY, WEEKS, [("co1", "7"), BOTH[0]]),
    ],
)
@pytest.mark.parametrize("between", [[], [[]], [[], ["Community"]]])
def test_each_table_is_read_or_asked_about(
    upper: list[list[Cell]],
    lower: list[list[Cell]],
    written: list[tuple[str, str]],
    between: list[list[Cell]],
    bring: Said,
    data: Path,
    tmp_path: Path,
) -> None:
    """Whichever of them names more of its columns, and however far down the second one stands."""
    path = table(tmp_path / "t.xlsx", [TITLE, *upper, *between, *lower])
    _, said = bring(path, "--yes", *DECLARED, **SAYS)
    assert "In Master, 2 tables stand one below the other" in said
    assert not (data / HOME).exists()
    _, said = bring(path, "--yes", *DECLARED, **SAYS, tables__master="all")
    assert taken(data) == written, said


def test_one_of_them_may_be_meant(bring: Said, data: Path, tmp_path: Path) -> None:
    """The others are left out."""
    path = table(tmp_path / "t.xlsx", [TITLE, *WEEKS, *SPEND])
    _, said = bring(path, "--yes", *DECLARED, **SAYS, tables__master="from-row-4")
    assert taken(data) == BOTH[1:], said


def test_each_table_has_questions_of_its_own(bring: Said, data: Path, tmp_path: Path) -> None:
    """What a row of one says is no answer for the other."""
    upper: list[list[Cell]] = [*WEEKS, ["Last quarter", 9]]
    path = table(tmp_path / "t.xlsx", [TITLE, *upper, *SPEND, ["Other site", 900]])
    answers = {**SAYS, "tables__master": "all", "labels__master": "none"}
    _, said = bring(path, "--yes", *DECLARED, **answers)
    assert "--answer labels:master-row-" in said
    keys = [line.split()[-1].removesuffix("=…") for line in said.splitlines() if "--answer labels:" in line]
    _, said = bring(path, "--yes", *DECLARED, **answers, **{key.replace(":", "__"): "none" for key in keys})
    assert taken(data) == BOTH, said


@pytest.mark.parametrize("above", [["Contract sum", 1200000], ["Return", 3, "Version", 2]])
def test_titles_stay_titles(above: list[Cell], bring: Said, data: Path, tmp_path: Path) -> None:
    """A number beside its name above the headings is no table."""
    _, said = bring(table(tmp_path / "t.xlsx", [TITLE, above, [], *DOWN]), "--yes", *DECLARED, **SAYS)
    assert "stand one below the other" not in said
    assert taken(data) == [("co1", "7")], said


@pytest.mark.parametrize("answer", ["", "yes", "leave-out"])
def test_figures_of_measures_above_the_headings_are_asked_about(
    answer: str, bring: Said, data: Path, tmp_path: Path
) -> None:
    """They are no titles."""
    path = table(tmp_path / "t.xlsx", [TITLE, ["fw1", 4], *DOWN])
    _, said = bring(path, "--yes", *DECLARED, **SAYS, **({"above__master": answer} if answer else {}))
    if answer == "leave-out":
        assert taken(data) == [("co1", "7")], said
        return
    assert ("fw1 4 in row 2. Are they this return’s?" in said) == (not answer)
    assert ("Put the figures below the headings" in said) == (answer == "yes")
    assert not (data / HOME).exists()
