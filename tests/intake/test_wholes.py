"""A year beside its quarters, two sheets that say the same, a sign behind a figure: never passed over."""

from pathlib import Path

import pytest
import xlsxwriter

from intake.books import Cell, table
from intake.conftest import DECLARED, Said
from intake.test_rows_of_others import HOME, SAYS, TITLE, taken

YEAR = HOME.with_name("2024-25")
QUARTERS: list[Cell] = ["KPI", "Q1", "Q2", "H1", "FY"]


@pytest.mark.parametrize("total", [9, 12])
def test_a_year_that_is_its_quarters_counts_once(total: int, bring: Said, data: Path, tmp_path: Path) -> None:
    """It is left out where it is their sum, and asked about where it is not."""
    path = table(tmp_path / "t.xlsx", [["North Road, 2024-25"], QUARTERS, ["fw1", 4, 5, 9, total]])
    code, said = bring(path, "--yes", *DECLARED, **SAYS)
    if total == 9:
        assert (taken(data), taken(data, HOME.with_name("2024-q3"))) == ([("fw1", "4")], [("fw1", "5")]), said
        assert not (data / YEAR).exists()
        assert "row 3: its days are those of other figures here" in said
        return
    assert code == 1
    assert "E3 is 12, and B3, C3 come to 9" in said
    _, said = bring(path, "--yes", *DECLARED, **SAYS, wholes__master="wholes")
    assert taken(data, YEAR) == [("fw1", "12")], said
    assert not (data / HOME).exists()


def test_a_year_in_rows_is_asked_about_too(bring: Said, data: Path, tmp_path: Path) -> None:
    """Whatever says the days."""
    rows: list[list[Cell]] = [["KPI", "Period", "Actual"], ["fw1", "Q1 2024-25", 4], ["fw1", "2024-25", 9]]
    path = table(tmp_path / "t.xlsx", [["North Road"], *rows])
    _, said = bring(path, "--yes", *DECLARED, **SAYS)
    assert "C4 is 9, and C3 come to 4" in said
    _, said = bring(path, "--yes", *DECLARED, **SAYS, wholes__master="parts")
    assert taken(data) == [("fw1", "4")], said


def test_a_year_that_stands_once_above_its_quarters_holds_for_all(bring: Said, data: Path, tmp_path: Path) -> None:
    """Up to the next year, merged or not."""
    rows: list[list[Cell]] = [
        ["North Road"],
        [None, "2023/24", None, "2024/25", None],
        ["KPI", "Q1", "Q2", "Q1", "Q2"],
        ["fw1", 9, 1, 4, 5],
    ]
    _, said = bring(table(tmp_path / "t.xlsx", rows), "--yes", *DECLARED, **SAYS)
    assert taken(data) == [("fw1", "4")], said
    assert taken(data, HOME.with_name("2023-q3")) == [("fw1", "1")], said


@pytest.mark.parametrize(("answer", "written"), [("first", ["4", "40"]), ("both", ["4", "40", "4", "40"])])
def test_a_sheet_that_says_the_same_is_asked_about(
    answer: str, written: list[str], bring: Said, data: Path, tmp_path: Path
) -> None:
    """Its figures are not added to those of the other."""
    book = xlsxwriter.Workbook(tmp_path / "t.xlsx")
    for name in ("Internal", "For council"):
        sheet = book.add_worksheet(name)
        for number, row in enumerate([TITLE, ["KPI", "Actual"], ["fw1", 4], ["co1", 40]]):
            sheet.write_row(number, 0, row)
    book.close()
    _, said = bring(tmp_path / "t.xlsx", "--yes", *DECLARED, **SAYS)
    assert "Of 2 of the 2 measures of For council, Internal has figures too: 2 the same, 0 other ones." in said
    assert not (data / HOME).exists()
    _, said = bring(tmp_path / "t.xlsx", "--yes", *DECLARED, **SAYS, **{"same__for-council": answer})
    assert [quantity for _, quantity in taken(data)] == written, said


V1: list[list[Cell]] = [TITLE, ["KPI", "Actual"], ["fw1", 4], ["co1", 40]]
V2: list[list[Cell]] = [TITLE, ["KPI", "Actual"], ["fw1", 5], ["co1", 44]]
BY_FIRM: list[list[Cell]] = [
    TITLE,
    ["KPI", "Supplier", "Actual"],
    ["fw1", "Example Builder", 3],
    ["fw1", "Example Supplier", 1],
    ["co1", "Example Builder", 40],
]


@pytest.mark.parametrize(("second", "sums"), [(V2, ("5", "44")), (BY_FIRM, ("3", "1", "40"))])
@pytest.mark.parametrize("answer", ["first", "second", "both"])
def test_a_sheet_about_the_same_is_asked_about(
    second: list[list[Cell]], sums: tuple[str, ...], answer: str, bring: Said, data: Path, tmp_path: Path
) -> None:
    """Whether its figures are those of a later version, or the sums of the other's: they never add up unasked."""
    book = xlsxwriter.Workbook(tmp_path / "t.xlsx")
    for name, rows in (("One", V1), ("Two", second)):
        sheet = book.add_worksheet(name)
        for number, row in enumerate(rows):
            sheet.write_row(number, 0, row)
    book.close()
    answers = {**SAYS, "organisation__example-supplier": "example-builder"}
    _, said = bring(tmp_path / "t.xlsx", "--yes", *DECLARED, **answers)
    assert "--answer same:two=" in said
    assert not (data / HOME).exists()
    _, said = bring(tmp_path / "t.xlsx", "--yes", *DECLARED, **answers, same__two=answer)
    written = {"first": ("4", "40"), "second": sums, "both": ("4", "40", *sums)}[answer]
    assert tuple(quantity for _, quantity in taken(data)) == written, said


@pytest.mark.parametrize("figure", ["26*", "26 *", "26†"])
def test_the_footnote_of_a_sign_stands_with_the_question(figure: str, bring: Said, tmp_path: Path) -> None:
    """It says what the sign means, wherever it stands in the sheet."""
    sign = figure[-1]
    rows: list[list[Cell]] = [TITLE, ["KPI", "Actual"], ["fw1", figure], [], [f"{sign} of which 10 in Q4"]]
    _, said = bring(table(tmp_path / "t.xlsx", rows), "--yes", *DECLARED, **SAYS)
    assert f"A5 says “{sign} of which 10 in Q4”." in said
