"""What a table is saved as makes no difference: the same cells come out."""

from datetime import datetime
from pathlib import Path

import pytest
import xlsxwriter

from socialvalue.errors import BrokenRepository
from socialvalue.intake.reading import is_workbook, read_file
from socialvalue.intake.workbook import letters, place, shown
from socialvalue.workbooks import layout

ROWS = [["Measure", "Actual", "Note"], ["Apprenticeship weeks", "26", "Café, 2 of them"], ["Donations", "£1,200", ""]]


def text_of(mark: str) -> str:
    return "\r\n".join(mark.join(f'"{cell}"' if mark in cell else cell for cell in row) for row in ROWS)


@pytest.mark.parametrize("mark", [",", ";", "\t", "|"])
@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le"])
def test_a_table_of_text_is_read_whatever_it_is_saved_as(mark: str, codec: str, tmp_path: Path) -> None:
    """Commas, semicolons, tabs or bars; any encoding that Excel offers."""
    path = tmp_path / "return.csv"
    path.write_bytes(text_of(mark).encode(codec))
    found = read_file(path)
    assert found.sheets[0].rows == ROWS
    assert found.sheets[0].name == "return"
    assert any("Windows" in said for said in found.noticed) == (codec == "cp1252")


def test_titles_above_a_table_of_text_keep_their_rows(tmp_path: Path) -> None:
    """The rows are counted as the officer's program counts them, the line sep=; too."""
    path = tmp_path / "return.csv"
    path.write_text("sep=;\nSocial value, Q1\n\n" + text_of(";"), encoding="utf-8")
    rows = read_file(path).sheets[0].rows
    assert rows[0] == []
    assert rows[1] == ["Social value, Q1"]
    assert rows[3] == ROWS[0]


def test_a_table_without_an_end_is_refused(tmp_path: Path) -> None:
    """A quotation mark that is never closed, a cell that is too long, an empty file."""
    path = tmp_path / "return.csv"
    for content, said in (
        (b'a,"' + b"x" * 20_000, "quotation mark"), (b" \n", "empty"), (b"a,\x81\x00b", "letters"),
        (b'KPI,Actual\nfw1,26\n"fw2,5\nfw3,7\n', "quotation mark in row 3"),
        (b'KPI,Actual\n"Log, fw2,5\n"fw3",7\n', "quotation mark in row 2"),
        (b"KPI,Actual\r\n<<<<<<< HEAD\r\nfw1,2\r\n=======\r\nfw1,3\r\n>>>>>>> b\r\n", "merge conflict in line 2"),
        ("KPI,£\n".encode() + "é,£5\n".encode("cp1252"), "two kinds"),
    ):  # fmt: skip
        path.write_bytes(content)
        with pytest.raises(BrokenRepository, match=said):
            read_file(path)


def workbook(path: Path, days: str = "1900") -> Path:
    """A workbook with every kind of cell."""
    book = xlsxwriter.Workbook(path, {"date_1904": days == "1904"})
    sheet = book.add_worksheet("S")
    day = book.add_format({"num_format": "dd/mm/yyyy"})
    sheet.write_row(0, 0, ["text", 26, 412.5, 0.1 + 0.2, 1.2e16, True, "01/02/2016"])
    sheet.write_datetime(0, 7, datetime(2016, 2, 1), day)
    sheet.write_datetime(0, 8, datetime(2016, 2, 1, 9, 30), day)
    sheet.merge_range(1, 1, 1, 3, "This quarter")
    sheet.write_number(1, 4, 42401)
    hidden = book.add_worksheet("Old")
    hidden.hide()
    book.close()
    return path


@pytest.mark.parametrize("days", ["1900", "1904"])
def test_each_kind_of_cell_becomes_text(days: str, tmp_path: Path) -> None:
    """Numbers as they are shown, days as ISO text by either way of counting; a number that looks like one stays one."""
    found = read_file(workbook(tmp_path / "book.xlsx", days))
    sheet, old = found.sheets
    assert list(sheet.rows[0]) == [
        *("text", "26", "412.5", "0.3", "12000000000000000", "TRUE", "01/02/2016", "2016-02-01", "2016-02-01 09:30:00"),
    ]
    assert sheet.cell(2, 2) == "This quarter"
    assert sheet.cell(2, 5) == "42401"
    assert sheet.cell(99, 99) == ""
    assert sheet.merged == {(2, 2): (2, 4)}
    assert old.hidden


def test_a_workbook_is_known_by_how_it_begins(tmp_path: Path) -> None:
    """Not by its name: a workbook called lines.csv is one, and a table called .xlsx is not."""
    book = workbook(tmp_path / "lines.csv")
    table = tmp_path / "table.xlsx"
    table.write_text("a,b\n", encoding="utf-8")
    assert is_workbook(book)
    assert not is_workbook(table)
    assert not is_workbook(tmp_path / "nowhere.xlsx")
    assert read_file(table).sheets[0].rows == [["a", "b"]]


def test_places_are_named_as_a_spreadsheet_names_them() -> None:
    """After Z comes AA."""
    assert [letters(n) for n in (1, 26, 27, 52, 53, 702, 703)] == ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]
    assert place(12, 3) == "C12"


def test_what_a_stranger_wrote_is_shown_short_and_plain() -> None:
    """24 characters, control characters by name, nothing personal."""
    assert shown("Apprenticeship weeks, main site") == "Apprenticeship weeks, m…"
    assert shown("a\x1b[2Jb\u202ec") == "a<U+001B>[2Jb<U+202E>c"
    assert shown("one\ntwo") == "one two"
    assert shown("ask jo.smith@gmail.com") == "[personal]"


def test_the_layout_of_our_own_workbook_names_each_field_once() -> None:
    """The writer and the reader of the template find each column by its field."""
    for columns in (layout.FIGURES_COLUMNS, layout.EVIDENCE_COLUMNS):
        fields = [column.field for column in columns if column.field]
        assert len(fields) == len(set(fields))
        assert all(column.typed == bool(column.field) for column in columns)
