"""What people write into cells, and what they are told to write instead. Everything here is invented."""

import json
from pathlib import Path

import pytest

from socialvalue.check.cells import Wrong, judge_of

SCHEMAS = Path(__file__).parents[2] / "schemas"
NO_NUMBER = "If it is none, write 0. If it is not known, leave out the row until it is."
WORDS = {
    ("lines", "quantity", "60+"): "Write 60, and at least in the column bound.",
    ("lines", "quantity", "> 1,200"): "Write 1200, and at least in the column bound.",
    ("lines", "quantity", "over £1.2m"): "Write 1200000, and at least in the column bound.",
    ("lines", "quantity", "c. 60"): "Write 60, and about in the column bound.",
    ("lines", "quantity", "~60"): "Write 60, and about in the column bound.",
    ("lines", "quantity", "up to 60"): "Write 60, and up to in the column bound.",
    ("lines", "quantity", "N/A"): NO_NUMBER,
    ("lines", "quantity", "nil"): NO_NUMBER,
    ("lines", "headcount", "-"): "Leave the cell empty.",
    ("lines", "headcount", "N/A"): "Leave the cell empty.",
    ("lines", "area", "n/a"): "Leave the cell empty.",
    ("lines", "bound", "None"): "Leave the cell empty.",
    ("lines", "area", "Eastern Road"): "The area's ONS code, such as E07000123. They are in data/reference/areas.csv.",
    ("evidence", "kind", "Timesheets"): "Write timesheet, if that is meant. Choose from: ",
    ("evidence", "dated", "07/2024"): "Write 2024-07.",
    ("evidence", "dated", "July 2024"): "Write 2024-07.",
    ("evidence", "dated", "Jul-24"): "Write 2024-07.",
    ("evidence", "dated", "31/07/2024"): "Write 2024-07-31.",
    ("evidence", "checked_on", "30/08/24"): "Write 2024-08-30.",
    ("evidence", "checked_on", "30-Aug-24"): "Write 2024-08-30.",
    ("evidence", "checked_on", "8/30/2024"): "Write 2024-08-30.",
    ("evidence", "link", "http://www.example.org/a"): "Write https://www.example.org/a.",
    ("evidence", "link", "www.example.org/a"): "Write https://www.example.org/a.",
    ("evidence", "link", "javascript:alert(1)"): "Its public address, with https.",
}


def told(table: str, column: str, text: str) -> Wrong:
    fields = json.loads((SCHEMAS / f"return/{table}.json").read_text(encoding="utf-8"))["fields"]
    with pytest.raises(Wrong) as wrong:
        judge_of(next(field for field in fields if field["name"] == column))(text)
    return wrong.value


@pytest.mark.parametrize("cell", WORDS, ids=" ".join)
def test_a_cell_is_answered_by_what_to_write(cell: tuple[str, str, str]) -> None:
    """The words tell what to write, not only that something is wrong."""
    assert told(*cell).mend.startswith(WORDS[cell])


@pytest.mark.parametrize("text", ["#N/A", "#REF!", "#value!", " #DIV/0! "])
@pytest.mark.parametrize("column", ["public_note", "area", "derivation"])
def test_an_error_of_a_spreadsheet_is_named_in_any_column(column: str, text: str) -> None:
    """It is no text of its own, also where any text may stand."""
    assert told("lines", column, text).rule == "spreadsheet-error"


def test_a_formula_is_called_one() -> None:
    """Its brackets are not what is wrong with it."""
    assert told("lines", "quantity", "=SUM(A1:A2)").message == "is a formula."


def test_a_text_that_begins_with_a_hash_is_no_error() -> None:
    """Only what a spreadsheet writes itself is one."""
    fields = json.loads((SCHEMAS / "return/lines.json").read_text(encoding="utf-8"))["fields"]
    judge = judge_of(next(field for field in fields if field["name"] == "public_note"))
    assert judge("#1 in the county; see N/A in the notes") == "#1 in the county; see N/A in the notes"
