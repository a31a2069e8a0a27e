"""Whoever brings a workbook to the check is led to the import, and the terminal asks one question after another."""

import shutil
from pathlib import Path

from click.testing import CliRunner

from intake.books import contractor
from socialvalue import run
from socialvalue.cli import main
from socialvalue.intake.dialogue import settle
from socialvalue.intake.importing import Import
from socialvalue.intake.questions import Answers
from socialvalue.intake.reading import read_file
from socialvalue.intake.register import Register


def test_a_workbook_given_to_the_check_leads_to_the_import(small: Path, tmp_path: Path) -> None:
    """Its first sentence says so, for a workbook and for a table by another name."""
    book = contractor(tmp_path / "return.xlsx")
    table = tmp_path / "figures.csv"
    table.write_text("a,b\n", encoding="utf-8")
    for path in (book, table):
        found = CliRunner().invoke(main, ["check", str(path), "--data", str(small)])
        assert found.exit_code == 2
        assert "Read it into a return" in found.output
        assert f"socialvalue import {path}" in found.output


def test_a_workbook_in_a_returns_folder_leads_to_the_import(small: Path, tmp_path: Path) -> None:
    """It is no stray file: the finding says what reads it."""
    data = shutil.copytree(small, tmp_path / "data")
    contractor(data / "returns/road-fund/north-road/2024-q2/return.xlsx")
    found = [finding for finding in run.checked(data).errors if finding.rule == "workbook"]
    assert len(found) == 1
    assert "socialvalue import returns/road-fund/north-road/2024-q2/return.xlsx" in found[0].words


def test_a_terminal_asks_until_nothing_is_open(data: Path, tmp_path: Path) -> None:
    """A number chooses, Enter takes what is certain, and what answers nothing is asked again."""
    book = read_file(contractor(tmp_path / "return.xlsx"))
    work = Import([book], Register(run.checked(data)), data, Answers())
    typed = iter(["", "", "99", "1", "1", "1", "", "", "", "1", "1", "30", "2", "yes", "yes", "yes"])
    said: list[str] = []
    found = settle(work, said.append, lambda: next(typed), lambda understood: None)
    text = "\n".join(said)
    assert work.answers.open == {}, list(work.answers.open)
    assert "That answers none of it." in text
    assert [package.period for package in found.packages] == ["2024-q2"]
    assert {row["tier"] for package in found.packages for row in package.lines} == {"subcontractor"}


def test_the_folder_of_kept_headings_is_no_stray_folder(data: Path) -> None:
    """data/imports/ may lie beside the tables."""
    (data / "imports").mkdir()
    (data / "imports/builder.toml").write_text('[columns]\n"KPI" = "measure"\n', encoding="utf-8")
    assert run.checked(data).errors == ()


def test_kept_headings_that_say_nonsense_are_refused(data: Path, tmp_path: Path) -> None:
    """A file that somebody changed by hand is a sentence, not a traceback."""
    (data / "imports").mkdir()
    book = contractor(tmp_path / "return.xlsx")
    wrong = {'[columns]\n"KPI" = "moon"\n': "is moon", "[columns\n": "not valid TOML", "columns = 1\n": "else than"}
    for text, words in wrong.items():
        (data / "imports/builder.toml").write_text(text, encoding="utf-8")
        found = CliRunner().invoke(main, ["import", str(book), "--data", str(data)])
        assert found.exit_code == 2
        assert words in found.output
