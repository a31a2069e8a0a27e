"""Number beside Hours: a figure in another unit than its measure's never becomes it in silence."""

from pathlib import Path

import pytest

from intake.books import Cell, table
from intake.conftest import DECLARED, Said
from intake.test_rows_of_others import HOME, SAYS, TITLE, taken

NUMBER_AND_HOURS: list[list[Cell]] = [
    ["KPI", "Number", "Hours", "£ value"],
    ["co1", 4, 40, 753],
    ["fw1", 2, None, None],
    ["le1", None, None, 500],
]
SESSIONS: list[list[Cell]] = [
    ["Activity", "Number of sessions", "Hours per session", "Total hours"],
    ["Volunteering", 4, 10, 40],
]
WORTH: list[list[Cell]] = [["KPI", "Amount", "Hours", "Value of hours"], ["co1", 4, 10, 188]]
VALUE: list[list[Cell]] = [["KPI", "Quantity", "Value"], ["co1", 40, 753], ["le1", None, 500]]
TOTAL: list[list[Cell]] = [["KPI", "Quantity", "Rate", "Total"], ["le1", 3, 1000, 3000]]
UNKNOWN: list[list[Cell]] = [
    ["KPI", "Quantity", "Hours per session", "Lump"],
    ["co1", 40, 4, None],
    ["le1", None, None, 500],
]


@pytest.mark.parametrize(
    ("rows", "answer", "written"),
    [
        (NUMBER_AND_HOURS, "by-unit", [("co1", "40"), ("fw1", "2"), ("le1", "500")]),
        (NUMBER_AND_HOURS, "B", [("co1", "4"), ("fw1", "2")]),
        (NUMBER_AND_HOURS, "C", [("co1", "40")]),
        (SESSIONS, "D", [("co1", "40")]),
        (SESSIONS, "by-unit", [("co1", "40")]),
        (WORTH, "by-unit", [("co1", "10")]),
        (VALUE, "by-unit", [("co1", "40"), ("le1", "500")]),
        (VALUE, "B", [("co1", "40")]),
        (TOTAL, "D", [("le1", "3000")]),
        (UNKNOWN, "B", [("co1", "40")]),
    ],
)
def test_which_column_is_meant_is_asked(
    rows: list[list[Cell]], answer: str, written: list[tuple[str, str]], bring: Said, data: Path, tmp_path: Path
) -> None:
    """Each row may have its own; a row without a figure in the others is not called empty twice."""
    path = table(tmp_path / "t.xlsx", [TITLE, *rows])
    _, said = bring(path, "--yes", *DECLARED, **SAYS)
    assert "--answer figures:master=" in said
    assert "Hours per session" not in said.partition("question stands open")[2]
    assert not (data / HOME).exists()
    _, said = bring(path, "--yes", *DECLARED, **SAYS, figures__master=answer)
    assert taken(data) == written, said
    if answer == "by-unit":
        assert "Left out" not in said


@pytest.mark.parametrize(
    "headings",
    [("Quantity", "Hours per week"), ("Quantity", "Social value £"), ("Actual (hours)", "Hours"), ("Hours", "Weeks")],
)
def test_other_columns_ask_nothing(headings: tuple[str, str], bring: Said, data: Path, tmp_path: Path) -> None:
    """A rate, what a figure is worth, and the unit of another measure say nothing of these figures."""
    path = table(tmp_path / "t.xlsx", [TITLE, ["KPI", *headings], ["co1", 40, 4]])
    _, said = bring(path, "--yes", *DECLARED, **SAYS)
    if headings[0] != "Hours":
        assert taken(data) == [("co1", "40")], said
    assert "by-unit" not in said


def test_what_a_heading_counts_is_compared_with_the_unit(bring: Said, data: Path, tmp_path: Path) -> None:
    """Sessions are no hours, and jobs are counted."""
    path = table(tmp_path / "t.xlsx", [TITLE, ["KPI", "Number of sessions"], ["co1", 4], ["po1", 3]])
    _, said = bring(path, "--yes", *DECLARED, **SAYS)
    assert 'is in "sessions". co1 (Volunteering) is counted in hours.' in said
    assert "po1 (Jobs created) is counted" not in said
    path = table(tmp_path / "t.xlsx", [TITLE, ["KPI", "Number of hours"], ["co1", 4]])
    _, said = bring(path, "--yes", *DECLARED, **SAYS)
    assert taken(data) == [("co1", "4")], said
