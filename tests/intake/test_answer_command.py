"""A question that the answer asks is answered in the file itself, and the file is sent again."""

import re
import zipfile
from collections.abc import Mapping
from pathlib import Path

from click.testing import CliRunner

from intake.answers import first_of, parts
from intake.books import contractor, table
from intake.conftest import Said, descriptor_of, lines_of
from socialvalue.cli import main
from socialvalue.intake.answer.first_sheet import FIRST
from socialvalue.intake.answer.thing import ANSWER_COLUMN, KEY_COLUMN
from socialvalue.intake.reading import read_file
from socialvalue.intake.workbook import letters, place

HOME = "returns/road-fund/north-road/2024-q2"


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


def test_it_leads_to_a_return_in_a_few_rounds(bring: Said, data: Path, tmp_path: Path) -> None:
    """Nobody is asked in a terminal: questions are answered on the first sheet, and the file is sent again."""
    path = contractor(tmp_path / "return.xlsx", period="")
    answers = {
        "period": "2024-q2", "project": "north-road", "status": "We say so ourselves: self-reported, all of them",
        "only-this-contract-and-period": "✓", "commitment-of-this-contract": "x", "notes": "no", "fte": "jobs",
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
