"""Of which 10 with small firms: a row that is in the figure above it never counts beside it in silence."""

from pathlib import Path

import pytest

from intake.books import Cell, table
from intake.conftest import DECLARED, Said, lines_of
from intake.test_rows_of_others import HOME, SAYS, TITLE, taken

ROWS: list[list[Cell]] = [TITLE, ["KPI", "Actual"], ["co1", 40], ["of which Northtown", 10], ["fw1", 4]]
MEANS = {"measure:of-which-northtown": "co1"}


@pytest.mark.parametrize("answer", ["", "part", "leave-out", "apart"])
def test_what_is_part_of_the_row_above_is_asked_about(answer: str, bring: Said, data: Path, tmp_path: Path) -> None:
    """It becomes a part of that line, or none."""
    given = {"parts:master": answer} if answer else {}
    _, said = bring(table(tmp_path / "t.xlsx", ROWS), "--yes", *DECLARED, **SAYS, **MEANS, **given)
    if not answer:
        assert "“of which Northtown” in row 4: are the figures in that of the row above?" in said
        assert not (data / HOME).exists()
        return
    found = [(row["measure"], row["quantity"], row["part_of"]) for row in lines_of(data / HOME)]
    lines = {row["measure"]: row["line"] for row in reversed(lines_of(data / HOME))}
    part = {"part": [("co1", "10", lines["co1"])], "apart": [("co1", "10", "")], "leave-out": []}[answer]
    assert found == [("co1", "40", ""), *part, ("fw1", "4", "")], said
    assert ("in the figure of row 3" in said) == (answer == "leave-out")


@pytest.mark.parametrize("words", ["Of whom in work", " - of these, women", "Including small firms", "thereof local"])
def test_other_words_for_a_part(words: str, bring: Said, data: Path, tmp_path: Path) -> None:
    """Each is asked about; below no row with a figure there is nothing that it could be part of."""
    rows = [*ROWS[:3], [words, 10]]
    _, said = bring(table(tmp_path / "t.xlsx", rows), "--yes", *DECLARED, **SAYS)
    assert "are the figures in that of the row above?" in said
    _, said = bring(table(tmp_path / "t.xlsx", [*rows[:2], rows[3]]), "--yes", *DECLARED, **SAYS)
    assert "are the figures in that of the row above?" not in said


def test_words_below_a_table_are_called_what_they_are(bring: Said, data: Path, tmp_path: Path) -> None:
    """A row with text is not empty."""
    rows = [*ROWS[:3], [], ["Signed by the manager"]]
    _, said = bring(table(tmp_path / "t.xlsx", rows), "--yes", *DECLARED, **SAYS)
    assert taken(data) == [("co1", "40")], said
    assert "row 5: “Signed by the manager” has no figure beside it" in said
    assert "empty" not in said
