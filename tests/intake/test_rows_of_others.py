"""Rows of a table that are no figures of its return: targets, another project, a second table, merged cells."""

from pathlib import Path

import pytest
import xlsxwriter

from intake.books import Cell, table
from intake.conftest import DECLARED, Said, lines_of
from rows_of_targets import TARGETS

SAYS = {"organisation": "example-builder", "tier": "main contractor", "status": "self-reported", "mapping": "yes"}
HOME = Path("returns/road-fund/north-road/2024-q2")
TITLE: list[Cell] = ["North Road, Q1 2024-25"]


def taken(data: Path, home: Path = HOME) -> list[tuple[str, str]]:
    return [(row["measure"], row["quantity"]) for row in lines_of(data / home)]


@pytest.mark.parametrize("rows", TARGETS.values(), ids=TARGETS)
def test_targets_between_the_rows_are_left_out(rows: list[list[Cell]], bring: Said, data: Path, tmp_path: Path) -> None:
    """Whether a column says it of each row or a row of those below it; and they are listed."""
    path = table(tmp_path / "t.xlsx", [TITLE, *rows])
    _, said = bring(path, "--yes", *DECLARED, **SAYS, blanks__measure="yes")
    assert taken(data) == [("fw1", "4")], said
    assert "no figure of what was done" in said or "below “Targets for 2024”" in said


def test_words_like_these_elsewhere_leave_nothing_out(bring: Said, data: Path, tmp_path: Path) -> None:
    """A measure, a note or a theme may speak of plans."""
    rows: list[list[Cell]] = [["KPI", "Theme", "Actual", "Comments"], ["fw1", "Planned maintenance", 4, "Target"]]
    answers = {**SAYS, "notes": "no", "cell-notes__master": "all"}  # a note is asked about
    _, said = bring(table(tmp_path / "t.xlsx", [TITLE, *rows]), "--yes", *DECLARED, **answers)
    assert taken(data) == [("fw1", "4")], said


SECOND: list[list[Cell]] = [TITLE, ["KPI", "Actual"], ["fw1", 4], ["South Depot"], ["KPI", "Actual"], ["le1", 7]]


@pytest.mark.parametrize("answer", ["", "yes", "no", "leave-out"])
def test_another_projects_name_above_rows_is_asked_about(answer: str, bring: Said, data: Path, tmp_path: Path) -> None:
    """Its figures never become this project's in silence."""
    text = (data / "register/projects.csv").read_text()
    row = next(line for line in text.splitlines() if line.startswith("north-road,"))
    south = row.replace("north-road", "south-depot").replace("North Road", "South Depot")
    (data / "register/projects.csv").write_text(f"{text.rstrip()}\n{south}\n")
    path = table(tmp_path / "t.xlsx", SECOND)
    _, said = bring(path, "--yes", *DECLARED, **SAYS, **({"sections__master": answer} if answer else {}))
    south_home = Path("returns/road-fund/south-depot/2024-q2")
    if not answer:
        assert '"South Depot" stands alone in Master!A4. Are the rows below it of that project?' in said
        assert not (data / HOME).exists()
        return
    assert taken(data) == [("fw1", "4"), *([("le1", "7")] if answer == "no" else [])], said
    assert (data / south_home).exists() == (answer == "yes")


@pytest.mark.parametrize("answer", ["", "yes", "no"])
def test_the_headings_once_more_are_asked_about(answer: str, bring: Said, data: Path, tmp_path: Path) -> None:
    """A second table below the first may be anything."""
    rows = [row for row in SECOND if row != ["South Depot"]]
    _, said = bring(
        table(tmp_path / "t.xlsx", rows), "--yes", *DECLARED, **SAYS, **({"again__master": answer} if answer else {})
    )
    if not answer:
        assert "Row 4 of Master has the headings once more." in said
    else:
        assert taken(data) == [("fw1", "4"), *([("le1", "7")] if answer == "yes" else [])], said


@pytest.mark.parametrize(("answer", "expected"), [("", []), ("B3", [("fw1", "4")]), ("B4", [("le1", "4")])])
def test_a_figure_merged_over_rows_is_asked_about(
    answer: str, expected: list[tuple[str, str]], bring: Said, data: Path, tmp_path: Path
) -> None:
    """It is never that of each of them."""
    book = xlsxwriter.Workbook(tmp_path / "m.xlsx")
    sheet = book.add_worksheet("S")
    for number, row in enumerate([TITLE, ["KPI", "Actual"], ["fw1"], ["le1"], ["fw1", 0]]):
        sheet.write_row(number, 0, row)
    sheet.merge_range("B3:B4", 4)
    book.close()
    given = {"merged__s-b3": answer} if answer else {}
    _, said = bring(tmp_path / "m.xlsx", "--yes", *DECLARED, **SAYS, **given)
    if not answer:
        assert '"4" in S is one cell from B3 to B4. Whose figure is it?' in said
    else:
        assert taken(data)[:1] == expected, said


@pytest.mark.parametrize(("name", "asks"), [("Example", True), ("Q1 old", True), ("Golden Lane", False)])
def test_a_sheet_that_looks_like_no_return_is_asked_about(name: str, asks: bool, bring: Said, tmp_path: Path) -> None:
    """By its name, where it isn't alone."""
    book = xlsxwriter.Workbook(tmp_path / "m.xlsx")
    for each in (name, "Return"):
        sheet = book.add_worksheet(each)
        for number, row in enumerate([TITLE, ["KPI", "Actual"], ["fw1", 3]]):
            sheet.write_row(number, 0, row)
    book.close()
    _, said = bring(tmp_path / "m.xlsx", "--yes", "--dry-run", *DECLARED, **SAYS)
    assert (f"By its name the sheet {name} may be none of the return." in said) == asks, said


def test_one_answer_is_for_one_sign(bring: Said, tmp_path: Path) -> None:
    """What “*” means says nothing of €; a minus behind a figure is no unit; YTD actual is a total so far."""
    rows: list[list[Cell]] = [["KPI", "Actual"], ["le1", "48*"], ["le1", "€50"], ["le1", "5%"], ["le1", "60 -"]]
    _, said = bring(table(tmp_path / "t.xlsx", [TITLE, *rows]), "--yes", *DECLARED, **SAYS)
    assert said.count("--answer unit:le1-") == 3
    assert '"60 -" in Master!B6 has a minus sign behind it. How much is it?' in said
    _, said = bring(table(tmp_path / "y.xlsx", [TITLE, ["KPI", "YTD actual"], ["fw1", 4]]), "--yes", *DECLARED, **SAYS)
    assert "Are the figures under YTD actual totals so far" in said
