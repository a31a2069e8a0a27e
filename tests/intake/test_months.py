"""Figures by month are never monthly returns in silence: they stand alone, or add up to a quarter or a year."""

from pathlib import Path

import pytest

from intake.books import Cell, table
from intake.conftest import DECLARED, Said, lines_of

SAYS = {"status": "self-reported", "organisation": "example-builder", "tier": "main contractor", "mapping": "yes"}
HOME = Path("returns/road-fund/north-road")
MONTHS: list[Cell] = ["KPI", "Unit", "Apr-24", "May-24", "Jun-24"]


def tracker(path: Path, *rows: list[Cell], headings: list[Cell] = MONTHS) -> Path:
    """Measures down, months across."""
    return table(path, [["North Road"], headings, *rows])


def returns(data: Path) -> list[str]:
    """The folders of the project's returns of these months."""
    return sorted(
        path.name for path in (data / HOME).iterdir() if path.name.startswith(("2024-04", "2024-q2", "2024-25"))
    )


def test_months_are_asked_about_once(bring: Said, data: Path, tmp_path: Path) -> None:
    """Also with --yes, and nothing is written before."""
    path = tracker(tmp_path / "t.xlsx", ["Apprenticeship weeks", "weeks", 4, 4, 5], ["Local spend", "£k", 1, 2, 3])
    code, said = bring(path, "--yes", *DECLARED, **SAYS)
    assert code == 1
    assert said.count("The figures are by month, from April 2024 to June 2024. What is a return?") == 1
    assert "they add up to 1 April to 30 June 2024 (3 of its 3 months)" in said
    assert returns(data) == []


def test_months_add_up_to_their_quarter_cell_by_cell(bring: Said, data: Path, tmp_path: Path) -> None:
    """A month without a figure adds nothing, and it says how many months are in it."""
    path = tracker(
        tmp_path / "t.xlsx", ["Apprenticeship weeks", "weeks", 4, 4.5, 5], ["Local spend", "£k", 1, "TBC", 3]
    )
    _, said = bring(
        path, "--yes", *DECLARED, "--show", "changes", **SAYS, months="quarters", measure__local_spend="le1"
    )
    assert returns(data) == ["2024-q2"], said
    weeks, spend = lines_of(data / HOME / "2024-q2")
    assert (weeks["quantity"], weeks["derivation"]) == ("13.5", "April 2024: 4; May 2024: 4.5; June 2024: 5.")
    assert spend["quantity"] == "4000"
    assert "4 + 4.5 + 5: 3 of 3 months" in said
    assert "1000 + 3000: 2 of 3 months" in said


def test_months_of_two_years_are_two_returns(bring: Said, data: Path, tmp_path: Path) -> None:
    """A financial year ends with March."""
    headings: list[Cell] = ["KPI", "Unit", "Mar-24", "Apr-24", "May-24"]
    path = tracker(tmp_path / "t.xlsx", ["Apprenticeship weeks", "weeks", 1, 2, 4], headings=headings)
    _, said = bring(path, "--yes", *DECLARED, **SAYS, months="financial-years")
    assert lines_of(data / HOME / "2024-25")[0]["quantity"] == "6", said
    assert lines_of(data / HOME / "2023-24")[0]["quantity"] == "1"


def test_a_count_at_one_time_is_not_added_up(bring: Said, data: Path, tmp_path: Path) -> None:
    """Its last month is asked about."""
    measures = data / "frameworks/example-open/measures.csv"
    measures.write_text(measures.read_text().replace(",flow,", ",stock,"))
    path = tracker(tmp_path / "t.xlsx", ["Apprenticeship weeks", "weeks", 4, 4, 5])
    _, said = bring(path, "--yes", *DECLARED, **SAYS, months="quarters")
    assert "can’t be added up over time. Is the figure of 1 April to 30 June 2024 that of June 2024, 5?" in said
    _, said = bring(path, "--yes", *DECLARED, **SAYS, months="quarters", **{"last-month:fw1": "last"})
    assert lines_of(data / HOME / "2024-q2")[0]["quantity"] == "5", said


@pytest.mark.parametrize(("total", "answer", "taken"), [(13, "", "13"), (14, "total", "14"), (14, "months", "13")])
def test_a_total_beside_its_months_is_taken_once(
    total: int, answer: str, taken: str, bring: Said, data: Path, tmp_path: Path
) -> None:
    """Where the two differ it is asked which is meant."""
    path = tracker(tmp_path / "t.xlsx", ["fw1", "weeks", 4, 4, 5, total], headings=[*MONTHS, "Q1 2024-25"])
    more = {"total:master-f3": answer} if answer else {}
    _, said = bring(path, "--yes", *DECLARED, **SAYS, months="quarters", **more)
    assert [row["quantity"] for row in lines_of(data / HOME / "2024-q2")] == [taken], said


def test_a_project_that_reports_by_month_goes_on(bring: Said, data: Path, tmp_path: Path) -> None:
    """What the register says is certain, and is told. One month is no question."""
    header = "project,every,first,last,within_days,source,note"
    (data / "register/reporting.csv").write_text(f"{header}\nnorth-road,month,2024-04-01,,30,example-page,\n")
    path = tracker(tmp_path / "t.xlsx", ["Apprenticeship weeks", "weeks", 4, 4, 5])
    _, said = bring(path, "--yes", "--dry-run", *DECLARED, **SAYS)
    assert "each stands alone: 3 returns" in said
    assert "--answer months=… says otherwise" in said
    one = tracker(tmp_path / "o.xlsx", ["Apprenticeship weeks", "weeks", 4], headings=MONTHS[:3])
    (data / "register/reporting.csv").write_text(f"{header}\n")
    _, said = bring(one, "--yes", "--dry-run", *DECLARED, **SAYS)
    assert "The figures are by month" not in said
