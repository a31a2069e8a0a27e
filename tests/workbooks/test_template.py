"""The workbook that socialvalue template writes: what stands in it, and that import reads what people fill in."""

import re
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
import xlsxwriter
from click.testing import CliRunner

from intake.conftest import Said, descriptor_of, lines_of
from socialvalue.cli import main
from socialvalue.domain.spans import Span, months
from socialvalue.intake.own_workbook import is_ours, marks_of
from socialvalue.intake.reading import read_file
from socialvalue.intake.workbook import Workbook
from socialvalue.records import Valuation
from socialvalue.workbooks import contents_of, layout, written
from socialvalue.workbooks.contents import _filled
from socialvalue.workbooks.looks import Looks
from workbooks.conftest import NEXT
from workbooks.filling import Cell, filled, parts_of

HOME = "returns/road-fund/north-road/2024-q3"
HEADINGS = [" ".join(column.heading.split()) for column in layout.FIGURES_COLUMNS]


@pytest.fixture
def read(book: bytes, tmp_path: Path) -> Workbook:
    path = tmp_path / "return.xlsx"
    path.write_bytes(book)
    return read_file(path)


def rows(read: Workbook, sheet: str = layout.FIGURES) -> list[dict[str, str]]:
    """The rows of a sheet by their headings."""
    found = next(each for each in read.sheets if each.name == sheet)
    headings = [" ".join(text.split()) for text in found.rows[0]]
    return [dict(zip(headings, row, strict=False)) for row in found.rows[1:]]


def test_the_same_contents_are_the_same_bytes(valuation: Valuation, book: bytes) -> None:
    """A build can be repeated: no clock, no name of a machine in it."""
    assert written(contents_of(valuation, "north-road", NEXT)) == book


def test_it_is_known_by_its_mark_three_times_over(book: bytes, read: Workbook, tmp_path: Path) -> None:
    """In the properties, in the hidden sheet and by a defined name."""
    assert is_ours(read)
    assert read.properties == {
        "osv-template": layout.TEMPLATE, "osv-project": "north-road", "osv-period": "2024-q3",
        "osv-edition": "example-open 2024.1",
    }  # fmt: skip
    marks = marks_of(read)
    assert (marks["start"], marks["end"]) == ("2024-07-01", "2024-09-30")
    assert [sheet.name for sheet in read.sheets] == list(layout.SHEETS)
    assert [sheet.hidden for sheet in read.sheets] == [False] * 5 + [True]
    names = dict(
        re.findall(r'<definedName name="(\w+)"[^>]*>([^<]+)<', parts_of(book, tmp_path / "x")["xl/workbook.xml"])
    )
    assert names[layout.MARK_NAME] == f"Lists!$R$1:$S${len(layout.MARKS)}"
    assert set(layout.NAMES.values()) <= set(names)


def test_each_promise_has_a_row_with_what_came_before(read: Workbook) -> None:
    """Target, last period and the sum so far; a promise that another one replaced has none; free rows follow."""
    found = rows(read)
    assert [row["Measure"] for row in found[:3]] == ["Apprenticeship weeks", "Spend with local firms", ""]
    weeks, spend = found[:2]
    assert (weeks["Target"], weeks["Last period"], weeks["So far, with this period"]) == ("200", "55.5", "115.5")
    assert (spend["Target"], spend["Last period"]) == ("at least 3000000", "800000.5")  # as the cell shows it
    assert spend["So far, with this period"] == "2000000.5", "the part of another line is not counted twice"
    assert (weeks["Unit"], weeks["Code"]) == ("weeks", "fw1")
    assert weeks["What counts"] == "What the name says, for tests."
    assert weeks["Look here"] == "Empty: not sent. Write 0 for none."
    assert len(found) == 2 + layout.FREE_ROWS


@pytest.mark.parametrize(("span", "last", "so_far"), [
    (months(2024, 4, 3), "60", "60"),
    (months(2023, 10, 3), "none sent", "0"),
])  # fmt: skip
def test_what_came_before_ends_where_the_period_begins(
    valuation: Valuation, span: Span, last: str, so_far: str
) -> None:
    """A workbook for an earlier period doesn't count later ones, nor what stands for its own."""
    weeks = contents_of(valuation, "north-road", span).figures[0]
    assert (str(weeks.last), str(weeks.so_far)) == (last, so_far)


def test_every_formula_has_its_result_beside_it(book: bytes, tmp_path: Path) -> None:
    """Readers that work nothing out show what was saved; LibreOffice is one of them."""
    formulas = 0
    for name, text in parts_of(book, tmp_path / "x").items():
        if name.startswith("xl/worksheets/sheet"):
            cells = re.findall(r"<c [^>]*><f>.*?</f>(<v>[^<]*</v>)?</c>", text)
            formulas += len(cells)
            assert all(cells), name
    assert formulas > 50


def test_drop_downs_refer_to_names_alone(book: bytes, tmp_path: Path) -> None:
    """A list that refers to another sheet may move into a part that other programs drop on saving."""
    for name, text in parts_of(book, tmp_path / "x").items():
        for source in re.findall(r"<formula1>([^<]*)</formula1>", text):
            assert "!" not in source, name
    texts = "".join(text for name, text in parts_of(book, tmp_path / "x").items() if name.startswith("xl/worksheets/"))
    assert "Digits and at most one full stop" in texts


def test_only_what_is_to_be_typed_is_free(book: bytes, tmp_path: Path) -> None:
    """Every sheet is protected without a password; the cells that people fill in are not locked."""
    parts = parts_of(book, tmp_path / "x")
    for number in range(1, 7):
        assert "<sheetProtection" in parts[f"xl/worksheets/sheet{number}.xml"]
    free = [
        'applyProtection="1"' in xf
        for xf in re.findall(r"<xf [^>]*?(?:/>|>.*?</xf>)", parts["xl/styles.xml"].partition("<cellXfs")[2])
    ]
    figures = dict(re.findall(r'<c r="([A-Z]+)3" s="(\d+)"', parts["xl/worksheets/sheet2.xml"]))
    letters = [chr(ord("A") + at) for at in range(len(layout.FIGURES_COLUMNS))]
    unlocked = {letter for letter in letters if free[int(figures[letter])]}
    typed = {letter for letter, column in zip(letters, layout.FIGURES_COLUMNS, strict=True) if column.typed}
    assert unlocked == typed - {"B"}, "the measure of a promise is not for choosing"


def test_what_is_filled_in_becomes_a_return(bring: Said, data: Path, book: bytes, tmp_path: Path) -> None:
    """Figures, a free row with another measure, evidence, what holds for every row, and the two ticks."""
    marks = marks_of(read_file(filled(book, tmp_path / "empty.xlsx", {})))
    start: dict[str, Cell] = {
        marks["organisation"]: "Example Builder (invented)", marks["status"]: "We say so ourselves",
        marks["area"]: "Northtown", marks["only_this_contract"]: "✓", marks["of_this_contract"]: "x",
    }  # fmt: skip
    figures: dict[str, Cell] = {
        "D2": 26.5,
        "N2": "A document shows it",
        "O2": "Log",
        "B4": "Carbon saved",
        "D4": 0,
        "P4": "None yet.",
    }
    documents: dict[str, Cell] = {"A2": "Log", "B2": "training record", "C2": "2024-07"}
    sheets = {layout.START: start, layout.FIGURES: figures, layout.EVIDENCE: documents}
    path = filled(book, tmp_path / "return.xlsx", sheets)
    code, said = bring(path, "--yes", notes="yes")
    assert code == 0, said
    found = lines_of(data / HOME)
    assert [(row["measure"], row["quantity"], row["status"], row["area"]) for row in found] == [
        ("fw1", "26.5", "evidenced", "E07000901"),
        ("en1", "0", "self-reported", "E07000901"),
    ]
    assert lines_of(data / HOME, "evidence")[0]["dated"] == "2024-07"
    assert set(descriptor_of(data / HOME)["attestations"].values()) == {True}
    assert "empty: not sent" in said


def test_the_command_says_where_it_is_and_what_comes_next(small: Path, tmp_path: Path) -> None:
    """It never writes over a workbook that may be filled in, and a slip in the name is met with the right one."""
    out = tmp_path / "return.xlsx"
    words = ["template", "north-road", "2024-q3", "--data", str(small), "-o", str(out)]
    done = CliRunner().invoke(main, words)
    assert done.exit_code == 0, done.output
    assert f"socialvalue import {out}" in done.output
    before = out.read_bytes()
    again = CliRunner().invoke(main, words)
    assert again.exit_code == 2
    assert "is already there" in again.output
    assert out.read_bytes() == before
    slip = CliRunner().invoke(main, ["template", "north-raod", "2024-q3", "--data", str(small)])
    assert slip.exit_code == 2
    assert "Did you mean north-road?" in slip.output


@pytest.mark.parametrize(("period", "words"), [
    ("2026-q1", "ended on 31 December 2025, before this period begins: check refuses a return of it."),
    ("2025-26", "ended on 31 December 2025, before this period does: check refuses a return of it."),
    ("2022-q4", "began on 1 January 2023, after this period does: check refuses a return of it."),
    ("2025-q4", ""),
])  # fmt: skip
def test_a_period_outside_the_contract_is_warned_of(period: str, words: str, small: Path, tmp_path: Path) -> None:
    """The workbook is written all the same: contracts are extended. The last quarter of one is no such thing."""
    out = tmp_path / "return.xlsx"
    done = CliRunner().invoke(main, ["template", "north-road", period, "--data", str(small), "-o", str(out)])
    assert done.exit_code == 0, done.output
    assert out.is_file()
    assert ("Warning: " in done.output) == bool(words)
    assert words in done.output


def test_what_the_site_hides_is_not_told(valuation: Valuation) -> None:
    """A hidden count stands in no cell, nor in a sum: the workbook lies on the project's page."""
    lines = valuation.lines.copy()
    hidden = (lines["project"] == "north-road") & (lines["measure"] == "fw1") & (lines["end"] > "2024")
    assert hidden.any()
    lines.loc[hidden, ["quantity", "headcount"]] = None
    lines.loc[hidden, "counted"] = False
    weeks = contents_of(replace(valuation, lines=lines), "north-road", NEXT).figures[0]
    assert (weeks.last, weeks.so_far) == ("not shown", "not shown")


def test_a_correction_changes_cells_and_retypes_none(valuation: Valuation, small: Path, tmp_path: Path) -> None:
    """The workbook of a period with a return has its cells filled in; sent back as it is, it says nothing new."""
    contents = contents_of(valuation, "north-road", months(2023, 10, 3), correcting=True)
    assert contents.previous == "2023-q4"
    filled_in = [
        (each.measure.code, str(each.given.get("quantity", "")), each.given.get("part_of", ""))
        for each in contents.figures
    ]
    assert filled_in == [("fw1", "60", ""), ("le1", "1200000", ""), ("le1", "300000", "2"), ("en1", "12.5", "")]
    path = tmp_path / "return.xlsx"
    path.write_bytes(written(contents))
    found = rows(read_file(path))
    assert found[0]["Look here"] == "Ready"
    assert (found[1]["Where"], found[1]["Their part"], found[1]["Exact?"]) == (
        "Northtown",
        "Main contractor",
        "at least",
    )
    words = ["import", str(path), "--data", str(small), "--yes", "--dry-run", "--answer", "notes=yes"]
    done = CliRunner().invoke(main, words)
    assert "now" not in done.output, done.output
    assert "0 returns would be" in done.output


def test_a_row_that_was_not_sent_makes_no_other_a_part_of_it(valuation: Valuation) -> None:
    """A promised measure without a line leaves Part of row as it was: empty, but for the row of a whole."""
    first, *others = contents_of(valuation, "north-road", months(2023, 10, 3)).figures
    lines = [(each.measure.code, {"line": str(n), "quantity": Decimal(n), "part_of": ""})
             for n, each in enumerate(others, start=1)]  # fmt: skip
    lines.append((lines[0][0], {"line": "9", "quantity": Decimal(1), "part_of": "1"}))
    measures = {each.measure.code: each.measure for each in (first, *others)}
    found = _filled([first, *others], lines, measures)
    assert not found[0].given
    assert [each.given.get("part_of") for each in found if each.given] == ["", "2", *[""] * (len(others) - 1)]


def test_the_site_s_own_workbook_has_no_cell_filled_in(valuation: Valuation) -> None:
    """What a return says stands in the workbook of whoever has the repository, and in no file of the site."""
    contents = contents_of(valuation, "north-road", months(2023, 10, 3))
    assert contents.previous == ""
    assert not any(figure.given for figure in contents.figures)


@pytest.mark.parametrize(
    ("number", "bound", "shown"),
    [
        (Decimal(3_000_000), "at least", '"at least "#,##0'),
        (Decimal("12.5"), "", "#,##0.0#####"),
        (Decimal("12.00"), "", "#,##0"),
        (7, "", "#,##0"),
    ],
)
def test_a_number_has_the_decimals_that_it_has(number: object, bound: str, shown: str) -> None:
    looks = Looks(xlsxwriter.Workbook())
    assert looks.given(number, bound).num_format == shown
    assert looks.given(number, bound) is looks.given(number, bound)
