"""What people note on cells is listed, and asked about where it may say that a figure is none of the return."""

import time
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
import xlsxwriter

from intake.books import Cell, table
from intake.conftest import DECLARED, Said
from intake.packages import ods
from intake.test_rows_of_others import HOME, SAYS, TITLE, taken
from socialvalue.intake.guard_ods import without_notes
from socialvalue.intake.looked import AUTHOR
from socialvalue.intake.reading import read_file

ROWS: list[list[Cell]] = [TITLE, ["KPI", "Actual", "Theme"], ["fw1", 4, "Work"], ["co1", 40, "Town"]]
THREADED = (
    "[Threaded comment]\n\nYour version of Excel allows you to read this threaded comment; however, any edits to it "
    "will get removed.\n\nComment:\n    forecast"
)


def book(path: Path, notes: dict[str, str], author: str = "") -> Path:
    """A sheet with these notes on its cells."""
    written = xlsxwriter.Workbook(path)
    sheet = written.add_worksheet("Master")
    for number, row in enumerate(ROWS):
        sheet.write_row(number, 0, row)
    for cell, text in notes.items():
        sheet.write_comment(cell, text, {"author": author})
    written.close()
    return path


@pytest.mark.parametrize(
    ("cell", "text", "left"),
    [
        ("B3", "forecast", ["40"]),
        ("B3", THREADED, ["40"]),
        ("A3", "Includes Q4", ["40"]),
        ("B4", "provisional, to be confirmed", ["4"]),
        ("B2", "estimates", []),
        ("A1", "These are cumulative", []),
    ],
)
def test_a_note_that_may_change_a_figure_is_asked_about(
    cell: str, text: str, left: list[str], bring: Said, data: Path, tmp_path: Path
) -> None:
    """On the figure, in its row, on its heading or above the table; what the answer leaves out is listed."""
    path = book(tmp_path / "t.xlsx", {cell: text})
    _, said = bring(path, "--yes", *DECLARED, **SAYS)
    short = text.rpartition("\n")[2].strip()
    assert f"notes stand on cells: {cell} “{short}”" in said
    assert not (data / HOME).exists()
    _, said = bring(path, "--yes", *DECLARED, **SAYS, **{"cell-notes__master": "none"})
    assert f"{cell} has the note “{short}”" in said
    assert ([quantity for _, quantity in taken(data)] if left else not (data / HOME).exists()) == (left or True)


def test_one_of_several_notes_may_be_taken(bring: Said, data: Path, tmp_path: Path) -> None:
    """By its words."""
    path = book(tmp_path / "t.xlsx", {"B3": "forecast", "B4": "estimate"})
    _, said = bring(path, "--yes", *DECLARED, **SAYS, **{"cell-notes__master": "says-estimate"})
    assert taken(data) == [("co1", "40")], said


def test_all_may_be_taken_as_they_stand(bring: Said, data: Path, tmp_path: Path) -> None:
    """Where the notes change nothing."""
    path = book(tmp_path / "t.xlsx", {"B3": "forecast", "B4": "estimate"})
    _, said = bring(path, "--yes", *DECLARED, **SAYS, **{"cell-notes__master": "all"})
    assert taken(data) == [("fw1", "4"), ("co1", "40")], said


@pytest.mark.parametrize(
    ("cell", "text"), [("B3", "from the payroll"), ("C3", "target"), ("A2", "forecast"), ("E9", "forecast")]
)
def test_other_notes_are_listed_and_ask_nothing(cell: str, text: str, bring: Said, data: Path, tmp_path: Path) -> None:
    """The name of whoever wrote it is not said."""
    path = book(tmp_path / "t.xlsx", {cell: f"A Person:\n{text}"}, "A Person")
    _, said = bring(path, "--yes", *DECLARED, **SAYS)
    assert f"Notes on cells of Master, which are not read: {cell} “{text}”" in said
    assert "A Person" not in said
    assert taken(data) == [("fw1", "4"), ("co1", "40")], said


def test_the_notes_of_our_answer_are_none(tmp_path: Path) -> None:
    """A file that came back is no new file."""
    assert not read_file(book(tmp_path / "t.xlsx", {"B3": "forecast"}, AUTHOR)).sheets[0].notes


def patched(path: Path, name: str, content: bytes) -> Path:
    """The workbook with another part in the place of one."""
    old = zipfile.ZipFile(BytesIO(path.read_bytes()))
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.namelist():
            new.writestr(part, content if part == name else old.read(part))
    return path


BEGINNING = b"<comments><authors><author>a</author></authors><commentList>"
HOSTILE = {
    "never closed": BEGINNING + b'<comment ref="B3"><text><t>' * 900_000,
    "no end of a tag": BEGINNING + b'<comment ref="B3" ' * 1_500_000,
    "authors": b"<comments>" + b"<author>" * 3_000_000,
    "many": BEGINNING + b'<comment ref="B3" authorId="0"><text><t>forecast</t></text></comment>' * 300_000,
    "nowhere": b"",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_notes_take_no_time(name: str, tmp_path: Path) -> None:
    """So much of them is read and no more."""
    path = patched(book(tmp_path / "t.xlsx", {"B3": "forecast"}), "xl/comments1.xml", HOSTILE[name])
    begun = time.process_time()
    sheet = read_file(path).sheets[0]
    assert time.process_time() - begun < 5
    assert sheet.cell(3, 2) == "4"


def test_notes_of_open_documents_that_never_end_are_looked_at_once() -> None:
    """Each of them would otherwise be looked for to the end of its cell."""
    begun = time.process_time()
    for _ in range(300):
        rest, notes = without_notes(b"<text:p>4</text:p>" + b"<office:annotation ><text:p>" * 700)
    assert time.process_time() - begun < 3
    assert rest == b"<text:p>4</text:p>"
    assert not any(notes)


def test_a_note_in_an_open_document_is_read(tmp_path: Path) -> None:
    """As LibreOffice writes it, with who wrote it and when; of cells that repeat, on each."""
    note = (
        "<office:annotation><dc:creator>A Person</dc:creator><dc:date>2026-01-01</dc:date><text:p>a</text:p>"
        "<text:p>forecast</text:p></office:annotation>"
    )
    figures = f'<table:table-cell table:number-columns-repeated="2">{note}<text:p>4</text:p></table:table-cell>'
    path = tmp_path / "book.ods"
    path.write_bytes(ods(f"<table:table-row>{figures}</table:table-row>"))
    sheet = read_file(path).sheets[0]
    assert sheet.notes == {(1, 1): "a forecast", (1, 2): "a forecast"}


@pytest.mark.parametrize(
    ("comment", "asks"),
    [
        ("cumulative since Jan 2025", True),
        ("target figure, actual awaited", True),
        ("Includes 3 from Q1", True),
        ("of which 3 reported last quarter", True),
        ("estimate", True),
        ("figures in £k", True),
        ("Two of them from the college, for 26 weeks in 2024", False),
        ("none this time", False),
        ("Including three from Northtown", False),
    ],
)
def test_a_comment_that_speaks_of_the_figure_is_asked_about(
    comment: str, asks: bool, bring: Said, data: Path, tmp_path: Path
) -> None:
    """It is no mere note for readers; what tells of the work asks nothing."""
    rows: list[list[Cell]] = [TITLE, ["KPI", "Actual", "Comments"], ["fw1", 4, comment], ["co1", 40, None]]
    path = table(tmp_path / "t.xlsx", rows)
    _, said = bring(path, "--yes", *DECLARED, **SAYS, notes="yes")
    if not asks:
        assert taken(data) == [("fw1", "4"), ("co1", "40")], said
        return
    assert f"In Master, notes speak of figures: C3 “{comment}”. Which of their figures are this return’s?" in said
    assert not (data / HOME).exists()
    answers = {**SAYS, "notes": "yes", "cell-notes__master": "none"}
    _, said = bring(path, "--yes", *DECLARED, **answers)
    assert taken(data) == [("co1", "40")], said
