"""What a table tells in more columns than one: the measure by reference and in words, a document and its checker."""

from pathlib import Path

import pytest

from intake.books import Cell, table
from intake.conftest import DECLARED, Said, lines_of

HOME = Path("returns/road-fund/north-road/2024-q2")
SAYS = {"organisation": "example-builder", "tier": "main contractor"}


@pytest.mark.parametrize(("reference", "words"), [("XX9", "Apprenticeship weeks"), ("Item 4", "fw1"), ("fw1", "Log")])
def test_a_second_column_tells_of_the_measure(
    reference: str, words: str, bring: Said, data: Path, tmp_path: Path
) -> None:
    """A reference that nobody here knows stands beside the measure's name; one that is known decides alone."""
    rows: list[list[Cell]] = [
        ["Social value return, North Road", "Q1 2024-25", None],
        ["Ref", "Social value commitment", "Actual"],
        [reference, words, 30],
    ]
    code, said = bring(table(tmp_path / "return.xlsx", rows), "--yes", *DECLARED, status="self-reported", **SAYS)
    assert code == 0, said
    assert "measure, in other words" in said
    assert lines_of(data / HOME)[0]["measure"] == "fw1"


def test_words_that_name_nothing_are_asked_about_with_their_reference(bring: Said, tmp_path: Path) -> None:
    """The question repeats both, and offers what they may mean."""
    rows: list[list[Cell]] = [["North Road"], ["Ref", "Commitment", "Actual"], ["XX9", "Local apprentices", 30]]
    _, said = bring(table(tmp_path / "return.xlsx", rows), "--yes", period="2024-q2", status="self-reported", **SAYS)
    assert 'Which measure is "XX9 Local apprentices"?' in said
    assert "fw1 Apprenticeship weeks" in said
    assert "It stands in Master, A3." in said


def test_who_checked_a_document_is_read(bring: Said, data: Path, tmp_path: Path) -> None:
    """So that a figure of a contractor's own workbook can be a verified one."""
    rows: list[list[Cell]] = [
        ["North Road, Q1 2024-25"],
        ["KPI", "Actual", "How sure", "Evidence", "Checked by", "Checked on"],
        ["fw1", 30, "verified", "Apprentice log", "Example Council (invented)", "30/06/2024"],
    ]
    code, said = bring(table(tmp_path / "return.xlsx", rows), "--yes", *DECLARED, **SAYS)
    assert code == 0, said
    (document,) = lines_of(data / HOME, "evidence")
    assert (document["checked_by"], document["checked_on"]) == ("example-council", "2024-06-30")


def test_words_that_name_no_document_make_no_row_evidenced(bring: Said, data: Path, tmp_path: Path) -> None:
    """No is no title; Yes is asked about once; a name beside them stays one."""
    words = ["No", "n/a", "tbc", "-", "None", "yes", "Yes", "Yes, apprentice log"]
    rows: list[list[Cell]] = [
        ["North Road, Q1 2024-25"],
        ["KPI", "Actual", "District", "Evidence provided?"],
        *(["le1", 1200 - at, "Northtown" if at % 2 else "Southtown", word] for at, word in enumerate(words)),
    ]
    path = table(tmp_path / "return.xlsx", rows)
    says = {**SAYS, "status": "by-document"}
    code, said = bring(path, "--yes", *DECLARED, **says)
    assert code == 1
    assert '"Yes" in Evidence provided? says that there is a document. Which?' in said or '"yes" in Evidence' in said
    assert bring(path, "--yes", *DECLARED, evidence__yes="no", **says)[0] == 2
    bring(path, "--yes", *DECLARED, evidence__yes="Site diary", **says)
    home = data / "returns/road-fund/north-road/2024-q2"
    assert [row["title"] for row in lines_of(home, "evidence")] == ["Site diary", "Yes, apprentice log"]
    assert [row["status"] for row in lines_of(home)] == ["self-reported"] * 5 + ["evidenced"] * 3
