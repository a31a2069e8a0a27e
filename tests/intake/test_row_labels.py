"""Measures across the top, and a first column called KPI: each row is read by what it is, or asked about."""

from pathlib import Path

import pytest

from intake.books import Cell, table
from intake.conftest import DECLARED, Said
from intake.test_rows_of_others import HOME, SAYS, TITLE, taken

ACROSS: list[Cell] = ["Apprenticeship weeks (weeks)", "Spend with local firms (£)"]
MONTHS: list[list[Cell]] = [["Apr", 1, 100], ["May 2024", 2, 200], ["June (actual)", 1, 200], ["Q1", 4, 500]]


@pytest.mark.parametrize("heading", ["KPI", "Measure", "Metric", None, "Reported"])
def test_months_below_measures_are_periods(heading: str | None, bring: Said, data: Path, tmp_path: Path) -> None:
    """They never add up with their quarter in silence; what they are together is asked as of any months."""
    path = table(tmp_path / "t.xlsx", [TITLE, [heading, *ACROSS], *MONTHS])
    _, said = bring(path, "--yes", *DECLARED, **SAYS)
    assert "--answer months=" in said
    assert not (data / HOME).exists()
    _, said = bring(path, "--yes", *DECLARED, **SAYS, months="quarters")
    assert taken(data) == [("fw1", "4"), ("le1", "500")], said


def test_quarters_are_returns_and_plans_and_totals_are_none(bring: Said, data: Path, tmp_path: Path) -> None:
    """Also where a target names its quarter."""
    rows: list[list[Cell]] = [
        ["Q1", 4, 500],
        ["Q2", 5, 600],
        ["Target Q1", 9, 900],
        ["Total", 9, 1100],
        ["Target", 50, 5000],
    ]
    path = table(tmp_path / "t.xlsx", [["North Road, 2024-25"], ["KPI", *ACROSS], *rows])
    _, said = bring(path, "--yes", *DECLARED, **SAYS)
    assert taken(data) == [("fw1", "4"), ("le1", "500")], said
    assert taken(data, HOME.with_name("2024-q3")) == [("fw1", "5"), ("le1", "600")], said
    assert "row 5, 7: no figure of what was done" in said
    assert "row 6: a total of other rows" in said


def test_rows_that_name_projects_are_theirs(bring: Said, data: Path, tmp_path: Path) -> None:
    """A name that isn't known is asked about."""
    rows: list[list[Cell]] = [["Q1 2024-25"], ["KPI", *ACROSS], ["North Road", 4, 500], ["Elsewhere", 1, 100]]
    path = table(tmp_path / "t.xlsx", rows)
    _, said = bring(path, "--yes", *DECLARED, **SAYS)
    assert "--answer project:elsewhere=" in said
    _, said = bring(path, "--yes", *DECLARED, **SAYS, project__elsewhere="leave-out")
    assert taken(data) == [("fw1", "4"), ("le1", "500")], said


@pytest.mark.parametrize("heading", ["Measure", None])
def test_rows_that_name_firms_are_the_projects_of_the_title(
    heading: str | None, bring: Said, data: Path, tmp_path: Path
) -> None:
    """Also where a firm has a project that is called like it: that is asked, as the project of no row is guessed."""
    text = (data / "register/projects.csv").read_text()
    row = next(line for line in text.splitlines() if line.startswith("north-road,"))
    own = row.replace("north-road", "builders-own").replace("North Road (invented)", "Example Builder (invented)")
    (data / "register/projects.csv").write_text(f"{text.rstrip()}\n{own}\n")
    path = table(tmp_path / "t.xlsx", [TITLE, [heading, *ACROSS], ["Example Builder (invented)", 4, 500]])
    says = {key: value for key, value in SAYS.items() if key not in ("mapping", "organisation")}
    _, said = bring(path, "--yes", *DECLARED, **says)
    assert "Are your headings to be read like this?" in said
    assert not (data / "returns/road-fund/builders-own").exists()
    _, said = bring(path, "--yes", *DECLARED, **says, mapping="yes")
    assert taken(data) == [("fw1", "4"), ("le1", "500")], said
    assert not (data / "returns/road-fund/builders-own").exists()


def test_a_name_that_is_only_like_a_projects_is_asked_about(bring: Said, data: Path, tmp_path: Path) -> None:
    """Nothing becomes another project's by a guess."""
    rows: list[list[Cell]] = [["Q1 2024-25"], ["Project", *ACROSS], ["North Rod", 4, 500]]
    _, said = bring(table(tmp_path / "t.xlsx", rows), "--yes", *DECLARED, **SAYS)
    assert "--answer project:north-rod=" in said
    assert not (data / HOME).exists()


@pytest.mark.parametrize(
    ("label", "answer", "written"),
    [
        ("Last quarter", "none", ["4"]),
        ("Last quarter", "all", ["4", "7"]),
        ("Q1 total", "none", ["4"]),
        ("Second site", "all", ["4", "7"]),
    ],
)
def test_what_no_row_says_clearly_is_asked(
    label: str, answer: str, written: list[str], bring: Said, data: Path, tmp_path: Path
) -> None:
    """And nothing is written before."""
    path = table(tmp_path / "t.xlsx", [TITLE, ["KPI", *ACROSS], ["Actual", 4, 500], [label, 7, 700]])
    _, said = bring(path, "--yes", *DECLARED, **SAYS)
    assert f"names no measure: it says “{label}”. Which rows are this return’s?" in said
    assert not (data / HOME).exists()
    _, said = bring(path, "--yes", *DECLARED, **SAYS, labels__master=answer)
    assert [quantity for measure, quantity in taken(data) if measure == "fw1"] == written, said


@pytest.mark.parametrize(
    ("label", "key"),
    [
        ("YTD", "ytd"),
        ("Actual (YTD)", "actual-ytd"),
        ("% achieved", "percent-achieved"),
        ("Actual %", "actual-percent"),
        ("Actual (revised)", "actual-revised"),
        ("Agreed", "agreed"),
        ("Achieved", "achieved"),
    ],
)
def test_two_rows_of_what_was_done_are_asked_about(
    label: str, key: str, bring: Said, data: Path, tmp_path: Path
) -> None:
    """One of them may stand for the other, or be a part of it: they never add up in silence."""
    path = table(tmp_path / "t.xlsx", [TITLE, ["KPI", *ACROSS], ["Actual", 4, 500], [label, 7, 700]])
    _, said = bring(path, "--yes", *DECLARED, **SAYS)
    assert f"names no measure: it says “Actual”, “{label}”. Which rows are this return’s?" in said
    assert f"says-{key} " in said
    assert not (data / HOME).exists()
    _, said = bring(path, "--yes", *DECLARED, **SAYS, labels__master="says-actual")
    assert taken(data) == [("fw1", "4"), ("le1", "500")], said


@pytest.mark.parametrize("label", ["Achieved %", "Actual (agreed)", "Achieved last year"])
def test_a_row_alone_that_may_be_of_other_figures_is_asked_about(label: str, bring: Said, tmp_path: Path) -> None:
    """It is not plainly what was done."""
    path = table(tmp_path / "t.xlsx", [TITLE, ["KPI", *ACROSS], ["Target", 4, 500], [label, 7, 700]])
    _, said = bring(path, "--yes", *DECLARED, **SAYS)
    assert f"names no measure: it says “{label}”. Which rows are this return’s?" in said


def test_what_was_done_on_other_days_is_no_second_row(bring: Said, data: Path, tmp_path: Path) -> None:
    """A column or a row above says which days."""
    rows: list[list[Cell]] = [["Q1", "Actual", 4, 500], [None, "Target", 9, 900], ["Q2", "Actual", 5, 600]]
    path = table(tmp_path / "t.xlsx", [["North Road, 2024-25"], ["Period", "KPI", *ACROSS], *rows])
    _, said = bring(path, "--yes", *DECLARED, **SAYS, blanks__period="yes")
    assert taken(data) == [("fw1", "4"), ("le1", "500")], said
    assert taken(data, HOME.with_name("2024-q3")) == [("fw1", "5"), ("le1", "600")], said


@pytest.mark.parametrize("plan", ["Target", "Baseline"])
def test_a_table_with_labels_is_found_whatever_its_measures_are_called(plan: str, bring: Said, tmp_path: Path) -> None:
    """Its headings are asked about like the words for a measure in a row; a row of figures is no row of headings."""
    path = table(
        tmp_path / "t.xlsx", [TITLE, ["KPI", "Trees set", "Money out"], [plan, 10, 100], ["Achieved", 20, 300]]
    )
    _, said = bring(path, "--yes", *DECLARED, **SAYS)
    assert 'Which measure is "Trees set"?' in said
    assert 'Which measure is "Money out"?' in said


def test_measures_in_rows_stay_measures(bring: Said, data: Path, tmp_path: Path) -> None:
    """A column that names measures is one, whatever stands beside it."""
    rows: list[list[Cell]] = [TITLE, ["KPI", "Actual"], ["fw1", 4], ["Total", 4]]
    _, said = bring(table(tmp_path / "t.xlsx", rows), "--yes", *DECLARED, **SAYS)
    assert taken(data) == [("fw1", "4")], said
