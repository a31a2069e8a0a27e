"""Promises that a list names by the reference of their project, and what a sheet that is nearly a list lacks."""

from pathlib import Path

from intake.conftest import Said
from intake.test_registering import ALL, HEADS, SITE, book, table

PROMISES = ["Project ref", "Promise", "Target", "Unit", "By"]


def test_promises_are_those_of_the_project_with_that_reference(bring: Said, data: Path, tmp_path: Path) -> None:
    """As the list of projects beside them gives it."""
    path = book(
        tmp_path / "list.xlsx",
        ("Projects", [HEADS, SITE]),
        ("Promises", [PROMISES, ["hall", "fw1", 24, "wks", "30/09/2026"]]),
    )
    code, said = bring(path, *ALL, "--answer", "targets.strength=commitment")
    assert code == 0, said
    (row,) = [row for row in table(data, "register/targets") if row["project"] == "hall"]
    assert (row["measure"], row["quantity"], row["unit"], row["due"]) == ("fw1", "24", "weeks", "2026-09-30")


def test_a_sheet_that_is_nearly_a_list_says_what_it_lacks(bring: Said, tmp_path: Path) -> None:
    """The column, with a heading that would be known; one that is far from each list is only left out."""
    path = book(
        tmp_path / "list.xlsx",
        ("Projects", [HEADS, SITE]),
        ("Promises", [["Project ref", "What it will be", "Target", "By"], ["hall", "Trees", 24, "30/09/2026"]]),
        ("Notes", [["Said by", "Words"], ["Jo", "Nothing."]]),
    )
    _, said = bring(path, *ALL, "--dry-run")
    assert (
        "Promises: left out: for targets.csv it has no heading that is known as its measure, such as “Measure”" in said
    )
    assert "Notes: no list of the register: left out" in said
