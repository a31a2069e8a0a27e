"""The answer in the officer's own file: what is to be done on a first sheet, cells marked, nothing else changed."""

import re
import zipfile
from collections.abc import Mapping, Sequence
from io import BytesIO
from pathlib import Path

import pytest
import xlsxwriter

from intake.answers import first_of, parts
from intake.books import CONTRACTOR, HEADINGS, Cell, table
from socialvalue.intake.answer.file import made
from socialvalue.intake.answer.given import answered
from socialvalue.intake.answer.parts import NotPatched
from socialvalue.intake.answer.patching import patched
from socialvalue.intake.answer.sheet_xml import styles_in
from socialvalue.intake.answer.thing import Answer, Column, Thing
from socialvalue.intake.reading import read_file
from socialvalue.intake.workbook import Sheet, place

CHANGED = {"xl/workbook.xml", "xl/_rels/workbook.xml.rels", "[Content_Types].xml", "xl/styles.xml"}


def rich(path: Path, rows: Sequence[Sequence[Cell]] = CONTRACTOR) -> Path:
    """A workbook as people have it: picture, chart, notes, links, filter and print area on a sheet of their own."""
    book = xlsxwriter.Workbook(path)
    sheet = book.add_worksheet("SV return")
    sheet.write(0, 0, "North Road, social value return")
    sheet.write(1, 0, "Quarter 1, 2024-25")
    bold = book.add_format({"bold": True, "bg_color": "#00ff00", "num_format": "0.00"})
    for column, heading in enumerate(HEADINGS):
        sheet.write(5, column, heading, bold)
    for number, row in enumerate(rows, start=6):
        for column, value in enumerate(row):
            if value is not None:
                sheet.write(number, column, value, bold)
    sheet.write_formula(20, 2, "=SUM(D7:D12)", bold, 478)
    other = book.add_worksheet("Pictures & notes")
    other.insert_image(0, 0, "x.png", {"image_data": BytesIO(_pixel())})
    chart = book.add_chart({"type": "column"})
    chart.add_series({"values": "='SV return'!$C$7:$C$10"})
    other.insert_chart(10, 0, chart)
    other.write_comment(3, 3, "A note of their own")
    other.write_url(4, 4, "https://example.org/", string="a link")
    other.autofilter(0, 0, 5, 5)
    other.print_area(0, 0, 30, 10)
    book.define_name("'Pictures & notes'!Mine", "='Pictures & notes'!$A$1")
    book.close()
    return path


def _pixel() -> bytes:
    from socialvalue.workbooks.start_sheet import _sign

    return _sign()


def _trimmed(sheet: Sheet) -> list[str]:
    return ["\t".join(row).rstrip("\t") for row in sheet.rows]


def styles_of(held: Mapping[str, bytes]) -> dict[str, str]:
    """The whole style of each cell of the first sheet that came."""
    xfs = re.findall(r"<xf [^>]*?/>|<xf .*?</xf>", held["xl/styles.xml"].decode().partition("<cellXfs")[2])
    return {place(*at): xfs[style] for at, style in styles_in(held["xl/worksheets/sheet1.xml"].decode())}


THINGS = (
    Thing(True, "“26 wks” is no number.", "Write 26.", [("SV return", (7, 3))]),
    Thing(
        False, "Is it right?", "Look.", [("SV return", (8, 3)), ("SV return", (8, 2))], "look", ("yes", "no, it is not")
    ),
)


ANSWER = Answer(THINGS, {"SV return": Column(6, 10)}, ["We changed nothing."])


def test_every_other_part_stays_byte_for_byte(tmp_path: Path) -> None:
    """Pictures, charts, notes, links and shared texts are those of the file that came."""
    before = rich(tmp_path / "return.xlsx").read_bytes()
    after = parts(patched(before, ANSWER))
    own = parts(before)
    touched = {name for name, content in own.items() if after[name] != content}
    assert touched == CHANGED | {"xl/worksheets/sheet1.xml"}
    added = set(after) - set(own)
    assert added == {"xl/worksheets/sheet3.xml", "xl/comments2.xml", "xl/drawings/vmlDrawing2.vml",
                     "xl/worksheets/_rels/sheet1.xml.rels"}  # fmt: skip
    assert [name for name in after if name in own] == list(own), "the parts stand in their order"


def test_no_value_changes_and_no_column_moves(tmp_path: Path) -> None:
    """What is read from the sheets is what was read before; the formula and its result too."""
    path = rich(tmp_path / "return.xlsx")
    before = read_file(path)
    path.write_bytes(patched(before.content, ANSWER))
    after = read_file(path)
    assert [sheet.name for sheet in after.sheets] == ["2 things to do", "SV return", "Pictures & notes"]
    again, given = answered(after)
    assert given == {}
    for one, other in zip(before.sheets, again.sheets, strict=True):
        assert _trimmed(one) == _trimmed(other)
        assert one.formulas == other.formulas
    assert after.sheets[1].cell(6, 10) == "What to do"
    assert after.sheets[1].cell(7, 10) == "Must 1: Write 26."
    assert after.sheets[1].cell(8, 10) == "Look 2: Is it right? Answer it on the first sheet, or change the cell."


def test_what_is_marked_keeps_its_own_look(tmp_path: Path) -> None:
    """A marked cell has an edge and a fill more: font and number format are its own."""
    after = parts(patched(rich(tmp_path / "return.xlsx").read_bytes(), ANSWER))
    styles = after["xl/styles.xml"].decode()
    found = styles_of(after)
    for name in ("fontId", "numFmtId"):
        one, other = (re.search(rf'{name}="(\d+)"', found[cell]) for cell in ("C7", "C9"))
        assert one is not None
        assert other is not None
        assert one[1] == other[1]
    assert found["C7"] != found["C9"]
    assert styles.count('<left style="thick">') == 1
    for group, child in (("fonts", "font"), ("fills", "fill"), ("borders", "border"), ("cellXfs", "xf")):
        counted = re.search(rf'<{group} count="(\d+)"', styles)
        inside = re.search(rf"<{group}\b.*?</{group}>", styles, re.DOTALL)
        assert counted is not None
        assert inside is not None
        assert int(counted[1]) == len(re.findall(rf"<{child}(?=[\s/>])", inside[0]))


def test_the_place_of_a_sheet_moves_with_it(tmp_path: Path) -> None:
    """What names a sheet by its place (a print area, a name of its own) names the same sheet as before."""
    book = parts(patched(rich(tmp_path / "return.xlsx").read_bytes(), ANSWER))["xl/workbook.xml"].decode()
    assert set(re.findall(r'localSheetId="(\d+)"', book)) == {"2"}
    assert book.index('name="2 things to do"') < book.index('name="SV return"')
    shown = [content for name, content in parts(patched((tmp_path / "return.xlsx").read_bytes(), ANSWER)).items()
             if b'tabSelected="1"' in content]  # fmt: skip
    assert len(shown) == 1, "two sheets that are shown at once would be changed together"


@pytest.mark.parametrize(
    "text", ["=1+1", "+1", "@SUM(A1)", "-2+3", "=cmd|'/c calc'!A1", "<f>1+1</f>", "]]></t><f>1</f>"]
)
def test_a_sender_s_text_is_never_a_formula(text: str, tmp_path: Path) -> None:
    """Whatever a text begins with or holds, it is written as a text."""
    thing = Thing(True, text, text, [("SV return", (7, 3))], "key", (text, "yes"))
    before = rich(tmp_path / "return.xlsx").read_bytes()
    after = parts(patched(before, Answer([thing], {"SV return": Column(6, 10)}, [text])))
    for held in (parts(before), after):
        assert held["xl/worksheets/sheet1.xml"].count(b"<f>") == 1
    assert b"<f>" not in after["xl/worksheets/sheet3.xml"]
    (tmp_path / "after.xlsx").write_bytes(patched(before, Answer([thing], {"SV return": Column(6, 10)}, [text])))
    assert first_of(read_file(tmp_path / "after.xlsx"))[0][2] == text


@pytest.mark.parametrize("spoiled", [
    (b"<sheetData>", b"<!-- <sheetData> --><sheetData>"),
    (b'<row r="7"', b"<row"),
    (b'<c r="C7"', b"<c"),
    (b"<sheetData>", b"<x:sheetData>"),
])  # fmt: skip
def test_a_file_that_is_written_otherwise_is_not_patched(spoiled: tuple[bytes, bytes], tmp_path: Path) -> None:
    """Where tags can't be told for sure, nothing is patched: the answer is made from the values."""
    held = parts(rich(tmp_path / "return.xlsx").read_bytes())
    held["xl/worksheets/sheet1.xml"] = held["xl/worksheets/sheet1.xml"].replace(*spoiled)
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        for name, content in held.items():
            package.writestr(name, content)
    with pytest.raises(NotPatched):
        patched(out.getvalue(), ANSWER)


def test_a_workbook_is_made_of_a_table_of_text(tmp_path: Path) -> None:
    """A CSV comes back as a workbook: each cell as it was read, marked like any other."""
    sheet = Sheet("a/b", [["KPI", "Actual"], ["=1+1", "26 wks"]])
    answer = Answer([Thing(True, "No number.", "Write 26.", [("a-b", (2, 2))])], {"a-b": Column(1, 3)})
    (tmp_path / "made.xlsx").write_bytes(made([sheet], answer))
    book = read_file(tmp_path / "made.xlsx")
    assert [list(row) for row in book.sheets[1].rows] == [
        ["KPI", "Actual", "What to do"],
        ["=1+1", "26 wks", "Must 1: Write 26."],
    ]
    assert not book.sheets[1].formulas


def test_what_was_mended_is_no_longer_marked(tmp_path: Path) -> None:
    """A second answer takes the place of the first: its sheet, its column, its notes and its marks."""
    content = patched(rich(tmp_path / "return.xlsx").read_bytes(), ANSWER)
    thing = Thing(True, "Another.", "Do it.", [("SV return", (9, 3))])
    after = patched(content, Answer([thing], {"SV return": Column(6, 10)}))
    path = tmp_path / "again.xlsx"
    path.write_bytes(after)
    book = read_file(path)
    assert [sheet.name for sheet in book.sheets] == ["1 thing to do", "SV return", "Pictures & notes"]
    column = [sheet_row[9] if len(sheet_row) > 9 else "" for sheet_row in book.sheets[1].rows]
    assert [text for text in column if text] == ["What to do", "Must 1: Do it."]
    held = parts(after)
    assert held["xl/comments2.xml"].count(b"<comment ") == 1
    assert b'ref="C9"' in held["xl/comments2.xml"]
    edges = re.findall(r"<border>.*?</border>|<border/>", held["xl/styles.xml"].decode())
    marked = set()
    for cell, style in styles_of(held).items():
        found = re.search(r'borderId="(\d+)"', style)
        if found and any(colour in edges[int(found[1])] for colour in ("FF8C1C2F", "FFA06A00")):
            marked.add(cell)
    assert marked == {"C9"}


def test_a_column_of_that_name_in_a_file_of_their_own_stays(tmp_path: Path) -> None:
    """Only what we added is dropped: a heading What to do in a file that is no answer is theirs."""
    path = table(tmp_path / "theirs.xlsx", [["KPI", "Actual", "What to do"], ["Volunteering", 3, "Ask again"]])
    book = read_file(path)
    assert answered(book) == (book, {})
