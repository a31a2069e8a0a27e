"""A stranger's workbook is refused in seconds and in bounded memory, or read for its values alone."""

import os
import socket
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from intake.packages import MAIN, OFFICE, cell_record, cells, ods, row_record, text, xlsb, xlsx, zipped
from socialvalue.errors import BrokenRepository
from socialvalue.intake.reading import read_file
from socialvalue.intake.workbook import Workbook

ONE = '<c r="A1"><v>1</v></c>'
GOOD = cells(f'<row r="1">{ONE}</row>')
ENTITY = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'
FILE = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]>'
USES = cells(f'<row r="1">{text("A1", "&a;")}</row>')
CELL = '<table:table-cell office:value-type="float" office:value="1"><text:p>1</text:p></table:table-cell>'


def bomb() -> bytes:
    """A sheet of 70 MB in a quarter of one: a million cells."""
    row = b"<row>" + b'<c t="inlineStr"><is><t>aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa</t></is></c>' * 100 + b"</row>"
    start, end = cells("|").encode().split(b"|")
    return xlsx("", {"xl/worksheets/sheet1.xml": start + row * 10_000 + end})


def repeated_text() -> bytes:
    """One text of 30,000 characters that 100,000 cells show: 3 GB for a reader."""
    shared = f'<sst xmlns="{MAIN}"><si><t>{"a" * 30_000}</t></si></sst>'
    rows = "".join(f'<row r="{n}">' + '<c t="s"><v>0</v></c>' * 10 + "</row>" for n in range(1, 10_001))
    relation = f'<Relationship Id="rId2" Type="{OFFICE}/sharedStrings" Target="sharedStrings.xml"/>'
    return xlsx(cells(rows), {"xl/sharedStrings.xml": shared}, relation)


def two(first: str, last: str, part: str = "worksheets/sheet1.xml") -> bytes:
    """A sheet with two cells."""
    return xlsx(cells(*(f'<row><c r="{at}"><v>1</v></c></row>' for at in (first, last))), part=part)


def prefixed(far: str) -> bytes:
    """A sheet whose tags all have a prefix."""
    body = f'<x:sheetData><x:row><x:c r="{far}"><x:v>1</x:v></x:c></x:row></x:sheetData>'
    return xlsx(f'<x:worksheet xmlns:x="{MAIN}">{body}</x:worksheet>')


def repeated(row: str = "", column: str = "", inside: str = CELL) -> bytes:
    """An .ods with a row, and a cell, that stand for many."""
    rows = f' table:number-rows-repeated="{row}"' if row else ""
    columns = f'<table:table-cell table:number-columns-repeated="{column}" office:value-type="float" office:value="1"/>'
    return ods(f"<table:table-row{rows}>{columns if column else inside}</table:table-row>")


def below(rows: str) -> bytes:
    """An .ods with a cell far below empty rows."""
    empty = f'<table:table-row table:number-rows-repeated="{rows}"><table:table-cell/></table:table-row>'
    return ods(f"{empty}<table:table-row>{CELL}</table:table-row>")


HOSTILE: dict[str, tuple[Callable[[], bytes], str]] = {
    "a bomb": (bomb, "unpacks to more than|more than 500,000 cells"),
    "a bomb that is no sheet": (
        lambda: xlsx(GOOD, {"xl/media/1.png": bytes(70_000_000)}),
        "unpacks to more than 60 MB",
    ),
    "a far cell": (lambda: two("A1", "XFD1048576"), "row 1,048,576"),
    "a far column": (lambda: xlsx(cells("<row r='1'><c  r = 'XFD1' ><v>1</v></c></row>")), "column 16,384"),
    "a far cell with a prefix": (lambda: prefixed("A9999999"), "row 9,999,999"),
    "far corners": (lambda: two("IV1", "A50000"), "at once"),
    "a far cell in a part called a picture": (lambda: two("A1", "A99999999", "media/1.png"), "row 99,999,999"),
    "entities": (lambda: xlsx(ENTITY + USES), "declarations"),
    "an entity that is a file": (lambda: xlsx(FILE + USES), "declarations"),
    "entities of another part": (lambda: xlsx(GOOD, {"xl/styles.xml": ENTITY.lower()}), "declarations"),
    "entities in wide letters": (
        lambda: xlsx("", {"xl/worksheets/sheet1.xml": (ENTITY + USES).encode("utf-16")}),
        "no spreadsheet writes",
    ),
    "one endless cell": (lambda: xlsx(cells(f'<row r="1">{text("A1", "a" * 3_000_000)}</row>')), "longer than"),
    "one text in a hundred thousand cells": (repeated_text, "more memory or time|more text"),
    "a thousand parts": (lambda: xlsx(GOOD, {f"xl/p{n}.xml": "" for n in range(1_000)}), "parts"),
    "a list of parts without an end": (
        lambda: zipped({f"xl/{n:0>100}.xml": "" for n in range(9_000)}),
        "more than 300 parts",
    ),
    "entities in an .ods": (lambda: ods(f"<table:table-row>{CELL}</table:table-row>", ENTITY), "declarations"),
    "a far row in an .ods": (lambda: below("1048575"), "row 1,048,576"),
    "a far column in an .ods": (lambda: repeated(column="16384"), "column 16,384"),
    "a row for forty thousand in an .ods": (lambda: repeated("40000", inside=CELL * 20), "more than 500,000 cells"),
    "a far row in an .xlsb": (lambda: xlsb(row_record(1_048_576), cell_record(5, 1, bytes(8))), "row 1,048,576"),
    "a far column in an .xlsb": (lambda: xlsb(row_record(1), cell_record(5, 16_384, bytes(8))), "column 16,384"),
    "sheets without an end": (lambda: xlsx(GOOD, {"xl/workbook.xml": "<sheet/>" * 201}), "has 201 sheets"),
    "a Word document": (lambda: zipped({"word/document.xml": "<x/>"}), "a Word document, not a workbook"),
    "a zip archive": (lambda: zipped({"lines.csv": "a,b"}), "a zip archive, not a workbook"),
    "half a workbook": (lambda: xlsx(GOOD)[:400], "damaged"),
    "an old workbook that is none": (lambda: b"\xd0\xcf\x11\xe0" + bytes(5_000), "damaged"),
    "a locked workbook": (lambda: b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"), "password"),
    "a PDF": (lambda: b"%PDF-1.4 ...", "a PDF, not a table"),
}


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever opens a socket fails."""

    def refuse(*_: object) -> None:
        raise AssertionError("a socket was opened")

    monkeypatch.setattr(socket, "socket", refuse)


def read(content: bytes, folder: Path, name: str = "book.xlsx") -> Workbook:
    path = folder / name
    path.write_bytes(content)
    return read_file(path)


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_workbook_is_refused_in_a_sentence(name: str, tmp_path: Path) -> None:
    """It says what it is and what to do, and names the file."""
    make, said = HOSTILE[name]
    with pytest.raises(BrokenRepository, match=said) as refused:
        read(make(), tmp_path)
    assert str(refused.value).startswith("book.xlsx ")
    assert "\n" not in str(refused.value)


@pytest.mark.parametrize("name", ["a bomb", "one text in a hundred thousand cells", "far corners"])
def test_a_refusal_takes_little_time_and_memory(name: str, tmp_path: Path) -> None:
    """Measured as the work and the memory of the process that reads it and of its child: 5 seconds and 500 MB."""
    path = tmp_path / "book.xlsx"
    path.write_bytes(HOSTILE[name][0]())
    code = (
        "import sys, resource\nfrom pathlib import Path\nfrom socialvalue.errors import BrokenRepository\n"
        "from socialvalue.intake.reading import read_file\n"
        "try:\n    read_file(Path(sys.argv[1]))\nexcept BrokenRepository:\n    pass\n"
        "used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]\n"
        "own = int(Path('/proc/self/status').read_text().partition('VmHWM:')[2].split()[0])\n"
        "print(max(own, used[1].ru_maxrss), sum(u.ru_utime + u.ru_stime for u in used))\n"
    )
    done = subprocess.run([sys.executable, "-c", code, str(path)], capture_output=True, text=True, check=True)
    kilobytes, seconds = map(float, done.stdout.split())
    assert kilobytes < 500_000
    assert seconds < 5


def test_links_macros_and_other_programs_are_told_and_never_asked(tmp_path: Path) -> None:
    """The values that were saved are read; what the book would fetch is named."""
    links = f'<externalLink xmlns="{MAIN}"><ddeLink ddeService="cmd" ddeTopic="/c calc"/></externalLink>'
    found = read(
        xlsx(
            cells("<row><c r='A1'><f>[1]X!A1</f><v>41</v></c><c r='B1'><f>cmd|'/c calc'!A1</f><v>7</v></c></row>"),
            {
                "xl/externalLinks/link1.xml": links,
                "xl/vbaProject.bin": b"\x00macro",
                "xl/connections.xml": "<x/>",
            },
        ),
        tmp_path,
    )
    assert found.sheets[0].rows == [["41", "7"]]
    said = " ".join(found.noticed)
    for word in ("macros", "other files", "another program", "database"):
        assert word in said
    assert len(found.noticed) == len(set(found.noticed))


def test_what_a_reader_loses_is_kept(tmp_path: Path) -> None:
    """An error and a formula that was never worked out stand in their cells; an empty result is one."""
    row = (
        '<row r="1"><c r="A1"><f>26+30</f></c><c r="B1"><f>SUM(A1)</f><v>56</v></c>'
        '<c r="C1" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="D1" t="str"><f>""</f><v></v></c>'
        '<c r="E1" t="e"><v>#N/A</v></c><c r="F1"><f>10+10</f><v></v></c><c r="G1"><f>9+1</f><v /></c></row>'
    )
    sheet = read(xlsx(cells(row)), tmp_path).sheets[0]
    assert [sheet.cell(1, column) for column in range(1, 6)] == ["=26+30", "56", "#DIV/0!", "", "#N/A"]
    assert [sheet.cell(1, column) for column in (6, 7)] == ["=10+10", "=9+1"]
    assert sheet.unsaved == {(1, 1), (1, 6), (1, 7)}
    assert sheet.formulas == {(1, 1), (1, 2), (1, 3), (1, 4), (1, 6), (1, 7)}


def test_an_error_in_a_binary_workbook_is_kept(tmp_path: Path) -> None:
    """The reader gives nothing for it; its record tells which it is. A hidden row is told too."""
    seven = b"\0\0\0\0\0\0\x1c@"
    first = (row_record(1), cell_record(5, 1, seven), cell_record(3, 2, bytes([7])))
    second = (row_record(2, hidden=True), cell_record(5, 1, seven))
    sheet = read(xlsb(*first, *second), tmp_path, "book.xlsb").sheets[0]
    assert sheet.rows[0] == ["7", "#DIV/0!"]
    assert sheet.hidden_rows == {2}


def test_what_is_hidden_is_told(tmp_path: Path) -> None:
    """Hidden sheets, rows and columns are known as hidden, in an .xlsx and an .ods."""
    columns = '<cols><col min="2" max="3" width="9" hidden="1"/></cols>'
    rows = '<row r="1" hidden="1"><c r="A1"><v>1</v></c></row>'
    sheet = read(xlsx(cells(rows, before=columns), state='state="veryHidden"'), tmp_path).sheets[0]
    assert (sheet.hidden, sheet.hidden_rows, sheet.hidden_columns) == (True, {1}, {2, 3})
    table = (
        '<table:table-column/><table:table-column table:visibility="collapse" table:number-columns-repeated="2"/>'
        f'<table:table-row table:visibility="filter">{CELL}</table:table-row><table:table-row>{CELL}</table:table-row>'
    )
    sheet = read(ods(table), tmp_path, "book.ods").sheets[0]
    assert (sheet.hidden_rows, sheet.hidden_columns) == ({1}, {2, 3})
    assert sheet.rows == [["1"], ["1"]]


def test_the_workbook_just_inside_the_limits_is_read(tmp_path: Path) -> None:
    """A cell in the last row that counts, and a sheet whose empty formatted cells lie far out."""
    rows = '<row r="1"><c r="A1"><v>1</v></c></row>', '<row r="50000"><c r="B50000"><v>2</v></c></row>'
    empty = '<row r="1048576"><c r="XFD1048576" s="1"/></row>'
    sheet = read(xlsx(cells(*rows, empty)), tmp_path).sheets[0]
    assert sheet.cell(50_000, 2) == "2"


def test_only_a_plain_file_is_opened(tmp_path: Path) -> None:
    """A folder, a pipe and a file that is not there are told of, and nothing waits."""
    os.mkfifo(tmp_path / "pipe.xlsx")
    (tmp_path / "folder.xlsx").mkdir()
    for name in ("pipe.xlsx", "folder.xlsx", "missing.xlsx"):
        with pytest.raises(BrokenRepository, match=name):
            read_file(tmp_path / name)


def test_sizes_that_the_package_says_are_not_believed(tmp_path: Path) -> None:
    """A list that says of every part that it unpacks to one byte doesn't get past."""
    content = bytearray(bomb())
    at = content.rfind(b"PK\x01\x02")
    content[at + 24 : at + 28] = (1).to_bytes(4, "little")
    with pytest.raises(BrokenRepository):
        read(bytes(content), tmp_path)


def test_a_cell_that_stands_twice_is_refused(tmp_path: Path) -> None:
    """Nobody knows which of the two a program shows. Two cells of one column, and an empty one, are none."""
    rows = '<row r="4"><c r="B4"><v>1</v></c></row>', '<row r="5"><c r="B{}"><v>2</v></c><c r="B4" s="1"/></row>'
    with pytest.raises(BrokenRepository, match="a cell stands in it twice"):
        read(xlsx(cells(rows[0], rows[1].format(4))), tmp_path)
    assert read(xlsx(cells(rows[0], rows[1].format(5))), tmp_path).sheets[0].cell(5, 2) == "2"
