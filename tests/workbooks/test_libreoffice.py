"""LibreOffice opens our workbook whole, works its help out as we do, fills it and saves it; and import reads that."""

import re
from decimal import Decimal
from pathlib import Path

import pytest

from intake.conftest import Said, descriptor_of, lines_of
from socialvalue.intake.answer.patching import patched
from socialvalue.intake.answer.thing import Answer, Column, Thing
from socialvalue.intake.own_workbook import marks_of
from socialvalue.intake.reading import read_file
from socialvalue.intake.workbook import Workbook
from socialvalue.records import Valuation
from socialvalue.workbooks import contents_of, layout
from socialvalue.workbooks.contents import Figure
from socialvalue.workbooks.lookup import looked_at
from workbooks.conftest import NEXT
from workbooks.filling import Cell, parts_of
from workbooks.libreoffice import saved_by_libreoffice

pytestmark = pytest.mark.libreoffice
SELF, DOCUMENT = list(layout.STATUSES)[:2]
ROWS: list[dict[str, Cell]] = [
    {"B": "Carbon saved", "D": 2.5, "N": SELF},
    {"B": "Carbon saved"},
    {"B": "Carbon saved", "D": "5 FTE"},
    {"B": "Carbon saved", "D": -1},
    {"B": "Carbon saved", "D": 3},
    {"B": "Carbon saved", "D": 3, "N": DOCUMENT},
    {"B": "Carbon saved", "D": 3, "N": DOCUMENT, "O": "Log"},
    {"B": "Carbon saved", "D": 3, "N": SELF, "L": "Example Council (invented)"},
    {"B": "People off benefit into work", "D": 3, "N": SELF},
    {"B": "People off benefit into work", "D": 3, "J": 4, "N": SELF},
    {"B": "People off benefit into work", "D": 3, "J": 5, "N": SELF},
    {"B": "People off benefit into work", "D": 0, "N": SELF},
]
"""A row for each thing that Look here may say, from row 4 on."""
FIELDS = {"B": "measure", "D": "quantity", "J": "headcount", "L": "organisation", "N": "status", "O": "evidence"}


def figures(book: Workbook) -> list[dict[str, str]]:
    sheet = next(each for each in book.sheets if each.name == layout.FIGURES)
    headings = [" ".join(text.split()) for text in sheet.rows[0]]
    return [dict(zip(headings, row, strict=False)) for row in sheet.rows[1:]]


def test_it_fills_and_saves_one_that_import_reads(bring: Said, data: Path, book: bytes, tmp_path: Path) -> None:
    """Figures, what holds for every row, evidence and the ticks; the marks, names, lists and protection outlive it."""
    empty = tmp_path / "empty.xlsx"
    empty.write_bytes(book)
    marks = marks_of(read_file(empty))
    start: dict[str, Cell] = {
        marks["organisation"]: "Example Builder (invented)", marks["status"]: SELF, marks["area"]: "Northtown",
        marks["only_this_contract"]: "✓", marks["of_this_contract"]: "x",
    }  # fmt: skip
    typed: dict[str, Cell] = {"D2": 26.5, "N2": DOCUMENT, "O2": "Log", "B4": "Carbon saved", "D4": 0}
    documents: dict[str, Cell] = {"A2": "Log", "B2": "training record", "C2": "2024-07"}
    sheets = {layout.START: start, layout.FIGURES: typed, layout.EVIDENCE: documents}
    path = saved_by_libreoffice(book, tmp_path / "return.xlsx", sheets)
    parts = parts_of(path.read_bytes(), tmp_path / "x")
    assert set(layout.NAMES.values()) <= set(re.findall(r'<definedName[^>]* name="(\w+)"', parts["xl/workbook.xml"]))
    assert "<dataValidation" in parts["xl/worksheets/sheet2.xml"]
    assert "<sheetProtection" in parts["xl/worksheets/sheet2.xml"]
    assert read_file(path).properties["osv-project"] == "north-road"
    assert figures(read_file(path))[0]["So far, with this period"] == "142"
    code, said = bring(path, "--yes")
    assert code == 0, said
    found = lines_of(data / "returns/road-fund/north-road/2024-q3")
    assert [(row["measure"], row["quantity"], row["status"], row["area"]) for row in found] == [
        ("fw1", "26.5", "evidenced", "E07000901"),
        ("en1", "0", "self-reported", "E07000901"),
    ]
    assert set(descriptor_of(data / "returns/road-fund/north-road/2024-q3")["attestations"].values()) == {True}


def test_look_here_says_what_we_say(valuation: Valuation, book: bytes, tmp_path: Path) -> None:
    """The formula, worked out by LibreOffice, and our own words for the saved result are the same in every case."""
    cells = {f"{column}{row}": value for row, each in enumerate(ROWS, start=4) for column, value in each.items()}
    path = saved_by_libreoffice(book, tmp_path / "filled.xlsx", {layout.FIGURES: cells})
    said = [row["Look here"] for row in figures(read_file(path))][2:]
    measures = {measure.name: measure for measure in contents_of(valuation, "north-road", NEXT).measures}
    ours = []
    for row in ROWS:
        given = {FIELDS[key]: Decimal(str(v)) if not isinstance(v, str) else v for key, v in row.items() if key != "B"}
        ours.append(looked_at(Figure(measures[str(row["B"])], given=given), ""))
    assert said == ours
    assert len(set(ours)) == 9


def test_it_opens_and_saves_an_answer(tmp_path: Path, book: bytes) -> None:
    """A file with the answer patched in is whole: LibreOffice keeps its sheets, notes and lists."""
    cell = (layout.FIGURES, (2, 4))
    thing = Thing(True, "“5 FTE” is no number.", "Write it.", [cell], "unit", ("one, or", "other"))
    answer = Answer([thing], {layout.FIGURES: Column(1, 6, over=True)})
    path = saved_by_libreoffice(patched(book, answer), tmp_path / "again.xlsx", {"1 thing to do": {"E5": "one, or"}})
    after = read_file(path)
    assert [sheet.name for sheet in after.sheets] == ["1 thing to do", *layout.SHEETS]
    assert after.sheets[0].cell(5, 5) == "one, or"
    assert (
        figures(after)[0]["Look here"]
        == "Must 1: “5 FTE” is no number. Answer it on the first sheet, or change the cell."
    )
    parts = parts_of(path.read_bytes(), tmp_path / "x")
    assert any("is no number" in text for name, text in parts.items() if "comments" in name)
