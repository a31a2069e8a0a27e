"""The answer in the officer's own file: what is to be done on a first sheet, cells marked, nothing else changed."""

import re
import zipfile
from collections.abc import Mapping, Sequence
from io import BytesIO
from pathlib import Path

import pytest
import xlsxwriter
from click.testing import CliRunner

from intake.books import CONTRACTOR, HEADINGS, Cell, contractor, table
from intake.conftest import Said, descriptor_of, lines_of
from socialvalue.cli import main
from socialvalue.intake.answer.first_sheet import FIRST
from socialvalue.intake.answer.given import answered
from socialvalue.intake.answer.making import made
from socialvalue.intake.answer.parts import NotPatched
from socialvalue.intake.answer.patching import patched
from socialvalue.intake.answer.sheet_xml import styles_in
from socialvalue.intake.answer.thing import ANSWER_COLUMN, KEY_COLUMN, Answer, Column, Thing
from socialvalue.intake.reading import read_file
from socialvalue.intake.workbook import Sheet, Workbook, letters, place

HOME = "returns/road-fund/north-road/2024-q2"
CHANGED = {"xl/workbook.xml", "xl/_rels/workbook.xml.rels", "[Content_Types].xml", "xl/styles.xml"}


def parts(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(content)) as package:
        return {name: package.read(name) for name in package.namelist()}


def first_of(book: Workbook) -> list[Sequence[str]]:
    """The rows of the first sheet from its first thing on: number, kind, what, what to do, answer, where."""
    return [row for row in book.sheets[0].rows[FIRST - 1 :] if row and row[0].isdigit()]


def answer_in(path: Path, answers: Mapping[str, str]) -> Path:
    """Type answers on the first sheet, each in the row of its key."""
    sheet = read_file(path).sheets[0]
    places = {sheet.cell(row, KEY_COLUMN): row for row in range(FIRST, len(sheet.rows) + 1)}
    held = parts(path.read_bytes())
    name = next(part for part, content in held.items() if b"osv-answer" in content)
    text = held[name].decode()
    for key, answer in answers.items():
        cell = place(places[key], ANSWER_COLUMN)
        text, count = re.subn(rf'(<c r="{cell}"[^>]*><is><t xml:space="preserve">)[^<]*', rf"\g<1>{answer}", text)
        assert count == 1, key
    out = path.with_name(f"{path.stem}-filled.xlsx")
    with zipfile.ZipFile(out, "w") as package:
        for part, content in held.items():
            package.writestr(part, text.encode() if part == name else content)
    return out


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


def test_it_leads_to_a_return_in_a_few_rounds(bring: Said, data: Path, tmp_path: Path) -> None:
    """Nobody is asked in a terminal: questions are answered on the first sheet, and the file is sent again."""
    path = contractor(tmp_path / "return.xlsx", period="")
    answers = {
        "period": "2024-q2", "project": "north-road", "status": "We say so ourselves: self-reported, all of them",
        "only-this-contract-and-period": "✓", "commitment-of-this-contract": "x", "notes": "no", "fte": "years",
        "organisation": "example-builder", "tier": "Main contractor", "area:northto": "E07000901", "dates": "day first",
        "measure:local-spend": "le1", "headcount:sv-return-c9": "12", "none:n-a": "leave-out", "blanks:area": "no",
        "measure:apprentices": "fw1", "measure:people-off-benefit-into-work": "fw2", "missing-rows": "keep",
    }  # fmt: skip
    for number in range(6):
        out = tmp_path / f"answer-{number}.xlsx"
        code, said = bring(path, "--format", "xlsx", "-o", str(out))
        if code == 0:
            break
        sheet = read_file(out).sheets[0]
        musts = [row for row in first_of(read_file(out)) if row[1] == "Must"]
        assert musts, said
        keys = [sheet.cell(row, KEY_COLUMN) for row in range(FIRST, len(sheet.rows) + 1)]
        path = answer_in(out, {key: answers[key] for key in keys if key in answers})
    assert code == 0, said
    assert number <= 4, "few rounds"
    assert lines_of(data / HOME)
    assert set(descriptor_of(data / HOME)["attestations"].values()) == {True}
    assert read_file(out).sheets[0].name == "Nothing to do"


def test_the_most_basic_stands_alone(bring: Said, tmp_path: Path) -> None:
    """While columns aren't clear, nothing is said of rows; and what is said is the one thing to do."""
    path = table(tmp_path / "odd.xlsx", [
        ["KPI", "Actual", "Remarks or so"], ["Volunteering", "a lot", "x"], ["Carbon saved", "5 FTE", "y"],
    ])  # fmt: skip
    out = tmp_path / "answer.xlsx"
    code, _ = bring(path, "--format", "xlsx", "-o", str(out))
    assert code == 1
    things = first_of(read_file(out))
    assert len(things) == 1
    assert "headings" in things[0][2]
    assert things[0][5] == "Master, C1"
    assert any("rows were not looked at yet" in text for row in read_file(out).sheets[0].rows for text in row)


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


def test_the_check_answers_a_file_and_keeps_nothing(data: Path, tmp_path: Path) -> None:
    """check FILE --format xlsx judges as the import would; the data stay as they were."""
    before = sorted(data.rglob("*"))
    path = contractor(tmp_path / "return.xlsx")
    done = CliRunner().invoke(main, ["check", str(path), "--format", "xlsx", "--data", str(data)])
    assert done.exit_code == 1, done.output
    assert (tmp_path / "return-answered.xlsx").is_file()
    assert sorted(data.rglob("*")) == before


def test_the_check_marks_the_tables_of_a_return(data: Path, tmp_path: Path) -> None:
    """A return's folder comes back as a workbook with its tables, the wrong cells marked and linked."""
    lines = data / "returns/skills-fund/skills-centre/2023-24/lines.csv"
    lines.write_text(lines.read_text().replace("1,po1,143,", "1,po1,143 jobs,"))
    out = tmp_path / "answer.xlsx"
    done = CliRunner().invoke(main, ["check", str(data), "--format", "xlsx", "-o", str(out)])
    assert done.exit_code == 1, done.output
    book = read_file(out)
    things = first_of(book)
    column = 1 + list(book.sheets[1].rows[0]).index("quantity")
    assert any(row[5] == f"lines, {letters(column)}2" for row in things), things
    assert "143 jobs" in book.sheets[1].rows[1]


def test_one_answer_is_for_one_file(data: Path, tmp_path: Path) -> None:
    """Two files at once: a sentence that says what to do."""
    paths = [str(contractor(tmp_path / f"{n}.xlsx")) for n in (1, 2)]
    done = CliRunner().invoke(main, ["import", *paths, "--format", "xlsx", "--data", str(data)])
    assert done.exit_code == 2
    assert "one at a time" in done.output
