"""A contractor's workbook as it really comes: titles, groups, words for codes, units in cells, a total."""

import tomllib
from pathlib import Path

from intake.books import CONTRACTOR, contractor
from intake.conftest import DECLARED, Said, descriptor_of, lines_of

HOME = "returns/road-fund/north-road/2024-q2"
SAYS = {
    "period": "2024-q2",
    "status": "by-document",
    "measure__local-spend": "le1",
    "fte": "jobs",
    "headcount__sv-return-c9": "30",
    "notes": "yes",
}


def test_it_becomes_a_return_without_a_fault(bring: Said, data: Path, tmp_path: Path) -> None:
    """Seven answers, and each cell is what the contractor meant; what is not sent is left out."""
    code, said = bring(contractor(tmp_path / "return.xlsx"), "--yes", *DECLARED, **SAYS)
    assert code == 0, said
    assert "Checked: Nothing is wrong. 0 errors, 0 warnings." in said
    lines = lines_of(data / HOME)
    assert [(row["measure"], row["quantity"], row["unit"], row["bound"], row["area"]) for row in lines] == [
        ("fw1", "26", "weeks", "", "E07000901"),
        ("le1", "412500", "gbp", "", "E07000901"),
        ("fw2", "1.13", "fte_years", "", "E07000902"),
        ("co1", "0", "hours", "", ""),
        ("en1", "40", "tonnes_co2e", "about", ""),
    ]
    assert [row["status"] for row in lines] == ["evidenced", "evidenced", *["self-reported"] * 3]
    assert [row["headcount"] for row in lines] == ["", "", "30", "", ""]
    assert {row["organisation"] for row in lines} == {"example-builder"}
    assert {row["tier"] for row in lines} == {"main contractor"}
    assert lines[0]["public_note"] == "Two of them"
    documents = lines_of(data / HOME, "evidence")
    assert [(row["evidence"], row["kind"], row["dated"]) for row in documents] == [
        ("apprentice-log", "training record", "2024-06-05"),
        ("ledger", "invoice", "2024-06-30"),
    ]


def test_the_descriptor_says_who_for_and_when(bring: Said, data: Path, tmp_path: Path) -> None:
    """Project and period come from the titles, the framework from the register, and the declarations from people."""
    bring(contractor(tmp_path / "return.xlsx"), "--yes", *DECLARED, **SAYS)
    found = descriptor_of(data / HOME)
    assert found["period"] == {"start": "2024-04-01", "end": "2024-06-30"}
    assert (found["framework"], found["edition"], found["version"]) == ("example-open", "2024.1", "1.0.0")
    assert found["submitted_by"] == {"organisation": "example-builder"}
    assert set(found["attestations"].values()) == {True}


def test_every_changed_cell_is_listed(bring: Said, tmp_path: Path) -> None:
    """Sheet cell, was, is, why; and what was left out."""
    _, said = bring(contractor(tmp_path / "return.xlsx"), "--yes", "--show", "changes", *DECLARED, **SAYS)
    rows = [" ".join(line.split()) for line in said.splitlines()]
    for row in (
        "A7 Apprentices (weeks) fw1 Apprenticeship weeks",
        "C7 26 wks 26 the unit of fw1 is weeks",
        "C8 412.5 412500 £k: times 1,000",
        "C9 4.5 FTE 1.13 4.5 × 3 months / 12",
        "E7 Northto E07000901 Northtown",
        "H7 05/06/2024 2024-06-05 day first",
        "H8 30/06/2024 2024-06-30 a day",
        "row 12: n/a: not sent",
        "row 13: a total of other rows",
    ):
        assert row in rows, said
    assert "hidden: column F" in said
    assert "left out: the same as Actual" in said
    assert "Notes 1 cell no table: left out" in " ".join(rows)


def test_nothing_is_written_while_a_question_stands_open(bring: Said, data: Path, tmp_path: Path) -> None:
    """--yes accepts only what is certain; each question says how it is answered."""
    left = {key: value for key, value in SAYS.items() if key != "fte"}
    code, said = bring(contractor(tmp_path / "return.xlsx"), "--yes", *DECLARED, **left)
    assert code == 1
    assert "1 question stands open, so nothing was written. --yes accepts only what is certain." in said
    assert "--answer fte=" in said
    assert not (data / HOME).exists()


def test_the_declarations_are_never_certain(bring: Said, data: Path, tmp_path: Path) -> None:
    """Nobody but the sender can give them; a no is written down and held back by the check."""
    code, said = bring(contractor(tmp_path / "return.xlsx"), "--yes", **SAYS)
    assert code == 1
    assert "You declare: The figures are for this contract and this period alone." in said
    refused = ("--answer", "only-this-contract-and-period=no", "--answer", "commitment-of-this-contract=yes")
    code, said = bring(contractor(tmp_path / "return.xlsx"), "--yes", *refused, **SAYS)
    assert code == 1
    assert "[attested]" in said


def test_an_answer_that_answers_nothing_is_refused(bring: Said, tmp_path: Path) -> None:
    """It names what would."""
    code, said = bring(contractor(tmp_path / "return.xlsx"), "--yes", **{**SAYS, "fte": "perhaps"})
    assert code == 2
    assert "fte is not answered by that. It takes: jobs, years, leave-out." in said


def test_what_was_learned_holds_for_the_next_file(bring: Said, data: Path, tmp_path: Path) -> None:
    """Headings and answers for the sender are kept; quantities, notes and declarations are asked again."""
    bring(contractor(tmp_path / "return.xlsx"), "--yes", "--learn", *DECLARED, **SAYS)
    kept = tomllib.loads((data / "imports/example-builder.toml").read_text(encoding="utf-8"))
    assert kept["columns"]["KPI"] == "measure"
    assert kept["columns"]["This quarter/Actual"] == "quantity"
    assert kept["answers"]["measure:local-spend"] == "le1"
    assert kept["answers"]["fte"] == "jobs"
    assert not {"notes", "headcount:sv-return-c9", "only-this-contract-and-period", "period"} & set(kept["answers"])
    later = contractor(tmp_path / "next.xlsx", CONTRACTOR, "Quarter 2, 2024-25")
    code, said = bring(later, "--yes", period="2024-q3")
    assert "Known by its headings: data/imports/example-builder.toml" in said.replace(str(data), "data")
    assert code == 1
    assert {line.split("=")[0].split()[-1] for line in said.splitlines() if "--answer" in line and "=…" in line} == {
        "headcount:sv-return-c9"
    }


def test_personal_data_is_never_copied(bring: Said, data: Path, tmp_path: Path) -> None:
    """It is told of by its cell, is not repeated, and goes nowhere."""
    rows = [list(CONTRACTOR[0])]
    rows[0][7:] = ["30/06/2024", "ask jo.smith@gmail.com"]
    code, said = bring(contractor(tmp_path / "return.xlsx", rows), "--yes", *DECLARED, **SAYS)
    assert code == 1
    assert "SV return!I7 has an e-mail address" in said
    assert "jo.smith" not in said
    answered = {"personal__sv-return-i7": "empty", **SAYS}
    code, said = bring(contractor(tmp_path / "return.xlsx", rows), "--yes", *DECLARED, **answered)
    assert code == 0, said
    assert lines_of(data / HOME)[0]["public_note"] == ""


def test_nothing_hidden_or_long_of_a_stranger_is_printed(bring: Said, tmp_path: Path) -> None:
    """Control characters by their names, 24 characters at most, and never a command for a log."""
    rows = [list(CONTRACTOR[0])]
    rows[0][0] = "\u202eweeks::error::" + "x" * 100
    _, said = bring(contractor(tmp_path / "return.xlsx", rows), "--yes", **SAYS)
    assert "\u202e" not in said
    assert "<U+202E>" in said
    assert "x" * 30 not in said


def test_unclear_figures_are_questions(bring: Said, data: Path, tmp_path: Path) -> None:
    """<5, nil, a date, a formula that was not worked out, and a unit that is another."""
    figures = ["<5", "nil", "2024-05-26", "=1+1", "12 pupils", "-99", "5 weeks"]
    rows: list[list[str | float | None]] = [["Volunteering", None, figure] for figure in figures]
    code, said = bring(contractor(tmp_path / "return.xlsx", rows), "--yes", **SAYS)
    assert code == 1
    for key in ("quantity:sv-return-c7", "none:nil", "quantity:sv-return-c9", "unit:co1-pupils", "unit:co1-weeks"):
        assert f"--answer {key}=" in said
    assert "how a count is marked that is too small to be told" in said
    answers = {
        "quantity__sv-return-c7": "leave-out", "none__nil": "0", "quantity__sv-return-c9": "26",
        "unit__co1-pupils": "leave-out", "unit__co1-weeks": "right",
    }  # fmt: skip
    bring(contractor(tmp_path / "return.xlsx", rows), "--yes", *DECLARED, **SAYS, **answers)
    assert [row["quantity"] for row in lines_of(data / HOME)] == ["0", "26", "0", "5"]


def test_days_are_asked_once_for_the_file(bring: Said, data: Path, tmp_path: Path) -> None:
    """05/06/2024 alone can be either; beside 30/06/2024 it is certain, as the test above shows."""
    rows = [CONTRACTOR[0], [*CONTRACTOR[1][:7], "01/02/2024", None]]
    path = contractor(tmp_path / "return.xlsx", rows)
    code, said = bring(path, "--yes", *DECLARED, **SAYS)
    assert code == 1
    assert said.count("--answer dates=") == 1
    bring(path, "--yes", *DECLARED, dates="month first", **SAYS)
    assert [row["dated"] for row in lines_of(data / HOME, "evidence")] == ["2024-05-06", "2024-01-02"]


def test_a_dry_run_writes_nothing(bring: Said, data: Path, tmp_path: Path) -> None:
    """It says what it would write."""
    code, said = bring(contractor(tmp_path / "return.xlsx"), "--yes", "--dry-run", *DECLARED, **SAYS)
    assert (code, "Nothing was written (--dry-run). 1 return would be." in said) == (0, True)
    assert not (data / HOME).exists()
