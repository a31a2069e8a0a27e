"""A log: a row for each day that something was done, also before and after the return's days, and what is planned."""

from datetime import date
from pathlib import Path

import pytest

from intake.books import Cell, table
from intake.conftest import DECLARED, Said, lines_of

SAYS = {
    "organisation": "example-builder",
    "tier": "main contractor",
    "mapping": "yes",
    "status__complete": "self-reported",
}
HEAD = "North Road, 1 April to 30 June 2024"
ROWS: list[list[Cell | date]] = [
    [HEAD],
    ["Date", "Measure", "Actual", "Status"],
    [date(2024, 4, 3), "fw1", 12, "Complete"],
    ["30/06/2024", "fw1", 15, "Complete"],
    ["31/03/2024", "fw1", 6, "Complete"],
    ["20/06/2024", "fw1", 50, "Planned"],
    ["20/07/2024", "fw1", 60, "Planned"],
]


@pytest.mark.parametrize(
    ("answer", "taken"),
    [
        ("", {}),
        ("leave-out", {"2024-q2": ["12", "15"]}),
        ("own-period", {"2024-q1": ["6"], "2024-q2": ["12", "15"]}),
        ("this-return", {"2024-q2": ["12", "15", "6"]}),
    ],
)
def test_rows_dated_outside_the_period_are_asked_about(
    answer: str, taken: dict[str, list[str]], bring: Said, data: Path, tmp_path: Path
) -> None:
    """The last day of the period is inside it. What is planned is left out, and both are listed."""
    given = {**SAYS, **({"outside__master": answer} if answer else {})}
    code, said = bring(table(tmp_path / "log.xlsx", ROWS), "--yes", "--answer", "write-errors=yes", *DECLARED, **given)
    home = data / "returns/road-fund/north-road"
    if not answer:
        assert code == 1
        assert "Master has rows outside 1 April to 30 June 2024, first 31/03/2024 in A5." in said
        return
    for period, quantities in taken.items():
        assert [row["quantity"] for row in lines_of(home / period)] == quantities, said
    assert "day of the row" in said
    assert "row 6" in said


def test_a_date_beside_documents_is_theirs(bring: Said, data: Path, tmp_path: Path) -> None:
    """A ledger may be printed after the period: nothing is asked about it."""
    rows: list[list[Cell | date]] = [
        [HEAD], ["KPI", "Actual", "Evidence", "Date"], ["fw1", 30, "Apprentice log", "22/07/2024"],
    ]  # fmt: skip
    code, said = bring(table(tmp_path / "r.xlsx", rows), "--yes", *DECLARED, **{**SAYS, "status": "by-document"})
    assert code == 0, said
    assert lines_of(data / "returns/road-fund/north-road/2024-q2", "evidence")[0]["dated"] == "2024-07-22"


def test_a_date_of_documents_without_one_is_listed(bring: Said, tmp_path: Path) -> None:
    """It is left out, and the table of headings says so."""
    rows: list[list[Cell | date]] = [[HEAD], ["KPI", "Actual", "Evidence date"], ["fw1", 30, "22/07/2024"]]
    _, said = bring(table(tmp_path / "r.xlsx", rows), "--yes", "--dry-run", **{**SAYS, "status": "self-reported"})
    assert "no document" in said
