"""Our own workbook is known by its mark, and reads the same whether its formulas were worked out or not."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from intake.books import Cell, own
from intake.conftest import Said, descriptor_of, lines_of
from socialvalue import commands, run
from socialvalue.cli import main
from socialvalue.intake.asked import Request
from socialvalue.intake.questions import Answers
from socialvalue.intake.workbook import letters
from socialvalue.workbooks import layout

HOME = "returns/road-fund/north-road/2024-q2"
MARK = {
    "template": "1", "project": "north-road", "period": "2024-q2", "edition": "example-open 2024.1",
    "start": "2024-04-01", "end": "2024-06-30", "framework": "example-open",
    "organisation cell": "Example Builder (invented)", "area cell": "Northtown", "status cell": "We say so ourselves",
    "only_this_contract cell": "✓", "of_this_contract cell": "x",
}  # fmt: skip
ROWS: list[dict[str, Cell]] = [
    {
        "measure": "Apprenticeship weeks",
        "quantity": 26,
        "status": "A document shows it",
        "evidence": "Log, to June",
    },
    {"measure": "Spend with local firms", "quantity": "£1,200", "area": "Southtown", "bound": "about"},
    {"measure": "Volunteering", "quantity": None},
    {"measure": "Carbon saved", "quantity": 0, "tier": "Main contractor", "public_note": "Diesel only."},
    {"measure": None, "quantity": None},
]
DOCUMENT: list[Cell] = ["Log, to June", "training record", "2024-07", "", "", "", ""]


def test_it_becomes_a_return_without_a_question(bring: Said, data: Path, tmp_path: Path) -> None:
    """Names become codes, what is said once holds for every row, and an empty figure is not sent."""
    code, said = bring(own(tmp_path / "return.xlsx", ROWS, MARK, DOCUMENT), "--yes", notes="yes")
    assert code == 0, said
    assert "our own workbook" in said
    assert "0 errors" in said
    lines = lines_of(data / HOME)
    assert [(row["measure"], row["quantity"], row["area"], row["status"], row["bound"]) for row in lines] == [
        ("fw1", "26", "E07000901", "evidenced", ""),
        ("le1", "1200", "E07000902", "self-reported", "about"),
        ("en1", "0", "E07000901", "self-reported", ""),
    ]
    assert [row["evidence"] for row in lines] == ["log-to-june", "", ""]
    assert lines[2]["tier"] == "main contractor"
    assert lines_of(data / HOME, "evidence")[0]["kind"] == "training record"
    found = descriptor_of(data / HOME)
    assert found["submitted_by"] == {"organisation": "example-builder"}
    assert set(found["attestations"].values()) == {True}
    assert "empty: not sent" in said


@pytest.mark.parametrize(("who", "only"), [("", True), ("Example Builder (invented)", False)])
def test_a_part_that_holds_for_every_row_is_said_as_it_is_used(
    who: str, only: bool, bring: Said, tmp_path: Path
) -> None:
    """Nobody is a contractor in a row that doesn't say who did it."""
    mark = {**MARK, "tier cell": "Main contractor", "done_by cell": who}
    _, said = bring(own(tmp_path / "return.xlsx", ROWS, mark, DOCUMENT), "--yes", notes="yes")
    told = next(line for line in said.splitlines() if line.startswith("For every row that says nothing else:"))
    assert ("main contractor, where the row says who did it" in told) == only
    assert "main contractor" in told


def test_a_tick_that_is_missing_is_asked_for(bring: Said, tmp_path: Path) -> None:
    """Empty means no answer yet, never yes."""
    mark = {**MARK, "of_this_contract cell": ""}
    code, said = bring(own(tmp_path / "return.xlsx", ROWS, mark, DOCUMENT), "--yes", notes="yes")
    assert code == 1
    assert "--answer commitment-of-this-contract=" in said
    assert "--answer only-this-contract-and-period=" not in said


def test_a_finding_about_who_sends_it_names_its_cell(bring: Said, tmp_path: Path) -> None:
    """What return.json holds of our workbook is led back to the sheet Start here, too."""
    mark = {**MARK, "mailbox cell": "jo.bloggs@example.org"}
    _, said = bring(own(tmp_path / "return.xlsx", ROWS, mark, DOCUMENT), "--yes", notes="yes")
    assert "Start here, C4" in said, said


def test_what_was_pasted_past_the_drop_downs_is_asked_about(bring: Said, tmp_path: Path) -> None:
    """A unit in the cell, a measure that is none, an organisation that is not in the register."""
    rows: list[dict[str, Cell]] = [
        {"measure": "Apprenticeship weeks", "quantity": "5 FTE", "organisation": "Somebody Else Ltd"},
        {"measure": "Weeks of apprentices", "quantity": 5},
    ]
    code, said = bring(own(tmp_path / "return.xlsx", rows, MARK), "--yes")
    assert code == 1
    for key in ("unit:fw1-fte", "measure:weeks-of-apprentices"):
        assert f"--answer {key}=" in said, said


@pytest.mark.parametrize(("key", "value", "words"), [
    ("template", "9", "was made by template 9"),
    ("project", "the-moon", "which is no project of the register"),
])  # fmt: skip
def test_a_mark_that_is_not_ours_is_refused(key: str, value: str, words: str, bring: Said, tmp_path: Path) -> None:
    """A later template, or another authority's project: a sentence that says what to do."""
    code, said = bring(own(tmp_path / "return.xlsx", ROWS, {**MARK, key: value}), "--yes")
    assert code == 2
    assert words in said


def test_part_of_row_is_the_number_that_the_sheet_gives(bring: Said, data: Path, tmp_path: Path) -> None:
    """Empty rows are not sent, so that the third row may be the first line: the part follows its whole."""
    rows: list[dict[str, Cell]] = [
        {"measure": "Volunteering", "quantity": None},
        {"measure": "Carbon saved", "quantity": None},
        {"measure": "Spend with local firms", "quantity": 900, "area": "Northtown"},
        {"measure": "Spend with local firms", "quantity": 300, "area": "Southtown", "part_of": "3"},
    ]
    code, said = bring(own(tmp_path / "return.xlsx", rows, MARK), "--yes")
    assert code == 0, said
    assert [(row["line"], row["part_of"]) for row in lines_of(data / HOME)] == [("1", ""), ("2", "1")]


def test_a_part_of_a_row_that_is_not_sent_is_told(bring: Said, tmp_path: Path) -> None:
    """It never becomes part of another line that happens to have the number."""
    rows: list[dict[str, Cell]] = [
        {"measure": "Volunteering", "quantity": None},
        {"measure": "Spend with local firms", "quantity": 900, "area": "Northtown"},
        {"measure": "Carbon saved", "quantity": 3, "part_of": "1"},
    ]
    code, said = bring(own(tmp_path / "return.xlsx", rows, MARK), "--yes")
    assert code == 1
    assert "row 1, which is not sent" in said


def test_a_return_that_stands_is_judged_each_time(bring: Said, data: Path, tmp_path: Path) -> None:
    """A file that was imported before, whose return has an error, is never said to have none."""
    rows = [{**row, "status": None} for row in ROWS]
    path = own(tmp_path / "return.xlsx", rows, {**MARK, "status cell": ""}, DOCUMENT)
    first = bring(path, "--yes", notes="yes")
    assert first[0] == 1
    wrong = next(line for line in first[1].splitlines() if line.startswith("  error"))
    answered = tmp_path / "answered.xlsx"
    judged = ["check", str(path), "--data", str(data), "--format", "xlsx", "--out", str(answered)]
    checked = CliRunner().invoke(main, judged)
    for code, said in (
        bring(path, "--yes"),
        bring(path, "--format", "xlsx"),
        (checked.exit_code, checked.output),
    ):
        assert code == 1, said
        assert "Nothing is wrong" not in said
        assert wrong in said


@pytest.mark.parametrize("dry", [("--dry-run",), ()])
def test_what_will_be_an_error_is_said_before_it_is_written(
    dry: tuple[str, ...], bring: Said, data: Path, tmp_path: Path
) -> None:
    """All that the check will find, in the words of the workbook and at its cells, and empty ones."""
    rows = [{**row, "status": None} for row in ROWS]
    path = own(tmp_path / "return.xlsx", rows, {**MARK, "status cell": ""}, DOCUMENT)
    code, said = bring(path, "--yes", *dry, notes="yes")
    assert code == 1
    before, _, after = said.partition("Nothing was written" if dry else "Written:")
    column = letters([each.field for each in layout.FIGURES_COLUMNS].index("status") + 1)
    assert "The check will find: 1 error, 0 warnings." in before
    assert f"Your figures, {column}2: “How sure” is empty. It is so in every row." in before
    assert "“We say so ourselves”, “A document shows it”, “Somebody else checked it”" in before
    assert "verified" not in before
    if not dry:
        assert "They stand above." in after


def test_the_sender_that_is_taken_is_said(bring: Said, tmp_path: Path) -> None:
    """Where Organisation is filled in, nothing is taken; where it is empty, it is listed who is taken to send it."""
    _, said = bring(own(tmp_path / "named.xlsx", ROWS, MARK, DOCUMENT), "--yes", "--dry-run", notes="yes")
    assert "Who sends it?" not in said
    mark = {**MARK, "organisation cell": ""}
    _, said = bring(own(tmp_path / "nobody.xlsx", ROWS, mark, DOCUMENT), "--yes", "--dry-run", notes="yes")
    said = said.partition("Changed:")[0]
    assert "Who sends it?  Example Council (invented) (example-council)   (Organisation on the sheet Start here" in said


@pytest.mark.parametrize(("answer", "written"), [("no", False), ("yes", True)])
def test_a_return_with_errors_is_asked_about_before_it_is_written(
    answer: str, written: bool, data: Path, tmp_path: Path
) -> None:
    """In a terminal somebody decides; nothing is written before."""
    rows = [{**row, "status": None} for row in ROWS]
    path = own(tmp_path / "return.xlsx", rows, {**MARK, "status cell": ""}, DOCUMENT)
    said: list[str] = []
    request = Request(Answers({"notes": "yes"}), "2024-07-10", said.append, ask=lambda: answer)
    assert not commands.imported([path], data, run.checked(data), request)
    assert (data / HOME).exists() is written
    assert any("Write it all the same?" in line for line in said)
