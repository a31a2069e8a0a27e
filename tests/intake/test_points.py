"""A dot that may part thousands is asked about once for a file."""

from pathlib import Path

import pytest

from intake.books import Cell, table
from intake.conftest import DECLARED, Said, lines_of

SAYS = {"organisation": "example-builder", "tier": "main contractor", "status": "self-reported", "mapping": "yes"}
HOME = Path("returns/road-fund/north-road/2024-q2")
TITLE: list[Cell] = ["North Road, Q1 2024-25"]


@pytest.mark.parametrize(
    ("answer", "expected"),
    [("", []), ("thousands", ["1200", "12000"]), ("decimals", ["1.2", "12"])],
)
def test_pounds_with_three_decimals_are_asked_about(
    answer: str, expected: list[str], bring: Said, data: Path, tmp_path: Path
) -> None:
    """Once, whatever another of the column says."""
    rows = [["le1", "1.200"], ["le1", "12.000"]]
    path = table(tmp_path / "t.xlsx", [TITLE, ["KPI", "Actual"], *rows, ["fw1", "1.5"]])
    _, said = bring(path, "--yes", *DECLARED, **SAYS, **({"points": answer} if answer else {}))
    if answer:
        assert [row["quantity"] for row in lines_of(data / HOME) if row["measure"] == "le1"] == expected, said
    else:
        assert said.count('"1.200" in Master!B3: is its dot a decimal point?') == 1
        assert "between thousands: 1200" in said


@pytest.mark.parametrize(
    ("texts", "asks"),
    [(["1.200,50"], True), (["1,200.50", "12.00", "1200.500", "0.500", "1.2000"], False)],
    ids=["continental", "ours"],
)
def test_a_dot_for_thousands_makes_others_unclear(texts: list[str], asks: bool, bring: Said, tmp_path: Path) -> None:
    """Also where they are no pounds. Numbers as we write them, and decimals that are no three, decide nothing."""
    rows: list[list[Cell]] = [["le1", text] for text in texts]
    path = table(tmp_path / "t.xlsx", [TITLE, ["KPI", "Actual"], *rows, ["fw1", "1.200"]])
    _, said = bring(path, "--yes", "--dry-run", *DECLARED, **SAYS)
    assert ("is its dot a decimal point?" in said) == asks, said
