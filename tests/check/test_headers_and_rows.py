"""One slip of a spreadsheet is one finding, and nothing is said that is not so. Everything here is invented."""

import shutil
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from check.repository import GOOD, RETURN, TODAY
from socialvalue.check import check
from socialvalue.load import load
from socialvalue.records import Finding

LINES = (GOOD / RETURN / "lines.csv").read_text(encoding="utf-8")
HEADER, *ROWS = LINES.splitlines()
WIDTH = HEADER.count(",")


@pytest.fixture
def found(tmp_path: Path) -> Callable[[str], Sequence[Finding]]:
    """What is found in a return with that text as its lines."""
    data = shutil.copytree(GOOD, tmp_path / "data")

    def judged(text: str) -> Sequence[Finding]:
        (data / RETURN / "lines.csv").write_text(text, encoding="utf-8")
        return check(load(data, [data / RETURN], today=TODAY)).findings

    return judged


@pytest.mark.parametrize("write", [str.upper, str.title, lambda text: text.replace("_", " ").title()])
def test_headings_in_capitals_are_one_finding(
    write: Callable[[str], str], found: Callable[[str], Sequence[Finding]]
) -> None:
    """The whole header is given to be copied, and the cells below it are not called empty."""
    (finding,) = found("\n".join([write(HEADER), *ROWS]))
    assert (finding.rule, finding.row) == ("extra-column", 1)
    assert finding.mend == f"The whole first row is: {HEADER}"


def test_a_heading_with_another_word_is_known_by_its_place(found: Callable[[str], Sequence[Finding]]) -> None:
    """A heading in the place of the one that is missing stands for it: that is one finding, with what to write."""
    (finding,) = found(LINES.replace("quantity", "Amount", 1))
    assert (finding.rule, finding.column, finding.suggestion) == ("extra-column", "Amount", "quantity")


def test_a_heading_in_thousands_is_not_only_renamed(found: Callable[[str], Sequence[Finding]]) -> None:
    """Under another name its figures would be pounds: they are to be multiplied first."""
    (finding,) = found(LINES.replace("quantity", "quantity (£000)", 1))
    assert (finding.rule, finding.suggestion) == ("extra-column", "")
    assert finding.mend == "Multiply each by 1,000, then name the column quantity."


@pytest.mark.parametrize(("heading", "said"), [("quantity €", "€"), ("Actual %", "%"), ("quantity (weeks)", "weeks")])
def test_a_heading_in_another_unit_is_not_only_renamed(
    heading: str, said: str, found: Callable[[str], Sequence[Finding]]
) -> None:
    """Each row has its own unit, which a heading doesn't know; pence are a hundredth of pounds."""
    (finding,) = found(LINES.replace("quantity", heading, 1))
    assert (finding.rule, finding.suggestion) == ("extra-column", "")
    assert f"says {said}, and quantity holds figures in the unit of its row." in finding.message
    (finding,) = found(LINES.replace("quantity", "quantity (pence)", 1))
    assert finding.mend == "Divide each by 100, then name the column quantity."
    (finding,) = found(LINES.replace("headcount", "Headcount (people)", 1))
    assert finding.suggestion == "headcount"


def test_many_missing_columns_are_one_finding(found: Callable[[str], Sequence[Finding]]) -> None:
    """A table with four columns alone is told so once, with the header that it should have, and nothing is said of
    the headcounts that are not there."""
    short = "\n".join(",".join(row.split(",")[:4]) for row in LINES.splitlines())
    (finding,) = found(short)
    assert finding.rule == "missing-column"
    assert finding.message.startswith("13 columns are missing: headcount, bound, area and 10 more")
    assert HEADER in finding.mend


@pytest.mark.parametrize("empty", ["," * WIDTH, "", ",,,", " , ", "," * (WIDTH + 9)])
@pytest.mark.parametrize("rows", [1, 30, 300])
def test_empty_rows_at_the_end_are_a_note(empty: str, rows: int, found: Callable[[str], Sequence[Finding]]) -> None:
    """However many and however wide they are, as Excel leaves them: they are passed over, and one note says so."""
    (finding,) = found(LINES + f"{empty}\n" * rows)
    assert (finding.rule, finding.row, finding.severity) == ("trailing-rows", 6, "note")
    assert ("Row 6 is" if rows == 1 else f"Rows 6 to {5 + rows} are") in finding.message


def test_a_short_row_of_commas_between_others_is_an_empty_row(found: Callable[[str], Sequence[Finding]]) -> None:
    """It is not told that a comma is missing where nothing stands."""
    (finding,) = found("\n".join([HEADER, ROWS[0], ",,,", *ROWS[1:]]))
    assert (finding.rule, finding.row, finding.severity) == ("blank-row", 3, "error")


def test_empty_rows_in_two_places_are_two_findings(found: Callable[[str], Sequence[Finding]]) -> None:
    """Rows with something between them are not told of as one run."""
    empty = "," * WIDTH
    text = "\n".join([HEADER, ROWS[0], empty, *ROWS[1:3], empty, empty, *ROWS[3:]])
    assert [(finding.rule, finding.row) for finding in found(text)] == [("blank-row", 3), ("blank-row", 6)]


@pytest.mark.parametrize("row", [",,101", ",,£101.50"])
def test_a_row_of_numbers_alone_looks_like_totals(row: str, found: Callable[[str], Sequence[Finding]]) -> None:
    """A sum that a spreadsheet left below its column is known without the word, and is one finding."""
    (finding,) = found(LINES + row + "," * (WIDTH - row.count(",")) + "\n")
    assert (finding.rule, finding.row) == ("total-row", 6)


def test_rows_that_are_too_wide_are_not_called_missing(found: Callable[[str], Sequence[Finding]]) -> None:
    """Where every row is too wide by empty cells, that is the one finding: there are lines below the header."""
    (finding,) = found("\n".join([HEADER, *(f"{row},,," for row in ROWS)]))
    assert (finding.rule, finding.row) == ("empty-columns", 2)
    assert "Rows 2 to 5" in finding.message


def test_a_number_that_its_comma_splits_is_shown_whole(found: Callable[[str], Sequence[Finding]]) -> None:
    """Typed by hand in a text editor, £31,500.50 makes two cells: the finding says which number it is."""
    (finding,) = found(LINES.replace("31500.50", "£31,500.50"))
    assert (finding.rule, finding.row, finding.value) == ("split-number", 5, "£31,500.50")


def test_rows_below_a_header_that_lacks_a_column_are_not_called_too_wide(
    found: Callable[[str], Sequence[Finding]],
) -> None:
    """Where the header is what is wrong, nobody is told to delete cells at the right."""
    assert "empty-columns" not in {finding.rule for finding in found(LINES.replace(",confidence", "", 1))}


@pytest.mark.parametrize("at", [[1], [0, 1, 3]])
def test_cells_dropped_at_the_end_of_a_row_are_empty(
    at: Sequence[int], found: Callable[[str], Sequence[Finding]]
) -> None:
    """As some spreadsheets write a row whose last cells are empty: one note for the file, and every row is judged."""
    cut = [row.rstrip(",") if number in at else row for number, row in enumerate(ROWS)]
    assert cut[at[0]] != ROWS[at[0]]
    (finding,) = found("\n".join([HEADER, *cut, ""]))
    assert (finding.rule, finding.row, finding.severity) == ("short-rows", at[0] + 2, "note")
    judged = found("\n".join([HEADER, *cut, ""]).replace("5.25", "five", 1))
    assert [(each.rule, each.row) for each in judged if each.severity == "error"] == [("plain-number", 3)]


def test_a_row_that_ends_before_what_it_must_say_names_it(found: Callable[[str], Sequence[Finding]]) -> None:
    """The last column that a row must have is its status: a row without it is an error that names the column."""
    short = ",".join(ROWS[1].split(",")[:11])
    (finding,) = found("\n".join([HEADER, ROWS[0], short, *ROWS[2:], ""]))
    assert (finding.rule, finding.row, finding.severity) == ("too-few-cells", 3, "error")
    assert finding.message == "The row ends after 11 cells. What is missing has: status."
