"""Thousands of names that nobody knows are some questions, and one about all others like them."""

import time
from pathlib import Path

import pytest

from intake.books import Cell, table
from intake.conftest import DECLARED, Said
from intake.test_rows_of_others import HOME, SAYS, TITLE, taken
from socialvalue.intake.questions import MOST_OF_A_KIND

KINDS = ("measure", "area", "organisation", "project", "quantity")
HEADINGS = {"measure": "KPI", "area": "Area", "organisation": "Company", "project": "Project", "quantity": "Actual"}
KNOWN: dict[str, Cell] = {"measure": "fw1", "area": "Northtown", "organisation": "example-builder", "quantity": 4}


def many(path: Path, kind: str, count: int) -> Path:
    """A known row, and so many rows with one cell that is none."""
    known = {name: KNOWN.get(name, "North Road") for name in KINDS}
    rows = [list(known.values()), *([*{**known, kind: f"green school {at} x {at}"}.values()] for at in range(count))]
    return table(path, [TITLE, list(HEADINGS.values()), *rows])


@pytest.mark.parametrize("kind", KINDS)
def test_all_others_are_one_question(kind: str, bring: Said, data: Path, tmp_path: Path) -> None:
    """Whatever the names are of."""
    path = many(tmp_path / "t.xlsx", kind, MOST_OF_A_KIND + 60)
    _, said = bring(path, "--yes", *DECLARED, **SAYS)
    assert f"{MOST_OF_A_KIND + 1} questions stand open" in said
    assert f"--answer others-{kind}=" in said
    assert "(60 cells)" in said


def test_all_others_may_be_left_out_or_asked_about(bring: Said, data: Path, tmp_path: Path) -> None:
    """Each question that was answered makes room for none of them."""
    path = many(tmp_path / "t.xlsx", "measure", MOST_OF_A_KIND + 5)
    _, said = bring(path, "--yes", *DECLARED, **SAYS, **{"others-measure": "each"})
    assert f"{MOST_OF_A_KIND + 5} questions stand open" in said
    named = {f"measure:green-school-{at}-x-{at}": "leave-out" for at in range(MOST_OF_A_KIND)}
    _, said = bring(path, "--yes", *DECLARED, **SAYS, **named)
    assert "5 questions stand open" in said
    assert "--answer others-measure=" not in said


def test_twenty_thousand_names_take_seconds(bring: Said, data: Path, tmp_path: Path) -> None:
    """None of those that are not asked about is compared with every measure."""
    path = many(tmp_path / "t.xlsx", "measure", 20_000)
    begun = time.process_time()
    _, said = bring(path, "--yes", *DECLARED, **SAYS)
    assert time.process_time() - begun < 10
    assert f"{MOST_OF_A_KIND + 1} questions stand open" in said
    assert not (data / HOME).exists()
    named = {f"measure:green-school-{at}-x-{at}": "leave-out" for at in range(MOST_OF_A_KIND)}
    path = many(tmp_path / "t.xlsx", "measure", MOST_OF_A_KIND)
    _, said = bring(path, "--yes", *DECLARED, **SAYS, **named)
    assert taken(data) == [("fw1", "4")], said
