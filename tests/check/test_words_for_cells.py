"""What people write into cells, and what they are told to write instead. Everything here is invented."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from socialvalue.check.cells import BadCell, judge_of
from socialvalue.check.units_said import said

SCHEMAS = Path(__file__).parents[2] / "schemas"
NO_NUMBER = "If it is none, write 0. If it is not known, or may not be told, leave out the row until it is."
HIDDEN = "Ask whoever counted for the number."
WORDS = {
    ("lines", "quantity", "1.200"): "Write 1.2 or 1200, whichever was counted.",
    ("lines", "quantity", "12.000"): "Write 12 or 12000, whichever was counted.",
    ("lines", "quantity", "60+"): "Write 60, and at least in the column bound.",
    ("lines", "quantity", "> 1,200"): "Write 1200, and at least in the column bound.",
    ("lines", "quantity", "over £1.2m"): "Write 1200000, and at least in the column bound.",
    ("lines", "quantity", "about 5 thousand hours"): "Write 5000, and about in the column bound.",
    ("lines", "quantity", "over 1.5 million people"): "Write 1500000, and at least in the column bound.",
    ("lines", "quantity", "c. 60"): "Write 60, and about in the column bound.",
    ("lines", "quantity", "~60"): "Write 60, and about in the column bound.",
    ("lines", "quantity", "up to 60"): "Write 60, and up to in the column bound.",
    ("lines", "quantity", "40 approx"): "Write 40, and about in the column bound.",
    ("lines", "quantity", "40 weeks or so"): "Write 40, and about in the column bound.",
    ("lines", "quantity", "15 or more"): "Write 15, and at least in the column bound.",
    ("lines", "quantity", "5 or more."): "Write 5, and at least in the column bound.",
    ("lines", "quantity", "£5k min"): "Write 5000, and at least in the column bound.",
    ("lines", "quantity", "5 max"): "Write 5, and up to in the column bound.",
    ("lines", "quantity", "50 or fewer"): "Write 50, and up to in the column bound.",
    ("lines", "headcount", "40 approx"): "This column holds an exact number.",
    ("lines", "headcount", "at least 40"): "This column holds an exact number.",
    ("lines", "quantity", "N/A"): NO_NUMBER,
    ("lines", "quantity", "tbc"): NO_NUMBER,
    ("lines", "quantity", "-"): NO_NUMBER,
    ("lines", "quantity", "[c]"): NO_NUMBER,
    ("lines", "quantity", "*"): NO_NUMBER,
    ("lines", "quantity", "-99"): NO_NUMBER,
    ("lines", "headcount", "-9"): "Leave the cell empty.",
    ("lines", "quantity", "<5"): HIDDEN,
    ("lines", "quantity", "fewer than 10"): HIDDEN,
    ("lines", "headcount", "< 5"): HIDDEN,
    ("lines", "quantity", "4 or fewer"): HIDDEN,
    ("lines", "quantity", "1-4"): HIDDEN,
    ("lines", "quantity", "<60"): "Write 60, and up to in the column bound.",
    ("lines", "quantity", "nil"): NO_NUMBER,
    ("lines", "headcount", "-"): "Leave the cell empty.",
    ("lines", "headcount", "N/A"): "Leave the cell empty.",
    ("lines", "public_note", "A word. "): "Take the space away.",
    ("lines", "area", " E07000901"): "Write E07000901.",
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
    ("evidence", "checked_on", "01/02/2016"): "Write 2016-02-01 for 1 February 2016 or 2016-01-02 for 2 January 2016:",
    ("evidence", "checked_on", "1.2.16"): "Write 2016-02-01 for 1 February 2016 or 2016-01-02 for 2 January 2016:",
    ("evidence", "checked_on", "24-08-30"): "Write 2030-08-24 for 24 August 2030 or 2024-08-30 for 30 August 2024:",
    ("evidence", "dated", "01/02/2016"): "Write 2016-02-01 for 1 February 2016 or 2016-01-02 for 2 January 2016:",
    ("evidence", "checked_on", "02/02/2016"): "Write 2016-02-02.",
    ("evidence", "checked_on", "1 Feb 2016"): "Write 2016-02-01.",
    ("evidence", "link", "http://www.example.org/a"): "Write https://www.example.org/a.",
    ("evidence", "link", "www.example.org/a"): "Write https://www.example.org/a.",
    ("evidence", "link", "javascript:alert(1)"): "Its public address, with https.",
}


def judge(table: str, column: str) -> Callable[[str], Any]:
    fields = json.loads((SCHEMAS / f"return/{table}.json").read_text(encoding="utf-8"))["fields"]
    return judge_of(next(field for field in fields if field["name"] == column))


def told(table: str, column: str, text: str) -> BadCell:
    with pytest.raises(BadCell) as wrong:
        judge(table, column)(text)
    return wrong.value


@pytest.mark.parametrize("cell", WORDS, ids=" ".join)
def test_a_cell_is_answered_by_what_to_write(cell: tuple[str, str, str]) -> None:
    """The words tell what to write, not only that something is wrong."""
    assert told(*cell).mend.startswith(WORDS[cell])


@pytest.mark.parametrize("text", ["<5", "1-4", "$5", "5 €", "1,5", "12,50", "-99", "1.2m2"])
@pytest.mark.parametrize("column", ["quantity", "headcount"])
def test_no_number_is_suggested_that_may_be_another(column: str, text: str) -> None:
    """Whoever obeys may not be led to a wrong figure: a limit, other money, a comma of two meanings."""
    wrong = told("lines", column, text)
    assert not wrong.suggestion
    assert not wrong.mend.startswith("Write")


MEANT = {
    "£1,2 million": "1200000", "1,2 million": "1200000", "2,5k": "2500", "1.25m": "1.25", "£1.25m": "1250000",
    "10mn": "10000000", "1 200": "1200", "1\u00a0200": "1200", "12 345.5": "12345.5", "1 234 567": "1234567",
    "1'000": "1000",
    "5 thousand hours": "5000", "5k hours": "5000", "5K people": "5000", "1.5 million weeks": "1500000",
    "5 billion weeks": "5000000000", "10mn hours": "10000000", "20 thousand-hour": "20000",
    "£1.5 million pounds": "1500000", "1.5 million pounds": "1500000", "£3 million pounds sterling": "3000000",
    "£5m pounds": "5000000", "5m pounds": "5000000", "£5bn pounds": "5000000000", "£1.5m.": "1500000",
    "5 m of wall": "5",
    "2 dozen people": "", "5 hundred": "", "5 hundred thousand": "", "5 million million": "", "2 and a half weeks": "",
    "£1.200": "", "£1.2000": "1.2", "£1,200.500": "1200.5",
    "1_000": "1000", "1 2": "", "12 5": "", "123 4567": "", "1 23": "", "1_0": "", "25'": "", "'25": "25",
    "12 500 5": "",
    "84.9999999": "", "0.0000001": "", "12.12345678": "", "1e-9": "", "1.0000000": "1", "1.5000000": "1.5",
    "1e3": "1000",
    "5²": "", "½": "", "1½": "", "1/2": "", "12-15": "", "1:30": "", "2 x 5": "", "5 or 6": "", "0,125": "", "5,00": "",
    "٣": "3", "１２": "12", "5,000": "5000", "5.000,00": "5000", ".5": "0.5", "007": "7", "0.5k": "500", "12 to 15": "",
}  # fmt: skip
"""What people write, and the number that nobody could take for another; empty where two could be meant. Of 1.25m it is
asked in which unit: metres, or millions."""


@pytest.mark.parametrize("text", MEANT, ids=ascii)
def test_no_advice_changes_what_a_number_means(text: str) -> None:
    """A figure is not rounded, digits that are apart are not put together, a footnote is no digit."""
    assert told("lines", "quantity", text).suggestion == MEANT[text]


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        *[(text, "£") for text in ("£5", "£1,2 million", "£5.2m", "£5 pounds")],
        *[("20%", "%"), ("5 per cent", "per cent"), ("£5 per week", "per week"), ("20% of spend", "of spend")],
        *[("£1.2m net", "net"), ("2 dozen", "dozen")],
    ],
)
def test_what_stands_beside_a_sign_says_what_it_is_of(text: str, unit: str) -> None:
    """Five pounds a week are no five pounds, and nobody is told to write 5."""
    assert said(text) == unit


@pytest.mark.parametrize("text", ["2024-02-30", "2023-02-29", "2024-13-01", "2024-13", "2024-00", "1900-01-00"])
def test_a_day_that_never_was_is_no_date(text: str) -> None:
    """It has the form of a date, and the calendar has no such day or month."""
    assert told("evidence", "dated", text).message.endswith("of the calendar.")


@pytest.mark.parametrize("text", ["2024-02-29", "2024-12", "2024", "1900-01-01"])
def test_a_day_that_was_is_a_date(text: str) -> None:
    """The nearest ones that there are."""
    assert judge("evidence", "dated")(text) == text


def test_a_financial_year_is_no_month() -> None:
    """2023-24 looks like a month that never was, and price indexes are of financial years."""
    fields = json.loads((SCHEMAS / "reference/deflators.json").read_text(encoding="utf-8"))["fields"]
    assert judge_of(next(field for field in fields if field["name"] == "financial_year"))("2023-24") == "2023-24"


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
    assert (
        judge("lines", "public_note")("#1 in the county; see N/A in the notes")
        == "#1 in the county; see N/A in the notes"
    )
